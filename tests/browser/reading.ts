/** An engine's parts put together for tests, with the lexicon: what reads a page, and what it has marked. */
import packed from "virtual:qiju/lexicon";
import forms from "virtual:qiju/names";
import senses from "virtual:qiju/senses";
import { FormFinder } from "../../data/lexicon/finder.ts";
import { unpack } from "../../data/lexicon/pack.ts";
import { createRecogniser } from "../../data/lexicon/recognise.ts";
import { liveRange } from "../../entrypoints/content/marks.ts";
import type { Shown } from "../../entrypoints/content/paint.ts";
import { type Lexicon, painted, type Reading as Read, readWith } from "./reader.ts";

const lexicon = unpack(packed);
export const recogniser = createRecogniser(lexicon, { senses });
const carried = unpack(forms);
/** As a page has it: of the forms alone. */
export const finder = new FormFinder(carried.names, carried.variants);
export const seam = finder.edges(forms.longer.split("|"));
/** What tells names, for pages and frames. */
export const names: Lexicon = { spot: (text) => finder.any(text), seam, recogniser: async () => recogniser };

export interface Reading extends Read {
  /** What is painted, in reading order. */
  names(): string[];
}

/**
 * Reads the document that the test is in.
 * @param registry where the highlights go; a map of its own where two readings must not meet
 */
export function readPage(shown: Shown = "all", registry: HighlightRegistry = CSS.highlights): Reading {
  const reading = readWith(names, shown, registry);
  return Object.assign(reading, { names: () => painted(reading.painter).map((mark) => String(liveRange(mark))) });
}
