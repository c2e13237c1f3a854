import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { compile } from "../../data/build/compile.ts";
import { foldTable } from "../../data/lexicon/characters.ts";
import { type CueListener, Cues } from "../../data/lexicon/cues.ts";

const { lexicon, senses } = compile();
const variants = lexicon.variants + senses.variants;
const cues = new Cues(senses, foldTable(variants), variants);

const sentence = fc.constantFrom(
  ...readFileSync(new URL("../corpus/train.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { text: string }).text),
);
const between = fc.constantFrom(
  "",
  "。",
  "，",
  "\u200b",
  "\u200b\u2060",
  "？",
  " ",
  "a",
  "a\u200b",
  "\u200b".repeat(700),
);
/** Long enough that what is remembered of it has to be moved on, and grows where nothing of it can be seen. */
const text = fc
  .array(fc.tuple(sentence, between), { minLength: 1, maxLength: 30 })
  .map((parts) => parts.flat().join(""));

/** All that is heard around the places, asked one after the other. */
function heard(of: string, places: readonly number[], afresh: boolean): unknown[] {
  const all: unknown[] = [];
  const listener: CueListener = {
    before: 0x7fffffff,
    after: 0x7fffffff,
    near: 0x7fffffff,
    hear: (...cue) => void all.push(cue),
  };
  cues.turnTo(of);
  for (const at of places) {
    if (afresh) cues.turnTo(of);
    all.push(at);
    cues.around(at, Math.min(at + 2, of.length), listener);
  }
  return all;
}

it("hears around a name the same, whoever was asked about before it", () => {
  fc.assert(
    fc.property(text, fc.array(fc.integer({ min: 2, max: 90 }), { minLength: 1, maxLength: 40 }), (of, steps) => {
      const places: number[] = [];
      for (let at = 0, i = 0; at < of.length; at += steps[i++ % steps.length] ?? 2) places.push(at);
      expect(heard(of, places, false)).toEqual(heard(of, places, true));
    }),
    { numRuns: 100, seed: 20231103 },
  );
});

it("takes no part of a word for a cue, however far it is from the name", () => {
  const of = `x\u200bHR${"嗯".repeat(60)}`;
  const places = Array.from(of, (_, at) => at).slice(4);
  const cued = (text: string): number => heard(text, places, true).filter(Array.isArray).length;
  expect(cued(of)).toBe(0);
  expect(cued(of.replace("x", "："))).toBeGreaterThan(30);
});
