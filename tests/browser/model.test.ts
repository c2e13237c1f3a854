/**
 * A model of the whole engine: whatever a page does, in the end the marks are those of a page read anew,
 * and the page's HTML is that of a page that nobody read.
 */
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { liveRange } from "../../entrypoints/content/marks.ts";
import { HIGHLIGHT } from "../../entrypoints/content/paint.ts";
import { apply, edit, text } from "./edits.ts";
import { painted, type Reading, readPage } from "./reading.ts";

vi.setConfig({ testTimeout: 300_000 });
const SEQUENCES = 2_000;

/** What is painted, each with its place, so that two readings can be compared. */
function shown(reading: Reading): string[] {
  return painted(reading.painter)
    .map(
      (mark) =>
        `${mark.entity} ${liveRange(mark)} ${pathOf(mark.startNode)}:${mark.startOffset}-${pathOf(mark.endNode)}:${mark.endOffset}`,
    )
    .sort();
}

function pathOf(node: Node): string {
  const steps: string[] = [];
  for (let n: Node = node; n.parentNode || n instanceof ShadowRoot; ) {
    if (n instanceof ShadowRoot) {
      steps.unshift("#");
      n = n.host;
      continue;
    }
    const parent = n.parentNode as Node;
    steps.unshift(String([...parent.childNodes].indexOf(n as ChildNode)));
    n = parent;
  }
  return steps.join("/");
}

describe("the engine", () => {
  it(`after any of ${SEQUENCES} sequences of edits shows what a fresh reading shows, and leaves the page as it is`, async () => {
    let marked = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1, maxLength: 4 }),
        fc.array(fc.array(edit, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 }),
        fc.constantFrom("first", "all") as fc.Arbitrary<"first" | "all">,
        async (paragraphs, rounds, which) => {
          const root = document.createElement("main");
          const twin = document.createElement("main");
          for (const words of paragraphs)
            for (const page of [root, twin])
              page.append(Object.assign(document.createElement("p"), { textContent: words }));
          document.body.replaceChildren(root);
          const reading = readPage(which);
          await reading.settle();
          for (const edits of rounds) {
            for (const one of edits) apply(root, one);
            for (const one of edits) apply(twin, one);
            await reading.settle();
          }
          const registry = new Map() as unknown as HighlightRegistry;
          const fresh = readPage(which, registry);
          await fresh.settle();
          const here = shown(reading);
          marked += here.length;
          try {
            expect(here).toEqual(shown(fresh));
            expect(CSS.highlights.get(HIGHLIGHT)?.size ?? 0).toBe(here.length);
            expect(root.innerHTML).toBe(twin.innerHTML);
          } finally {
            fresh.stop();
            reading.stop();
          }
        },
      ),
      { numRuns: SEQUENCES, seed: 2023 },
    );
    // Otherwise nothing was compared.
    expect(marked).toBeGreaterThan(SEQUENCES);
  });
});
