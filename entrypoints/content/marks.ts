/** The mentions of the page, where each stands, and which text nodes they touch. */
import type { Mention } from "../../data/lexicon/types.ts";
import { type Block, pointAt } from "./blocks.ts";
import { isHere } from "./roles.ts";
import { precedes } from "./sections.ts";

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
  /** The heading or section that it stands under. */
  section: Node;
}

/**
 * Where a reading stands among those of its section: behind all that were read before, wherever its place
 * is, or anywhere for now, to be put in its place when all is read.
 */
export type Order = "last" | "sorted" | "loose";

export class Marks {
  private readonly readings = new Set<Reading>();
  /** The readings of the text nodes that marks touch; of every node of a doubtful block. */
  private readonly byNode = new WeakMap<Text, Reading>();
  /** How many sure mentions each entity has. */
  private readonly counts = new Map<string, number>();
  /** The readings of each section, in the order of the document but for those that are loose. */
  private readonly sections = new Map<Node, Reading[]>();
  private readonly loose = new Set<Reading>();
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

  add(reading: Reading, order: Order): void {
    const { block, marks, doubtful } = reading;
    this.readings.add(reading);
    if (order === "sorted") this.insert(reading);
    else {
      this.sectionOf(reading.section).push(reading);
      if (order === "loose") this.loose.add(reading);
    }
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
    this.loose.delete(reading);
    const section = this.sections.get(reading.section);
    if (section?.at(-1) === reading) section.pop();
    else section?.splice(section.indexOf(reading), 1);
    if (section?.length === 0) this.sections.delete(reading.section);
    for (const mark of reading.marks) if (mark.sure) this.count(mark.entity, -1);
    for (const node of reading.block.nodes) if (this.byNode.get(node) === reading) this.byNode.delete(node);
  }

  /** Lets go of what left the page. @returns the readings that were let go */
  prune(): Reading[] {
    const gone: Reading[] = [];
    for (const reading of this.readings) {
      const { marks, block } = reading;
      const there =
        marks.every((m) => isHere(m.startNode) && isHere(m.endNode)) && block.nodes[0] && isHere(block.nodes[0]);
      if (!there) gone.push(reading);
    }
    for (const reading of gone) this.remove(reading);
    return gone;
  }

  /** The mark under a character of a text node. */
  at(node: Text, offset: number): Mark | undefined {
    return this.byNode.get(node)?.marks.find((mark) => covers(mark, node, offset));
  }

  /** The readings of each section, in the order of the document. */
  bySection(): Iterable<readonly Reading[]> {
    const loose = [...this.loose];
    this.loose.clear();
    for (const reading of loose) {
      const section = this.sectionOf(reading.section);
      section.splice(section.indexOf(reading), 1);
    }
    for (const reading of loose) this.insert(reading);
    return this.sections.values();
  }

  /**
   * A heading came or went: what stood under `key` stands under another now, if it lies behind the heading.
   * @param keyAt the key of a place as it is now
   */
  rekey(key: Node, came: Element | undefined, keyAt: (node: Node) => Node): void {
    const section = this.sections.get(key);
    const moved: Reading[] = [];
    for (let last = section?.at(-1); section && last; last = section.at(-1)) {
      const first = last.block.nodes[0];
      if (came && first && !precedes(came, first)) break;
      section.pop();
      moved.push(last);
    }
    if (section?.length === 0) this.sections.delete(key);
    for (const reading of moved.reverse()) {
      const first = reading.block.nodes[0];
      reading.section = first && isHere(first) ? keyAt(first) : key;
      this.insert(reading);
    }
  }

  private sectionOf(key: Node): Reading[] {
    let section = this.sections.get(key);
    if (!section) {
      section = [];
      this.sections.set(key, section);
    }
    return section;
  }

  /** Puts a reading where it stands in its section. */
  private insert(reading: Reading): void {
    const section = this.sectionOf(reading.section);
    const node = reading.block.nodes[0] as Text;
    const behind = (other: Reading | undefined): boolean => {
      const first = other?.block.nodes[0];
      return first !== undefined && precedes(first, node);
    };
    let low = 0;
    let high = section.length;
    // What is new stands at the end, mostly.
    if (high > 0 && behind(section[high - 1])) low = high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (behind(section[middle])) low = middle + 1;
      else high = middle;
    }
    section.splice(low, 0, reading);
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
