/**
 * Which marks are shown, and the highlights that show them: of each entity the first that can be seen
 * in a section, or all, or none. Highlights are the only trace of ours in the page's registry.
 */
import { type Mark, type Marks, staticRange } from "./marks.ts";
import { isHere, isShown, parentOf } from "./roles.ts";

/** The highlights' keys in the registry that we share with the page: names, and terms more quietly. */
export const HIGHLIGHT = "qiju";
export const TERM_HIGHLIGHT = "qiju-term";

/** Which mentions are underlined. */
export type Shown = "first" | "all" | "none";

/** How often what the page takes out of the registry is put back. After that it is left alone. */
const PATIENCE = 20;

/** So few are looked through at every removal; more wait for a slice. */
const FEW = 500;

export class Painter {
  private readonly highlights = new Map<string, Highlight>();
  private readonly ranges = new Map<Mark, StaticRange>();
  private patience = PATIENCE;

  /** @param registry the document's highlights, absent in a browser without them: then nothing is painted */
  constructor(
    private readonly registry: HighlightRegistry | undefined,
    private readonly marks: Marks,
    public shown: Shown,
  ) {}

  /** The marks that are painted. */
  get painted(): ReadonlyMap<Mark, StaticRange> {
    return this.ranges;
  }

  /** Takes away what has left the page: a highlight is the page's too, and should hold nothing of what is gone. */
  dropDetached(): void {
    if (this.ranges.size > FEW) return;
    for (const mark of this.ranges.keys()) if (!isHere(mark.startNode) || !isHere(mark.endNode)) this.drop(mark);
  }

  /** Takes a mark away at once: its text has changed. */
  drop(mark: Mark): void {
    const range = this.ranges.get(mark);
    if (!range) return;
    this.ranges.delete(mark);
    this.highlightOf(mark).delete(range);
  }

  /**
   * Shows what is to be shown now. Asks for styles and sorts, so it comes when all is read, in pieces.
   * @param known elements of which it is known by now whether they are prose; kept until all is painted
   * @returns a generator that pauses where a slice may end
   */
  *paint(known = new Map<Element, boolean>()): Generator<undefined, void> {
    const wanted = new Set<Mark>();
    if (this.registry && this.shown !== "none") yield* this.choose(wanted, known);
    // What was read again and is where it was keeps its range: nothing flickers.
    const old = new Map<Text, Mark[]>();
    for (const mark of this.ranges.keys()) {
      if (wanted.has(mark)) continue;
      const there = old.get(mark.startNode);
      if (there) there.push(mark);
      else old.set(mark.startNode, [mark]);
    }
    for (const mark of wanted) {
      if (this.ranges.has(mark)) continue;
      const same = old.get(mark.startNode)?.find((other) => coversTheSame(mark, other));
      const kept = same && this.ranges.get(same);
      if (same) this.ranges.delete(same);
      const range = kept ?? staticRange(mark);
      this.ranges.set(mark, range);
      if (!kept) this.highlightOf(mark).add(range);
      if ((this.ranges.size & 127) === 0) yield;
    }
    for (const mark of [...this.ranges.keys()]) if (!wanted.has(mark)) this.drop(mark);
    this.restore();
  }

  /** Puts our highlights back where the page took them out of the registry. Gives up on a page that insists. */
  restore(): void {
    for (const [key, highlight] of this.highlights) {
      if (!this.registry || this.registry.get(key) === highlight || highlight.size === 0) continue;
      if (this.patience-- <= 0) return;
      this.registry.set(key, highlight);
    }
  }

  /** Takes all away, and the highlights out of the registry where they are still ours. */
  end(): void {
    for (const mark of [...this.ranges.keys()]) this.drop(mark);
    for (const [key, highlight] of this.highlights) {
      if (this.registry?.get(key) === highlight) this.registry.delete(key);
    }
  }

  private *choose(wanted: Set<Mark>, known: Map<Element, boolean>): Generator<undefined, void> {
    const visible = (mark: Mark): boolean => {
      const parent = parentOf(mark.startNode);
      return parent !== null && isShown(parent, known);
    };
    let count = 0;
    if (this.shown === "all") {
      for (const mark of this.marks.list()) {
        if (visible(mark)) wanted.add(mark);
        if ((count++ & 63) === 63) yield;
      }
      return;
    }
    for (const section of this.marks.bySection()) {
      const seen = new Set<string>();
      for (const { marks } of section) {
        for (const mark of marks) {
          if (seen.has(mark.entity) || !visible(mark)) continue;
          seen.add(mark.entity);
          wanted.add(mark);
        }
        if ((count++ & 63) === 63) yield;
      }
    }
  }

  private highlightOf(mark: Mark): Highlight {
    const key = mark.term ? TERM_HIGHLIGHT : HIGHLIGHT;
    let highlight = this.highlights.get(key);
    if (!highlight) {
      highlight = new Highlight();
      this.highlights.set(key, highlight);
      this.registry?.set(key, highlight);
    }
    return highlight;
  }
}

function coversTheSame(a: Mark, b: Mark): boolean {
  return (
    a.startNode === b.startNode &&
    a.startOffset === b.startOffset &&
    a.endNode === b.endNode &&
    a.endOffset === b.endOffset &&
    a.term === b.term
  );
}

export function inReadingOrder(a: Mark, b: Mark): number {
  if (a.startNode === b.startNode) return a.startOffset - b.startOffset;
  return a.startNode.compareDocumentPosition(b.startNode) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
