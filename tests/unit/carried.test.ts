import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carried } from "../../data/build/carried.ts";
import { compile } from "../../data/build/compile.ts";
import { FormFinder } from "../../data/lexicon/finder.ts";
import { unpack } from "../../data/lexicon/pack.ts";

describe("the forms that a page carries", () => {
  const { lexicon } = compile();
  const all = lexicon.names.filter((name) => !name.term && name.entity !== null);
  const packed = carried(lexicon);
  const needed = unpack(packed);
  const longer = packed.longer.split("|");
  const finder = new FormFinder(needed.names, needed.variants);
  const whole = new FormFinder(all, lexicon.variants);

  it("are all forms of names, each once, but those that only give a name back from a covering word", () => {
    const texts = needed.names.map((n) => n.text);
    const wanted = all.filter((n) => n.covers === undefined || texts.includes(n.text)).map((n) => n.text);
    expect([...texts, ...longer].sort()).toEqual(wanted.sort());
    expect(texts).toContain("1688CEO");
    expect(all.map((n) => n.text)).toContain("天猫耳机");
    expect(longer).not.toContain("天猫耳机");
    expect(longer).toContain("阿里巴巴集团");
  });

  it("tell of any text whether anybody is named, as all of them would", () => {
    const names = all.map((n) => n.text);
    const parts = fc.oneof(
      fc.constantFrom(...names),
      fc.constantFrom(...names.map((n) => n.toLowerCase()), ...names.map((n) => n.toUpperCase())),
      fc.constantFrom(...names.map((n) => n.slice(1)), ...names.map((n) => n.slice(0, -1))),
      fc.constantFrom(...names.map((n) => [...n].join("\u200b")), ...names.map((n) => [...n].join(" "))),
      fc.constantFrom(..."春冬大a1T.-$/\u200b \n。，", "(tiān)", "www."),
    );
    fc.assert(
      fc.property(
        fc.array(parts, { maxLength: 5 }).map((p) => p.join("")),
        (text) => {
          expect(finder.any(text)).toBe(whole.any(text));
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it("and their seams are those of all", () => {
    const ours = finder.edges(longer);
    const theirs = new FormFinder(
      all.filter((n) => n.covers === undefined),
      lexicon.variants,
    ).edges(needed.names.map((n) => n.text));
    const characters = [...new Set(all.map((n) => n.text).join(""))].map((c) => c.charCodeAt(0));
    const differ = characters.flatMap((a) =>
      characters.filter((b) => ours.crosses(0, a, b, 0) !== theirs.crosses(0, a, b, 0)),
    );
    expect(differ).toEqual([]);
    expect(ours.crosses(0, "阿".charCodeAt(0), "里".charCodeAt(0), 0)).toBe(true);
  });
});
