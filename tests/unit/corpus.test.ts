import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile } from "../../data/build/compile.ts";
import { createRecogniser } from "../../data/lexicon/recognise.ts";
import { type GoldLine, score } from "../tools/score.ts";

const { lexicon, senses } = compile();
const recogniser = createRecogniser(lexicon, { senses });

function lines(name: string): GoldLine[] {
  const text = readFileSync(new URL(`../corpus/${name}.jsonl`, import.meta.url), "utf8");
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/**
 * What was reached on our own labelled sentences. Better is welcome; worse is a step back. `test` was written
 * by somebody who had seen neither the rules nor the training text, and nobody who mends the rules has read it:
 * how the recogniser does on sentences it was not made for. A new test has floors of its own: its traps are other
 * ones, and these are meant to mislead. `riddles` is a second one, by five other hands, who had to think of traps
 * for each of sixty names, likely or not (地震|坤行); nobody has read it either. `ordinary` was not written to mislead:
 * what stands on pages, half of it after real public text, labelled twice.
 */
describe("our own corpus", () => {
  const train = lines("train");
  const test = lines("test");
  const riddles = lines("riddles");
  const ordinary = lines("ordinary");

  it("is large, half of it traps, and its halves share nothing", () => {
    const all = [...train, ...test, ...riddles, ...ordinary];
    expect(all.length).toBeGreaterThan(1_500);
    expect(all.filter((l) => l.pure_negative).length / all.length).toBeGreaterThan(0.45);
    expect(new Set(all.map((l) => l.text)).size).toBe(all.length);
  });

  const floors = [
    ["train", train, 0.994, 0.995, 0.005],
    ["test", test, 0.93, 0.97, 0.075],
    ["riddles", riddles, 0.915, 0.97, 0.09],
    ["ordinary", ordinary, 0.96, 0.975, 0.058],
  ] as const;
  // A test that was read is training text from then on: until the next is written there is none.
  it.each(floors.filter(([, gold]) => gold.length > 0))(
    "%s: precision, recall, trap-only lines marked",
    (_name, gold, precision, recall, trapped) => {
      const result = score(gold, (line) => recogniser.recognise(line.text));
      expect(result.precision).toBeGreaterThanOrEqual(precision);
      expect(result.recall).toBeGreaterThanOrEqual(recall);
      expect(result.trapLinesMarked / result.trapLines).toBeLessThanOrEqual(trapped);
    },
  );
});
