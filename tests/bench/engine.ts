/** The engine's parts put together for benches. */
import packed from "virtual:qiju/lexicon";
import forms from "virtual:qiju/names";
import senses from "virtual:qiju/senses";
import { FormFinder } from "../../data/lexicon/finder.ts";
import { unpack } from "../../data/lexicon/pack.ts";
import { createRecogniser } from "../../data/lexicon/recognise.ts";
import { Marks } from "../../entrypoints/content/marks.ts";
import { Painter, type Shown } from "../../entrypoints/content/paint.ts";
import { Scanner } from "../../entrypoints/content/scan.ts";

export const lexicon = unpack(packed);
export const recogniser = createRecogniser(lexicon, { senses });
/** What a page carries: the forms alone. */
const carried = unpack(forms);
const finder = new FormFinder(carried.names, carried.variants);
const seam = finder.edges(forms.longer.split("|"));

export interface Engine {
  marks: Marks;
  painter: Painter;
  scanner: Scanner;
  end: () => void;
}

/** An engine on this document that has not begun. */
export function engine(shown: Shown, onSettled: () => void = () => {}, atHand = true): Engine {
  const stop = new AbortController();
  const marks = new Marks();
  const painter = new Painter(CSS.highlights, marks, shown);
  const scanner = new Scanner({
    root: document.documentElement,
    spot: (text) => finder.any(text),
    seam,
    recogniser: async () => recogniser,
    ...(atHand ? { atHand: recogniser } : {}),
    marks,
    painter,
    own: null,
    onSettled,
    signal: stop.signal,
  });
  const end = (): void => {
    stop.abort();
    painter.end();
  };
  return { marks, painter, scanner, end };
}

/** Reads all of the document in one go: walk, blocks, names, ranges, registered. */
export function readAll(shown: Shown): Engine {
  const made = engine(shown);
  made.scanner.start();
  while (made.scanner.work(() => true));
  return made;
}
