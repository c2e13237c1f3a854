import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../data/build/compile.ts";
import { standsAlone } from "../../data/lexicon/boundary.ts";
import { foldTable } from "../../data/lexicon/characters.ts";
import { FormFinder } from "../../data/lexicon/finder.ts";
import { Trie, walk } from "../../data/lexicon/trie.ts";
import type { LexiconName } from "../../data/lexicon/types.ts";

const { lexicon } = compile();

/** Behind so many characters that count: Han, Latin letters and digits. */
function behind(text: string, start: number, count: number): number {
  const units = [...text.slice(start).matchAll(/[(（][\p{Ll}\p{M}]+[)）]|[\p{Script=Han}\dA-Za-z]/gu)];
  // Stray pinyin in brackets does not count.
  const counted = units.filter(([unit]) => unit.length === 1);
  return start + (counted[count - 1]?.index ?? 0) + 1;
}

/** The same without any sieve: a walk from every place. */
function plainly(names: readonly LexiconName[], variants: string): (text: string) => [number, number][] {
  const forms = names.map((value) => ({ text: value.text, value }));
  const trie = new Trie(forms, foldTable(variants), variants);
  return (text) => {
    const found: [number, number][] = [];
    for (let at = 0; at < text.length; at++) {
      let end = 0;
      const formEnds = (values: readonly LexiconName[], _text: string, start: number, stop: number): void => {
        const name = values.find((n) => !n.exact);
        if (name && standsAlone(text, start, stop)) end = name.covers ? behind(text, start, name.covers) : stop;
      };
      walk(trie, text, at, { formEnds });
      if (end === 0) continue;
      found.push([at, end]);
      at = end - 1;
    }
    return found;
  };
}

describe("FormFinder", () => {
  const names = lexicon.names.filter((n) => !n.exact);
  const finder = new FormFinder(names, lexicon.variants);
  const reference = plainly(names, lexicon.variants);
  const spans = (text: string): [number, number][] => finder.find(text).map((f) => [f.start, f.end]);

  it("finds all that a walk from every place finds, whatever stands before, inside and behind", () => {
    const parts = fc.oneof(
      fc.constantFrom(...names.map((n) => n.text)),
      fc.constantFrom(...names.map((n) => n.text.slice(1))),
      fc.constantFrom(...names.map((n) => n.text.slice(0, -1))),
      fc.constantFrom(..."春冬一盒最大a b1T.-\u200b\u00ad \n(tiān)（bao）。，"),
      fc.constantFrom(...names.map((n) => [...n.text].join("\u200b")), ...names.map((n) => [...n.text].join(" "))),
    );
    fc.assert(
      fc.property(
        fc.array(parts, { maxLength: 8 }).map((p) => p.join("")),
        (text) => {
          expect(spans(text)).toEqual(reference(text));
        },
      ),
      { numRuns: 10_000, seed: 1688 },
    );
  });

  it.each(["冬天猫", "冬\u200b天猫", "冬（dōng）天猫", "冬 天猫"])(
    "leaves 天猫 to the word around it in %j",
    (text) => {
      expect(spans(`在${text}上`)).toEqual([[1, 1 + text.length]]);
    },
  );

  it("needs two characters of a form", () => {
    expect(new FormFinder([{ text: "猫", entity: "tmall" }], "").find("猫")).toEqual([]);
  });
});
