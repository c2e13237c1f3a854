import { describe, expect, it } from "vitest";
import { addName, refuseName } from "../../data/ownNames.ts";

const known = [
  { text: "京东", entity: "jd" },
  { text: "京东工业", entity: "jd-industrials" },
  { text: "国联股份", entity: "guolian-share" },
  ...["a", "b", "c", "d"].map((entity) => ({ text: `${entity}集团`, entity })),
];

describe("refuseName", () => {
  it.each([
    ["东", "short"],
    ["  东 ", "short"],
    ["长".repeat(31), "long"],
    ["1688", "plain"],
    ["……", "plain"],
    ["jd", "plain"],
    ["集团", "common"],
    ["国联股份", "taken"],
  ] as const)("%j is refused as %s", (text, why) => {
    expect(refuseName(text, "jd", known)).toBe(why);
  });

  it.each(["狗东", "京东", "JDD", "东哥家"])("%s may be a name of jd", (text) => {
    expect(refuseName(text, "jd", known)).toBeUndefined();
  });
});

describe("addName", () => {
  it("keeps one entity for a form", () => {
    const names = addName([{ text: "狗东", entity: "jd" }], " 狗东 ", "taobao");
    expect(names).toEqual([{ text: "狗东", entity: "taobao" }]);
  });
});
