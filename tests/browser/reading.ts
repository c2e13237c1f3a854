/** An engine's parts put together for tests: what reads a page, and what it has marked. */
import packed from "virtual:qiju/lexicon";
import senses from "virtual:qiju/senses";
import { FormFinder } from "../../data/lexicon/finder.ts";
import { unpack } from "../../data/lexicon/pack.ts";
import { createRecogniser } from "../../data/lexicon/recognise.ts";
import { liveRange, type Mark, Marks } from "../../entrypoints/content/marks.ts";
import { inReadingOrder, Painter, type Shown } from "../../entrypoints/content/paint.ts";
import { Scanner } from "../../entrypoints/content/scan.ts";

const lexicon = unpack(packed);
export const recogniser = createRecogniser(lexicon, { senses });
export const finder = new FormFinder(lexicon.names, lexicon.variants);
export const seam = finder;

export interface Reading {
  marks: Marks;
  painter: Painter;
  scanner: Scanner;
  /** Waits until all that has changed is read. */
  settle(): Promise<void>;
  /** What is painted, in reading order. */
  names(): string[];
  stop(): void;
}

/**
 * Reads the document that the test is in.
 * @param registry where the highlights go; a map of its own where two readings must not meet
 */
export function readPage(shown: Shown = "all", registry: HighlightRegistry = CSS.highlights): Reading {
  const stop = new AbortController();
  const marks = new Marks();
  const painter = new Painter(registry, marks, shown);
  let settled: (() => void)[] = [];
  const scanner = new Scanner({
    root: document.documentElement,
    spot: (text) => finder.any(text),
    seam,
    recogniser: async () => recogniser,
    marks,
    painter,
    own: null,
    onSettled: () => {
      for (const done of settled) done();
      settled = [];
    },
    signal: stop.signal,
  });
  scanner.start();
  return {
    marks,
    painter,
    scanner,
    settle: () =>
      new Promise((done) => {
        // Whatever was changed before is noted by now; a look asks for a slice even where nothing was.
        settled.push(done);
        setTimeout(() => scanner.settle());
      }),
    names: () => painted(painter).map((mark) => String(liveRange(mark))),
    stop: () => {
      stop.abort();
      painter.end();
    },
  };
}

/** The painted marks, root by root, in reading order. */
export function painted(painter: Painter): Mark[] {
  return [...painter.painted.keys()].sort((a, b) => (a.root === b.root ? inReadingOrder(a, b) : 0));
}
