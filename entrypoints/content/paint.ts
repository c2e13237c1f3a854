/**
 * Which marks are shown, and the highlights that show them: of each entity the first that can be seen
 * in a section, or all, or none. Highlights are the only trace of ours in the page's registry.
 */
import { type Mark, type Marks, staticRange } from "./marks.ts";
import { isShown, parentOf } from "./roles.ts";

/** The highlights' keys in the registry that we share with the page: names, and terms more quietly. */
export const HIGHLIGHT = "qiju";
export const TERM_HIGHLIGHT = "qiju-term";

/** Which mentions are underlined. */
export type Shown = "first" | "all" | "none";

/** How often what the page takes out of the registry is put back. After that it is left alone. */
const PATIENCE = 20;

/** So few are looked through at every removal; more wait for a slice. */
const FEW = 500;

const SECTIONS = "article,section,aside,nav,main,header,footer,dialog,[role=article],[role=region]";
const HEADINGS = "h1,h2,h3,h4,h5,h6,[role=heading]";

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
    for (const mark of this.ranges.keys())
      if (!mark.startNode.isConnected || !mark.endNode.isConnected) this.drop(mark);
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
   * @returns a generator that pauses where a slice may end
   */
  *paint(): Generator<undefined, void> {
    const wanted = new Set<Mark>();
    if (this.registry && this.shown !== "none") yield* this.choose(wanted);
    for (const mark of [...this.ranges.keys()]) if (!wanted.has(mark)) this.drop(mark);
    for (const mark of wanted) {
      if (this.ranges.has(mark)) continue;
      const range = staticRange(mark);
      this.ranges.set(mark, range);
      this.highlightOf(mark).add(range);
    }
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

  private *choose(wanted: Set<Mark>): Generator<undefined, void> {
    const known = new Map<Element, boolean>();
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
    for (const [root, marks] of inOrder(this.marks)) {
      const sections = new Sections(root);
      for (const mark of marks) {
        const seen = sections.of(mark.startNode);
        if (!seen.has(mark.entity) && visible(mark)) {
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

/** The marks by root, in reading order. */
function inOrder(marks: Marks): Map<Node, Mark[]> {
  const byRoot = new Map<Node, Mark[]>();
  const sorted = new Map<Node, boolean>();
  for (const mark of marks.list()) {
    const list = byRoot.get(mark.root);
    if (!list) byRoot.set(mark.root, [mark]);
    else {
      const last = list[list.length - 1];
      if (last && inReadingOrder(last, mark) > 0) sorted.set(mark.root, false);
      list.push(mark);
    }
  }
  for (const [root, list] of byRoot) if (sorted.get(root) === false) list.sort(inReadingOrder);
  return byRoot;
}

export function inReadingOrder(a: Mark, b: Mark): number {
  if (a.startNode === b.startNode) return a.startOffset - b.startOffset;
  return a.startNode.compareDocumentPosition(b.startNode) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** Tells who was named so far in the section of a place: behind a heading, or in an element that is one. Asked in reading order. */
class Sections {
  private readonly bounds: Element[];
  private next = 0;
  /** The sections around the place, outermost first, with who was named since their last heading. */
  private readonly stack: { element: Element | undefined; seen: Set<string> }[] = [
    { element: undefined, seen: new Set() },
  ];

  constructor(root: Node) {
    this.bounds = [...(root as ParentNode).querySelectorAll(`${SECTIONS},${HEADINGS}`)];
  }

  of(node: Node): Set<string> {
    for (; this.next < this.bounds.length; this.next++) {
      const bound = this.bounds[this.next];
      if (!bound || !(bound.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING)) break;
      this.leave(bound);
      const top = this.stack.at(-1);
      if (bound.matches(SECTIONS)) this.stack.push({ element: bound, seen: new Set() });
      else if (top) top.seen = new Set();
    }
    this.leave(node);
    return this.stack.at(-1)?.seen ?? new Set();
  }

  /** Leaves the sections that a node does not lie in. */
  private leave(node: Node): void {
    for (let top = this.stack.at(-1); top?.element && !top.element.contains(node); top = this.stack.at(-1))
      this.stack.pop();
  }
}
