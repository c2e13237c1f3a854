import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import news from "../../components/locales/lookup.en.json" with { type: "json" };
import { compile } from "../../data/build/compile.ts";
import { pinyinKeys } from "../../data/build/pinyin.ts";
import { createRecogniser } from "../../data/lexicon/recognise.ts";
import { namedIn } from "../../data/lookup.ts";
import { parseCount } from "../../data/requests.ts";
import { searchNames } from "../../data/search.ts";
import { newsSeen, rememberUpdate, TOLD, unseenNews } from "../../data/whatsNew.ts";

const { bundle, lexicon, senses } = compile();
const { entities } = bundle.knowledge;
const recogniser = createRecogniser(lexicon, { senses });
const sounds = Object.fromEntries(entities.map((e) => [e.id, [e.names.zh, ...e.aliases].flatMap(pinyinKeys)]));

describe("a selection", () => {
  const named = (text: string): string[] => namedIn(text, entities, recogniser);

  it.each([
    ["小红书", ["xiaohongshu"]],
    ["  小红书\n", ["xiaohongshu"]],
    // By itself it is no price.
    ["1688", ["alibaba-1688"]],
    ["taobao", ["taobao"]],
    ["小紅書", ["xiaohongshu"]],
    ["抖音和淘宝都在抢商家", ["douyin", "taobao"]],
    ["淘宝、淘宝、抖音", ["taobao", "douyin"]],
    ["南京东路", []],
    ["今天下雨", []],
    ["", []],
  ])("%s names %j", (text, ids) => {
    expect(named(text)).toEqual(ids);
  });
});

describe("typed words", () => {
  const first = (typed: string): string | undefined => searchNames(entities, typed, sounds)[0]?.id;

  it.each([
    ["小红书", "xiaohongshu"],
    ["xhs", "xiaohongshu"],
    ["XHS", "xiaohongshu"],
    ["xiaohongs", "xiaohongshu"],
    ["xiao hong shu", "xiaohongshu"],
    ["pdd", "pinduoduo"],
    ["小紅", "xiaohongshu"],
    ["shein", "shein"],
    ["1688", "alibaba-1688"],
  ])("%s means %s first", (typed, id) => {
    expect(first(typed)).toBe(id);
  });

  it("mean nobody where nothing fits, and anything may be typed", () => {
    expect(searchNames(entities, "zzzz", sounds)).toEqual([]);
    expect(searchNames(entities, "  ", sounds)).toEqual([]);
    fc.assert(fc.property(fc.string(), (typed) => searchNames(entities, typed, sounds).length <= entities.length));
  });
});

describe("pinyin", () => {
  it.each([
    ["小红书", ["xiaohongshu", "xhs"]],
    ["行云集团", ["xingyunjituan", "xyjt"]],
    ["1688选品", ["1688xuanpin", "1688xp"]],
    ["女装", ["nvzhuang", "nz"]],
    ["SHEIN", []],
  ])("of %s", (name, keys) => {
    expect(pinyinKeys(name)).toEqual(keys);
  });
});

describe("news", () => {
  beforeEach(() => fakeBrowser.reset());

  it("are told once after an update that brought some", async () => {
    await rememberUpdate("9.9.9", ["9.9.9"]);
    expect(await unseenNews(["9.9.9"])).toBe("9.9.9");
    await newsSeen();
    expect(await unseenNews(["9.9.9"])).toBeUndefined();
    await rememberUpdate("9.9.8", ["9.9.9"]);
    expect(await unseenNews(["9.9.9"])).toBeUndefined();
  });

  it("have their line for each version", () => {
    for (const version of TOLD) expect(news).toHaveProperty([`news.${version}`]);
  });
});

describe("the number of names that a page reports", () => {
  it("is a small whole number", () => {
    expect(parseCount(0)).toBe(0);
    expect(parseCount(12)).toBe(12);
    for (const bad of [-1, 1.5, Number.NaN, 1e9, "3", null, undefined, {}]) expect(() => parseCount(bad)).toThrow();
  });
});
