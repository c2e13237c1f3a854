/**
 * From the DOM to blocks of text: runs that read as one, over all inline elements in them, with a map
 * back to the text nodes. Nothing is written to the page.
 *
 * Whether two neighbouring text nodes go together is told by the tags between them. Their styles are
 * asked only where it matters: where a name could lie across the seam (阿里|巴巴), or a Latin word runs on.
 */
import { isInvisible, isSpace, isWordPart } from "../../data/lexicon/characters.ts";
import { BREAK, HEADING, INLINE, isRead, layoutOf, NOTHING, PHRASE, roleOf, SECTION, SKIP } from "./roles.ts";
import type { SectionCursor } from "./sections.ts";

/** A run of text that reads as one. */
export interface Block {
  text: string;
  /** The text nodes that it is made of, in order. */
  nodes: Text[];
  /** Where each node's text starts in `text`, in UTF-16 units. */
  starts: number[];
  /** Whether a style was asked to tell its bounds: a change of styles may change them. */
  styled: boolean;
  /** The heading or the section that it stands under; its root where there is none. */
  section: Node;
}

/** Whether a name may have the two characters side by side. */
export type Seam = (before: number, behind: number) => boolean;

/** Stands for what is no text inside a line: no name reaches across it. */
const OBJECT = "\ufffc";

/** A page without any block is cut all the same, so that no slice is long. In UTF-16 units. */
const LONGEST_BLOCK = 20_000;

/** What lies between two neighbouring text nodes. */
class Between {
  /** Elements begin or end there. */
  crossed = false;
  block = false;
  object = false;
  break = false;

  clear(): void {
    this.crossed = false;
    this.block = false;
    this.object = false;
    this.break = false;
  }

  /** Passes an element's beginning or end, or all of it where its text is not read. */
  pass(role: number): void {
    if (role === PHRASE || role === INLINE) this.crossed = true;
    else if (role === SKIP) this.object = true;
    else if (role === BREAK) this.break = true;
    else if (role !== NOTHING) {
      this.crossed = true;
      this.block = true;
    }
  }

  /** How the two go together, by the tags between them. */
  get byTags(): Joint {
    return this.block ? END : this.object ? BY_OBJECT : JOIN;
  }

  /**
   * Whether styles are to be asked how the two go together, given the last character before and the first behind that count.
   * @param word whether a Latin word or number runs on from one to the other
   */
  matters(before: number, behind: number, word: boolean, seam: Seam): boolean {
    return this.crossed && !this.object && ((word && !this.block) || seam(before, behind));
  }

  /** How the two go together, by the styles of the elements that begin or end between them. */
  byStyles(before: Text, behind: Text, root: Node): Joint {
    let joint: Joint = JOIN;
    for (const element of crossedBetween(before, behind, root)) {
      const layout = layoutOf(element);
      if (layout === "block" || (layout === "none" && this.block)) return END;
      if (layout === "box") joint = BY_OBJECT;
    }
    return joint;
  }
}

/** Two texts read as one, or with something between them that is no text, or the block ends. */
type Joint = typeof JOIN | typeof BY_OBJECT | typeof END;
const JOIN = 0;
const BY_OBJECT = 1;
const END = 2;

/** The elements that begin or end between two neighbouring texts. */
function crossedBetween(before: Text, behind: Text, root: Node): Element[] {
  const crossed: Element[] = [];
  const pass = (element: Element): void => {
    if (isRead(roleOf(element))) crossed.push(element);
  };
  for (let at = preceding(behind, root, pass); at && at !== before; at = preceding(at, root, pass));
  return crossed;
}

/** An inline element whose text has just ended, and the character before it. */
interface Closed {
  element: Element | undefined;
  before: number;
}

/** Puts blocks together as text nodes and elements come by in the order of the document. */
class BlockBuilder {
  readonly between = new Between();
  private whole = "";
  private nodes: Text[] = [];
  private starts: number[] = [];
  private styled = false;
  /** The last text that counts, and its last character that does, 0 where there is none yet. */
  private lastNode: Text | undefined;
  private last = 0;
  /** Whether white space follows it. */
  private spaced = false;
  /** For each inline element that is open the character before it, 0 where that was in another block. */
  private readonly open: number[] = [];
  /** Of those that closed since the last text, the first and the last: the innermost and the outermost. */
  private readonly inner: Closed = { element: undefined, before: 0 };
  private readonly outer: Closed = { element: undefined, before: 0 };
  private section: Node;

  constructor(
    private readonly root: Node,
    private readonly seam: Seam,
    private readonly emit: (block: Block) => void,
    private readonly sections: SectionCursor,
  ) {
    this.section = sections.key;
  }

  /** The first node of the block that is being put together. */
  get first(): Text | undefined {
    return this.nodes[0];
  }

  enter(element: Element, role: number): void {
    this.between.pass(role);
    if (role === PHRASE || role === INLINE) this.open.push(this.last);
    else if (role === HEADING) this.sections.heading(element);
    else if (role === SECTION) this.sections.enter(element);
  }

  leave(element: Element, role: number): void {
    this.between.pass(role);
    if (role === PHRASE || role === INLINE) {
      // Where reading began inside it, its beginning was not seen.
      const before = this.open.pop() ?? 0;
      if (before === 0) return;
      const closed = this.inner.element ? this.outer : this.inner;
      closed.element = element;
      closed.before = before;
    } else if (role === SECTION) this.sections.leave(element);
  }

  /** @returns whether the node begins a block */
  text(node: Text): boolean {
    const { data } = node;
    const from = firstThatCounts(data);
    if (from === data.length) {
      // White space alone: it parts Latin words, and no more.
      if (this.nodes.length > 0 && !this.between.block && from > 0) {
        this.whole += data;
        this.spaced = true;
      }
      return false;
    }
    if (this.whole.length > LONGEST_BLOCK) this.end();
    const c = data.charCodeAt(from);
    let begins = true;
    if (this.nodes.length > 0) begins = this.meet(node, c, from === 0 && !this.spaced && isWordPart(c));
    this.between.clear();
    if (this.inner.element) this.forgetClosed();
    if (begins) this.section = this.sections.key;
    this.nodes.push(node);
    this.starts.push(this.whole.length);
    this.whole += data;
    const to = lastThatCounts(data);
    this.last = data.charCodeAt(to);
    this.lastNode = node;
    this.spaced = to < data.length - 1;
    return begins;
  }

  /** Ends the block. */
  end(): void {
    if (this.nodes.length > 0) {
      const { whole: text, nodes, starts, styled, section } = this;
      this.emit({ text, nodes, starts, styled, section });
      this.nodes = [];
      this.starts = [];
    }
    this.whole = "";
    this.styled = false;
    this.last = 0;
    this.spaced = false;
    // What is open began in a block that is over.
    this.open.fill(0);
    this.forgetClosed();
  }

  /** Joins the next text to the block, or ends the block before it. @returns whether it ended */
  private meet(node: Text, c: number, startsWord: boolean): boolean {
    if (this.inner.element) this.unless(this.inner, c);
    if (this.outer.element) this.unless(this.outer, c);
    const { between, lastNode } = this;
    let joint = between.byTags;
    let styled = false;
    if (lastNode && between.matters(this.last, c, startsWord && isWordPart(this.last), this.seam)) {
      joint = between.byStyles(lastNode, node, this.root);
      styled = true;
    }
    this.styled ||= styled;
    if (joint === END) {
      this.end();
      this.styled = styled;
      return true;
    }
    if (joint === BY_OBJECT) this.whole += OBJECT;
    else if (between.break) this.whole += "\n";
    return false;
  }

  /** Takes the text of a closed element out again if it is not shown and the text around it would make a name: 阿<i hidden>x</i>里. */
  private unless({ element, before }: Closed, c: number): void {
    if (!element || !this.seam(before, c)) return;
    this.styled = true;
    if (layoutOf(element) !== "none") return;
    let kept = this.nodes.length;
    while (kept > 0 && element.contains(this.nodes[kept - 1] ?? null)) kept--;
    if (kept === this.nodes.length || kept === 0) return;
    this.whole = this.whole.slice(0, this.starts[kept]);
    this.nodes.length = kept;
    this.starts.length = kept;
    this.last = before;
    this.lastNode = this.nodes[kept - 1];
    this.spaced = false;
    this.between.clear();
  }

  private forgetClosed(): void {
    this.inner.element = undefined;
    this.outer.element = undefined;
  }
}

/** Reads blocks one after the other, in pieces as long as there is time. */
export class BlockStream {
  private builder: BlockBuilder;
  private node: Node | null;
  private past = false;
  /** The roles of the elements that reading is in, as far as it saw them begin. */
  private readonly roles: number[] = [];
  /** Whether all of the root is read. */
  readonly isWhole: boolean;
  /** The elements around the node when reading stopped, nearest first: where to go on if it leaves the page. */
  private around: Element[] = [];

  /**
   * @param root the document's element or a shadow root: reading does not leave it
   * @param from the first text node of a block, or an element to begin with
   * @param until the last node to read; the block that it is in is read to its end. Null: all of the root
   */
  constructor(
    private readonly root: Node,
    from: Node,
    private readonly until: Node | null,
    private readonly options: {
      seam: Seam;
      onBlock: (block: Block) => void;
      /** Called for each element that may have a shadow root. */
      onElement: (element: Element) => void;
      /** Tells in which section reading is at the moment; begins at `from`. */
      sections: SectionCursor;
    },
  ) {
    this.node = from;
    this.isWhole = until === null;
    this.builder = this.newBuilder();
  }

  private newBuilder(): BlockBuilder {
    const { seam, onBlock, sections } = this.options;
    return new BlockBuilder(this.root, seam, onBlock, sections);
  }

  /** Reads until `mayGoOn` says no; it is asked every now and then. @returns whether all is read */
  read(mayGoOn: () => boolean): boolean {
    let count = 0;
    while (this.node) {
      const step = this.take(this.node);
      if (step === "end") return true;
      // Between two blocks only: one that is half read would have to be begun anew.
      if (step === "block" && (count++ & 3) === 3 && !mayGoOn()) {
        this.pause();
        return false;
      }
    }
    this.builder.end();
    return true;
  }

  /** Before `read` goes on: whatever changed meanwhile, go on at a place that is still there. */
  resume(): void {
    if (this.until && !this.until.isConnected) this.past = true;
    if (!this.node || this.node.isConnected) return;
    this.node = this.around.find((element) => element.isConnected && this.root.contains(element)) ?? null;
    if (this.node) this.options.sections.start(this.node);
  }

  /** Goes back to the beginning of the block that was just begun: the page may change until it is read. */
  private pause(): void {
    this.node = this.builder.first ?? this.node;
    this.around = [];
    for (let at = this.node?.parentElement ?? null; at; at = at.parentElement) this.around.push(at);
    this.builder = this.newBuilder();
    this.roles.length = 0;
    if (this.node) this.options.sections.start(this.node);
  }

  /** Takes one node and moves on to the next. */
  private take(node: Node): "block" | "node" | "end" {
    let inside = false;
    let begins = false;
    if (node.nodeType === Node.TEXT_NODE) {
      begins = this.builder.text(node as Text);
      if (begins && this.past) return "end";
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const role = roleOf(node as Element);
      this.builder.enter(node as Element, role);
      inside = isRead(role);
      if (inside) this.roles.push(role);
      if (inside && role !== PHRASE) this.options.onElement(node as Element);
    }
    this.node = this.following(node, inside);
    return begins ? "block" : "node";
  }

  private following(node: Node, inside: boolean): Node | null {
    const child = inside ? node.firstChild : null;
    if (child) return child;
    let at: Node = node;
    // An element without children ends where it begins.
    if (inside) this.leave(at as Element);
    for (;;) {
      if (at === this.until) this.past = true;
      if (at === this.root) return null;
      const sibling = at.nextSibling;
      if (sibling) return sibling;
      const parent: Node | null = at.parentNode;
      if (!parent || parent === this.root) return null;
      at = parent;
      this.leave(at as Element);
    }
  }

  private leave(element: Element): void {
    this.builder.leave(element, this.roles.pop() ?? roleOf(element));
  }
}

/** The first text node of the block that `text` is in. */
export function startOfBlock(text: Text, root: Node, seam: Seam): Text {
  const between = new Between();
  let first = text;
  let data = text.data;
  let spaced = false;
  let at: Node = text;
  for (;;) {
    const before = preceding(at, root, (_, role) => between.pass(role));
    if (!before) return first;
    at = before;
    if (before.nodeType !== Node.TEXT_NODE) continue;
    const earlier = (before as Text).data;
    const to = lastThatCounts(earlier);
    if (to < 0) {
      spaced ||= earlier.length > 0;
      continue;
    }
    const from = firstThatCounts(data);
    const c = data.charCodeAt(from);
    const last = earlier.charCodeAt(to);
    const word = !spaced && from === 0 && to === earlier.length - 1 && isWordPart(c) && isWordPart(last);
    if (from < data.length) {
      const styled = between.matters(last, c, word, seam);
      const joint = styled ? between.byStyles(before as Text, first, root) : between.byTags;
      if (joint === END) return first;
    }
    between.clear();
    spaced = false;
    first = before as Text;
    data = earlier;
  }
}

/** The nearest text that counts before and behind a place, whatever lies between. */
export function textsAround(parent: Node, before: Node | null, root: Node): Text[] {
  const pass = (): void => {};
  const found: Text[] = [];
  // Backwards from the end of what stands before; from the parent's beginning where nothing does.
  let at: Node | null = before;
  if (at) while (at.lastChild && !isClosed(at)) at = at.lastChild;
  else if (parent !== root) at = preceding(parent, root, pass);
  while (at && !isTextThatCounts(at)) at = at === root ? null : preceding(at, root, pass);
  if (at) found.push(at as Text);
  let next: Node | null = before ? succeeding(before, root) : parent.firstChild;
  if (!before && !next) next = succeeding(parent, root);
  while (next && !isTextThatCounts(next)) next = (isClosed(next) ? null : next.firstChild) ?? succeeding(next, root);
  if (next) found.push(next as Text);
  return found;
}

/** The node before `node` in the order of the document; `pass` hears of elements that begin or end on the way. */
function preceding(node: Node, root: Node, pass: (element: Element, role: number) => void): Node | null {
  let at: Node = node;
  while (!at.previousSibling) {
    const parent: Node | null = at.parentNode;
    if (!parent || parent === root || at === root) return null;
    at = parent;
    pass(at as Element, roleOf(at as Element));
  }
  at = at.previousSibling;
  for (;;) {
    if (at.nodeType !== Node.ELEMENT_NODE) return at;
    const role = roleOf(at as Element);
    pass(at as Element, role);
    const child = isRead(role) ? at.lastChild : null;
    if (!child) {
      // It begins where it ends.
      if (isRead(role)) pass(at as Element, role);
      return at;
    }
    at = child;
  }
}

/** The node behind `node` and all that is in it. */
function succeeding(node: Node, root: Node): Node | null {
  for (let at: Node | null = node; at && at !== root; at = at.parentNode) if (at.nextSibling) return at.nextSibling;
  return null;
}

/** Whether the text in a node is not read. */
function isClosed(node: Node): boolean {
  if (node.nodeType !== Node.ELEMENT_NODE) return false;
  return !isRead(roleOf(node as Element));
}

function isTextThatCounts(node: Node): boolean {
  return node.nodeType === Node.TEXT_NODE && lastThatCounts((node as Text).data) >= 0;
}

function counts(c: number): boolean {
  return (c > 0x3000 && c < 0xfe00) || (!isSpace(c) && !isInvisible(c));
}

/** The offset of the first character that is no white space, the length where there is none. */
function firstThatCounts(data: string): number {
  const { length } = data;
  let i = 0;
  while (i < length && !counts(data.charCodeAt(i))) i++;
  return i;
}

/** The offset of the last character that is no white space, -1 where there is none. */
function lastThatCounts(data: string): number {
  let i = data.length - 1;
  while (i >= 0 && !counts(data.charCodeAt(i))) i--;
  return i;
}

/** A place in the DOM. */
export interface Point {
  node: Text;
  offset: number;
}

/**
 * The place of an offset of the block's text. At the seam of two nodes, `side` tells which one:
 * a range starts in the later node and ends in the earlier.
 */
export function pointAt(block: Block, offset: number, side: "start" | "end"): Point {
  let low = 0;
  let high = block.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const start = block.starts[middle] ?? 0;
    if (side === "start" ? start <= offset : start < offset) low = middle;
    else high = middle - 1;
  }
  const node = block.nodes[low];
  if (!node) throw new RangeError(`offset ${offset} lies outside the block`);
  return { node, offset: Math.min(offset - (block.starts[low] ?? 0), node.length) };
}
