import { expect, it } from "vitest";
import { compile } from "../../data/build/compile.ts";

const { lexicon, senses } = compile();

/** So much speaks for a form at the outset that its second mention changes nothing. */
const CLEAR = 2;

it("takes no doubtful form for evidence of itself", () => {
  const circles = lexicon.names.flatMap(({ text, sense }) => {
    const data = sense === undefined ? undefined : senses.senses[sense];
    if (!data || data.prior >= CLEAR) return [];
    return (["before", "after", "near"] as const).flatMap((place) =>
      Object.entries(data[place] ?? {})
        .filter(([cue, weight]) => weight > 0 && senses.cues[cue]?.some((w) => w.toLowerCase() === text.toLowerCase()))
        .map(([cue]) => `${text}: ${cue}`),
    );
  });
  expect(circles).toEqual([]);
});
