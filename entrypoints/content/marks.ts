/** The mentions of the page, where each stands, and which text nodes they touch. */
import type { Mention } from "../../data/lexicon/types.ts";
import { type Block, pointAt } from "./blocks.ts";

/** A mention with its place in the page. */
export interface Mark {
  entity: string;
  term: boolean;
  surface: string;
  /** The form as the lexicon writes it. */
  form: string;
  /** Whether it speaks for ambiguous names elsewhere on the page. */
  sure: boolean;
  /** The document or shadow root that it stands in. */
  root: Node;
  startNode: Text;
  startOffset: number;
  endNode: Text;
  endOffset: number;
}

/** A block with mentions, or with forms that more evidence on the page may turn into mentions. */
export interface Reading {
  readonly block: Block;
  readonly root: Node;
  marks: readonly Mark[];
  /** Whether the page's evidence may change it. */
  readonly doubtful: boolean;
}

export class Marks {
  private readonly readings = new Set<Reading>();
  /** The readings of the text nodes that marks touch; of every node of a doubtful block. */
  private readonly byNode = new WeakMap<Text, Reading>();
  /** How many sure mentions each entity has. */
  private readonly counts = new Map<string, number>();
  /** Changes with the set of the entities that are surely named. */
  version = 0;

  /** The readings, those that were added last at the end. */
  get all(): ReadonlySet<Reading> {
    return this.readings;
  }

  /** The entities that are surely named on the page. */
  get named(): ReadonlySet<string> {
    return new Set(this.counts.keys());
  }

  /** All marks, in the order in which their blocks were read. */
  *list(): Generator<Mark> {
    for (const { marks } of this.readings) yield* marks;
  }

  add(reading: Reading): void {
    const { block, marks, doubtful } = reading;
    this.readings.add(reading);
    for (const mark of marks) {
      this.byNode.set(mark.startNode, reading);
      if (mark.endNode !== mark.startNode) for (const node of nodesOf(block, mark)) this.byNode.set(node, reading);
      if (mark.sure) this.count(mark.entity, 1);
    }
    if (doubtful) for (const node of block.nodes) this.byNode.set(node, reading);
  }

  /** What is known of a text node. */
  of(node: Text): Reading | undefined {
    return this.byNode.get(node);
  }

  /** Other marks for a doubtful block, on the page's evidence. Those that are sure stay the same. */
  replace(reading: Reading, found: readonly Mark[]): void {
    reading.marks = found;
  }

  /** Lets go of a block. */
  remove(reading: Reading): void {
    if (!this.readings.delete(reading)) return;
    for (const mark of reading.marks) if (mark.sure) this.count(mark.entity, -1);
    for (const node of reading.block.nodes) if (this.byNode.get(node) === reading) this.byNode.delete(node);
  }

  /** Lets go of what left the page. @returns the readings that were let go */
  prune(): Reading[] {
    const gone: Reading[] = [];
    for (const reading of this.readings) {
      const { marks, block } = reading;
      const there = marks.every((m) => m.startNode.isConnected && m.endNode.isConnected) && block.nodes[0]?.isConnected;
      if (!there) gone.push(reading);
    }
    for (const reading of gone) this.remove(reading);
    return gone;
  }

  /** The mark under a character of a text node. */
  at(node: Text, offset: number): Mark | undefined {
    return this.byNode.get(node)?.marks.find((mark) => covers(mark, node, offset));
  }

  clear(): void {
    for (const reading of [...this.readings]) this.remove(reading);
  }

  private count(entity: string, by: 1 | -1): void {
    const before = this.counts.get(entity) ?? 0;
    const now = before + by;
    if (now === 0) this.counts.delete(entity);
    else this.counts.set(entity, now);
    if (before === 0 || now === 0) this.version += 1;
  }
}

/** The mark of a mention found in a block. */
export function markOf(block: Block, mention: Mention, root: Node): Mark {
  const start = pointAt(block, mention.start, "start");
  const end = pointAt(block, mention.end, "end");
  return {
    entity: mention.entity,
    term: mention.term ?? false,
    surface: mention.surface,
    form: mention.form,
    sure: !mention.doubtful && !mention.term,
    root,
    startNode: start.node,
    startOffset: start.offset,
    endNode: end.node,
    endOffset: end.offset,
  };
}

function nodesOf({ nodes }: Block, mark: Mark): Text[] {
  return nodes.slice(nodes.indexOf(mark.startNode), nodes.indexOf(mark.endNode) + 1);
}

function covers(mark: Mark, node: Text, offset: number): boolean {
  if (mark.startNode === mark.endNode)
    return node === mark.startNode && offset >= mark.startOffset && offset <= mark.endOffset;
  if (mark.startNode === node) return offset >= mark.startOffset;
  if (mark.endNode === node) return offset <= mark.endOffset;
  // Of several marks that touch it, one in the middle of which it lies.
  const after = mark.startNode.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING;
  const before = mark.endNode.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING;
  return after !== 0 && before !== 0;
}

/** A static range: the browser does not update it at every edit of the page, ours or not. */
export function staticRange(mark: Mark): StaticRange {
  return new StaticRange({
    startContainer: mark.startNode,
    startOffset: mark.startOffset,
    endContainer: mark.endNode,
    endOffset: mark.endOffset,
  });
}

/** A live range, for measuring: static ranges have no boxes. */
export function liveRange(mark: Mark): Range {
  const range = document.createRange();
  range.setStart(mark.startNode, mark.startOffset);
  range.setEnd(mark.endNode, mark.endOffset);
  return range;
}
