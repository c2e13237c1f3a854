import { describe, expect, it } from "vitest";
import { isWordPart } from "../../data/lexicon/characters.ts";
import { BETWEEN_RANGES, standsBetween, WORD_RANGES } from "../../data/lexicon/sieve.ts";

describe("the ranges by which a sieve is filled", () => {
  const inRanges = (ranges: readonly (readonly [number, number])[]): number[] =>
    ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
  const all = Array.from({ length: 0x10000 }, (_, c) => c);

  it("hold what may stand between two characters, and what carries a word on", () => {
    expect(inRanges(BETWEEN_RANGES)).toEqual(all.filter(standsBetween));
    expect(inRanges(WORD_RANGES)).toEqual(all.filter(isWordPart));
  });
});
