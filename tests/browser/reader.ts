/**
 * An engine's parts put together for tests, without the lexicon: what reads the document it is run in.
 * Built into one script as well, for the frames of a test (`virtual:reader`).
 */
import { followFrame } from "../../entrypoints/content/frame.ts";
import { type Mark, Marks } from "../../entrypoints/content/marks.ts";
import { inReadingOrder, Painter, type Shown } from "../../entrypoints/content/paint.ts";
import { Scanner, type ScanOptions } from "../../entrypoints/content/scan.ts";

/** What tells names; the same for a page and its frames. */
export type Lexicon = Pick<ScanOptions, "spot" | "seam" | "recogniser">;

export interface Reading {
  readonly marks: Marks;
  readonly painter: Painter;
  readonly scanner: Scanner;
  /** Waits until all that has changed is read. */
  settle(): Promise<void>;
  stop(): void;
}

/** Reads the document that it is run in; anew when that gets another element, as the engine does. */
export function readWith(lexicon: Lexicon, shown: Shown, registry: HighlightRegistry): Reading {
  let settled: (() => void)[] = [];
  const onSettled = (): void => {
    for (const done of settled) done();
    settled = [];
  };
  const begin = () => {
    const stop = new AbortController();
    const marks = new Marks();
    const painter = new Painter(registry, marks, shown);
    const onReplaced = (): void => {
      end();
      now = begin();
    };
    const { signal } = stop;
    const root = document.documentElement;
    const scanner = new Scanner({ ...lexicon, root, marks, painter, own: null, onSettled, onReplaced, signal });
    scanner.start();
    followFrame(() => scanner.look(), signal);
    return { marks, painter, scanner, stop };
  };
  let now = begin();
  const end = (): void => {
    now.stop.abort();
    now.painter.end();
  };
  return {
    get marks() {
      return now.marks;
    },
    get painter() {
      return now.painter;
    },
    get scanner() {
      return now.scanner;
    },
    settle: () =>
      new Promise((done) => {
        // Whatever was changed before is noted by now; a look asks for a slice even where nothing was.
        settled.push(done);
        setTimeout(() => now.scanner.settle());
      }),
    stop: end,
  };
}

/** The painted marks, root by root, in reading order. */
export function painted(painter: Painter): Mark[] {
  return [...painter.painted.keys()].sort((a, b) => (a.root === b.root ? inReadingOrder(a, b) : 0));
}
