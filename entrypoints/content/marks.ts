/**
 * The mentions of the page: which range each covers, which text nodes it touches, and the highlight
 * that shows them. The page's DOM is never written to.
 *
 * Static ranges: live ones are updated by the browser at every edit of the page, ours are dropped
 * at the first edit of one of their nodes and read again.
 */
import type { Mention } from "../../data/lexicon/types.ts";
import { type Block, pointAt } from "./blocks.ts";

/** The highlights' keys in the registry that we share with the page: names, and terms more quietly. */
export const HIGHLIGHT = "qiju";
export const TERM_HIGHLIGHT = "qiju-term";

/** A mention with its place in the page. */
export interface Mark {
  entity: string;
  term: boolean;
  surface: string;
  /** The form as the lexicon writes it. */
  form: string;
  range: StaticRange;
  /** Every text node that the range touches. */
  nodes: readonly Text[];
}

export class Marks {
  private readonly highlights = new Map<string, Highlight>();
  private readonly all = new Set<Mark>();
  private readonly byNode = new WeakMap<Text, Set<Mark>>();

  /** @param registry the document's highlights, absent in a browser without them: then nothing is painted */
  constructor(private readonly registry: HighlightRegistry | undefined) {
    for (const key of registry ? [HIGHLIGHT, TERM_HIGHLIGHT] : []) {
      const highlight = new Highlight();
      this.highlights.set(key, highlight);
      registry?.set(key, highlight);
    }
  }

  /** All marks, in no particular order. */
  get list(): ReadonlySet<Mark> {
    return this.all;
  }

  add(block: Block, mention: Mention): Mark {
    const start = pointAt(block, mention.start, "start");
    const end = pointAt(block, mention.end, "end");
    const range = new StaticRange({
      startContainer: start.node,
      startOffset: start.offset,
      endContainer: end.node,
      endOffset: end.offset,
    });
    const nodes = block.nodes.slice(block.nodes.indexOf(start.node), block.nodes.indexOf(end.node) + 1);
    const mark: Mark = {
      entity: mention.entity,
      term: mention.term ?? false,
      surface: mention.surface,
      form: mention.form,
      range,
      nodes,
    };
    this.all.add(mark);
    for (const node of nodes) {
      const marks = this.byNode.get(node);
      if (marks) marks.add(mark);
      else this.byNode.set(node, new Set([mark]));
    }
    this.highlightOf(mark)?.add(range);
    return mark;
  }

  remove(mark: Mark): void {
    this.all.delete(mark);
    for (const node of mark.nodes) this.byNode.get(node)?.delete(mark);
    this.highlightOf(mark)?.delete(mark.range);
  }

  /** Drops the marks that touch a text node that changed or left the page. */
  forgetNode(node: Text): void {
    for (const mark of this.byNode.get(node) ?? []) this.remove(mark);
  }

  /** The mark under a character of a text node. */
  at(node: Text, offset: number): Mark | undefined {
    for (const mark of this.byNode.get(node) ?? []) if (covers(mark.range, node, offset)) return mark;
    return undefined;
  }

  /** Takes every mark away. */
  clear(): void {
    for (const mark of [...this.all]) this.remove(mark);
  }

  /** Takes every mark away, and the highlights out of the registry where they are still ours. */
  end(): void {
    this.clear();
    for (const [key, highlight] of this.highlights) {
      if (this.registry?.get(key) === highlight) this.registry.delete(key);
    }
  }

  private highlightOf(mark: Mark): Highlight | undefined {
    return this.highlights.get(mark.term ? TERM_HIGHLIGHT : HIGHLIGHT);
  }
}

function covers(range: StaticRange, node: Text, offset: number): boolean {
  if (range.startContainer === node && offset < range.startOffset) return false;
  return !(range.endContainer === node && offset > range.endOffset);
}

/** A live copy, for measuring: static ranges have no boxes. */
export function liveRange(mark: Mark): Range {
  const range = document.createRange();
  range.setStart(mark.range.startContainer, mark.range.startOffset);
  range.setEnd(mark.range.endContainer, mark.range.endOffset);
  return range;
}
