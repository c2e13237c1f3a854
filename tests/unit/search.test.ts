import { describe, expect, it } from "vitest";
import { compile } from "../../data/build/compile.ts";
import { spellingsOf } from "../../data/build/spellings.ts";
import { otherForms, searchNames } from "../../data/search.ts";

const { knowledge } = compile().bundle;
const platforms = knowledge.entities.filter((e) => e.kind !== "market");
const spellings = spellingsOf([...knowledge.entities, ...knowledge.terms]);

describe("looking up a platform", () => {
  it.each([
    ["抖音", "douyin"],
    ["Douyin", "douyin"],
    ["dy", "douyin"],
    ["小紅書", "xiaohongshu"],
    ["xhs", "xiaohongshu"],
    ["xiao hong shu", "xiaohongshu"],
    ["pdd", "pinduoduo"],
    ["震坤", "zkh"],
    ["zhenkun", "zkh"],
    ["zkx", "zkh"],
    ["慧聪", "hc360"],
    ["huicong", "hc360"],
    ["guolian", "guolian-share"],
    ["并夕夕", "pinduoduo"],
    ["tiktok-shop", "tiktok-shop"],
  ])("%s leads to %s", (query, id) => {
    expect(searchNames(platforms, query, spellings)[0]?.id).toBe(id);
  });

  it("finds every platform by its name, its pinyin and its initials", () => {
    for (const entity of platforms) {
      for (const key of [entity.names.zh, entity.names.en, ...(spellings[entity.id] ?? [])])
        expect(
          searchNames(platforms, key, spellings).map((e) => e.id),
          key,
        ).toContain(entity.id);
    }
  });

  it("puts a name that is written before one that is spelled", () => {
    const named = { id: "a", names: { zh: "甲", zhHant: "甲", en: "Dy" }, aliases: [] };
    const spelled = { id: "b", names: { zh: "抖音", zhHant: "抖音", en: "Sound" }, aliases: [] };
    expect(searchNames([spelled, named], "dy", { b: ["dy"] }).map((e) => e.id)).toEqual(["a", "b"]);
  });

  it("puts the shorter of two names that fit alike first", () => {
    const [shop, backend] = ["taobao", "taobao-backend"].map((id) => platforms.find((e) => e.id === id));
    if (!shop || !backend) throw new Error("no such platforms");
    expect(searchNames([backend, shop], "淘宝", spellings)[0]?.id).toBe("taobao");
    expect(searchNames([backend, shop], "taob", spellings)[0]?.id).toBe("taobao");
  });

  it("minds neither width nor case, and no single letter of a spelling", () => {
    expect(searchNames(platforms, "ＸＨＳ", spellings)[0]?.id).toBe("xiaohongshu");
    const [one] = searchNames([{ id: "b", names: { zh: "抖音", zhHant: "抖音", en: "Sound" }, aliases: [] }], "y", {
      b: ["douyin", "dy"],
    });
    expect(one).toBeUndefined();
  });

  it("answers nothing to nothing", () => {
    expect(searchNames(platforms, "  ", spellings)).toEqual([]);
  });
});

it("says what else somebody is called once, whatever its case and spaces", () => {
  expect(
    otherForms(["B站", "Bilibili"], ["B站", "b站", "B 站", "哔哩哔哩", "bilibili", "BILI", "Bili", "BILI"]),
  ).toEqual(["哔哩哔哩", "BILI"]);
});
