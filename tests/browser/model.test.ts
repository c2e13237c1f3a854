/**
 * A model of the whole engine: whatever a page and its frames do, in the end the marks are those of a page
 * read anew, and the page's HTML is that of a page that nobody read.
 */
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { HIGHLIGHT } from "../../entrypoints/content/paint.ts";
import { apply, edit, text } from "./edits.ts";
import { FrameReadings, loaded } from "./frames.ts";
import { idleAtOnce } from "./idle.ts";
import { painted, type Reading } from "./reader.ts";
import { readPage } from "./reading.ts";
import { htmlOf, pathOf } from "./tree.ts";

vi.setConfig({ testTimeout: 300_000 });
const SEQUENCES = 2_000;

/** What is painted, each with its place, so that two readings can be compared. */
function shown(readings: readonly Reading[]): string[] {
  return readings
    .flatMap(({ painter }) => painted(painter))
    .map(
      (mark) =>
        `${mark.entity} ${mark.surface} ${pathOf(mark.startNode)}:${mark.startOffset}-${pathOf(mark.endNode)}:${mark.endOffset}`,
    )
    .sort();
}

/** A document that nobody reads, for the twin of the page: its frames load as the page's do. */
function quietDocument(): Document {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  document.documentElement.append(frame);
  return frame.contentDocument as Document;
}

describe("the engine", () => {
  it(`after any of ${SEQUENCES} sequences of edits shows what a fresh reading shows, and leaves the page as it is`, async () => {
    idleAtOnce(window);
    const quiet = quietDocument();
    let marked = 0;
    let inFrames = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1, maxLength: 4 }),
        fc.array(fc.array(edit, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 }),
        fc.constantFrom("first", "all") as fc.Arbitrary<"first" | "all">,
        async (paragraphs, rounds, which) => {
          const root = document.createElement("main");
          const twin = quiet.createElement("main");
          for (const words of paragraphs)
            for (const page of [root, twin])
              page.append(Object.assign(page.ownerDocument.createElement("p"), { textContent: words }));
          document.body.replaceChildren(root);
          quiet.body.replaceChildren(twin);
          const reading = readPage(which);
          const frames = new FrameReadings(root, which);
          await reading.settle();
          for (const edits of rounds) {
            for (const one of edits) {
              apply(root, one);
              apply(twin, one);
              frames.follow();
            }
            await Promise.all([loaded(root), loaded(twin)]);
            await Promise.all([reading.settle(), frames.settle()]);
          }
          const registry = new Map() as unknown as HighlightRegistry;
          const fresh = [readPage(which, registry), ...frames.fresh()];
          await Promise.all(fresh.map((one) => one.settle()));
          const here = shown([reading, ...frames.all]);
          marked += here.length;
          inFrames += frames.registered;
          try {
            expect(here).toEqual(shown(fresh));
            expect((CSS.highlights.get(HIGHLIGHT)?.size ?? 0) + frames.registered).toBe(here.length);
            expect(htmlOf(root)).toBe(htmlOf(twin));
          } finally {
            for (const one of [...fresh, reading]) one.stop();
            frames.stop();
          }
        },
      ),
      { numRuns: SEQUENCES, seed: 2023 },
    );
    // Otherwise nothing was compared.
    expect(marked).toBeGreaterThan(SEQUENCES);
    expect(inFrames).toBeGreaterThan(SEQUENCES / 10);
  });
});
