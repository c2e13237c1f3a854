/**
 * From the DOM to blocks of text: runs that read as one, over all inline elements in them, with a map
 * back to the text nodes. Nothing is written to the page.
 *
 * Whether two neighbouring text nodes go together is told by the tags between them. Their styles are
 * asked only where it matters: where a name could lie across the seam (阿里|巴巴), or a Latin word runs on.
 */
import { isInvisible, isSpace, isWordPart } from "../../data/lexicon/characters.ts";
import { BLOCK, BREAK, INLINE, layoutOf, NOTHING, roleOf, SKIP } from "./roles.ts";

/** A run of text that reads as one. */
export interface Block {
  text: string;
  /** The text nodes that it is made of, in order. */
  nodes: Text[];
  /** Where each node's text starts in `text`, in UTF-16 units. */
  starts: number[];
  /** Whether a style was asked to tell its bounds: a change of styles may change them. */
  styled: boolean;
}

/** Whether a name may have the two characters side by side. */
export type Seam = (before: number, behind: number) => boolean;

/** Stands for what is no text inside a line: no name reaches across it. */
const OBJECT = "\ufffc";

/** A page without any block is cut all the same, so that no slice is long. In UTF-16 units. */
const LONGEST_BLOCK = 20_000;

/** What lies between two neighbouring text nodes. */
class Between {
  /** Elements that begin or end there, in order. */
  readonly crossed: Element[] = [];
  block = false;
  object = false;
  break = false;

  clear(): void {
    if (this.crossed.length > 0) this.crossed.length = 0;
    this.block = false;
    this.object = false;
    this.break = false;
  }

  /** Passes an element's beginning or end, or all of it where its text is not read. */
  pass(element: Element, role: number): void {
    if (role === SKIP) this.object = true;
    else if (role === BREAK) this.break = true;
    else if (role !== NOTHING) {
      if (role === BLOCK) this.block = true;
      this.crossed.push(element);
    }
  }

  /**
   * How the two go together, given the last character before and the first behind that count.
   * @param word whether a Latin word or number runs on from one to the other
   */
  joint(
    before: number,
    behind: number,
    word: boolean,
    seam: Seam,
  ): { how: "join" | "object" | "end"; styled: boolean } {
    const byTags = this.block ? "end" : this.object ? "object" : "join";
    const matters = this.crossed.length > 0 && !this.object && (seam(before, behind) || (word && !this.block));
    if (!matters) return { how: byTags, styled: false };
    let how: "join" | "object" = "join";
    for (const element of this.crossed) {
      const layout = layoutOf(element);
      if (layout === "block" || (layout === "none" && this.block)) return { how: "end", styled: true };
      if (layout === "box") how = "object";
    }
    return { how, styled: true };
  }
}

/** Where an inline element began, for when it turns out not to be shown: 阿<i hidden>x</i>里. */
interface Opening {
  element: Element;
  before: number;
  parts: number;
  nodes: number;
  length: number;
}

/** Puts blocks together as text nodes and elements come by in the order of the document. */
class BlockBuilder {
  readonly between = new Between();
  private parts: string[] = [];
  private nodes: Text[] = [];
  private starts: number[] = [];
  private length = 0;
  private styled = false;
  /** The last character that counts, 0 where there is none yet. */
  private last = 0;
  /** Whether white space follows it. */
  private spaced = false;
  private readonly open: Opening[] = [];
  private readonly closed: Opening[] = [];

  constructor(
    private readonly seam: Seam,
    private readonly emit: (block: Block) => void,
  ) {}

  /** The first node of the block that is being put together. */
  get first(): Text | undefined {
    return this.nodes[0];
  }

  enter(element: Element, role: number): void {
    this.between.pass(element, role);
    if (role === INLINE) {
      const { last: before, length } = this;
      this.open.push({ element, before, parts: this.parts.length, nodes: this.nodes.length, length });
    }
  }

  leave(element: Element, role: number): void {
    this.between.pass(element, role);
    if (role !== INLINE) return;
    const opening = this.open.pop();
    // Where reading began inside it, its beginning was not seen.
    if (opening?.element === element && opening.before !== 0) this.closed.push(opening);
  }

  /** @returns whether the node begins a block */
  text(node: Text): boolean {
    const { data } = node;
    const from = firstThatCounts(data);
    if (from === data.length) {
      // White space alone: it parts Latin words, and no more.
      if (this.nodes.length > 0 && !this.between.block && data.length > 0) {
        this.push(data);
        this.spaced = true;
      }
      return false;
    }
    const c = data.charCodeAt(from);
    if (this.length > LONGEST_BLOCK) this.end();
    const begins = this.nodes.length === 0 || this.meet(c, from === 0 && !this.spaced && isWordPart(c));
    this.between.clear();
    this.closed.length = 0;
    this.nodes.push(node);
    this.starts.push(this.length);
    this.push(data);
    const to = lastThatCounts(data);
    this.last = data.charCodeAt(to);
    this.spaced = to < data.length - 1;
    return begins;
  }

  /** Ends the block. */
  end(): void {
    if (this.nodes.length > 0) {
      const text = this.parts.length === 1 ? (this.parts[0] ?? "") : this.parts.join("");
      this.emit({ text, nodes: this.nodes, starts: this.starts, styled: this.styled });
      this.nodes = [];
      this.starts = [];
    }
    this.parts = [];
    this.length = 0;
    this.styled = false;
    this.last = 0;
    this.spaced = false;
    for (const opening of this.open) opening.before = 0;
    this.closed.length = 0;
  }

  /** Joins the next text to the block, or ends the block before it. @returns whether it ended */
  private meet(c: number, startsWord: boolean): boolean {
    for (const opening of this.closed) this.unless(opening, c);
    const { between } = this;
    const { how, styled } = between.joint(this.last, c, startsWord && isWordPart(this.last), this.seam);
    this.styled ||= styled;
    if (how === "end") {
      this.end();
      this.styled = styled;
      return true;
    }
    if (how === "object") this.push(OBJECT);
    else if (between.break) this.push("\n");
    return false;
  }

  /** Takes an element's text out again if it is not shown and the text around it would make a name. */
  private unless(opening: Opening, c: number): void {
    if (opening.length === this.length || !this.seam(opening.before, c)) return;
    this.styled = true;
    if (layoutOf(opening.element) !== "none") return;
    this.parts.length = opening.parts;
    this.nodes.length = opening.nodes;
    this.starts.length = opening.nodes;
    this.length = opening.length;
    this.last = opening.before;
    this.spaced = false;
    this.between.clear();
  }

  private push(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }
}

/** Reads blocks one after the other, in pieces as long as there is time. */
export class BlockStream {
  private builder: BlockBuilder;
  private node: Node | null;
  private past = false;
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
    },
  ) {
    this.node = from;
    this.builder = new BlockBuilder(options.seam, options.onBlock);
  }

  /** Reads until `mayGoOn` says no; it is asked every now and then. @returns whether all is read */
  read(mayGoOn: () => boolean): boolean {
    let count = 0;
    while (this.node) {
      const step = this.take(this.node);
      if (step === "end") return true;
      // Between two blocks only: one that is half read would have to be begun anew.
      if (step === "block" && (count++ & 7) === 7 && !mayGoOn()) {
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
  }

  /** Goes back to the beginning of the block that was just begun: the page may change until it is read. */
  private pause(): void {
    this.node = this.builder.first ?? this.node;
    this.around = [];
    for (let at = this.node?.parentElement ?? null; at; at = at.parentElement) this.around.push(at);
    this.builder = new BlockBuilder(this.options.seam, this.options.onBlock);
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
      inside = role === BLOCK || role === INLINE;
      if (inside) this.options.onElement(node as Element);
    }
    this.node = this.following(node, inside);
    return begins ? "block" : "node";
  }

  private following(node: Node, inside: boolean): Node | null {
    const child = inside ? node.firstChild : null;
    if (child) return child;
    let at: Node = node;
    // An element without children ends where it begins.
    if (inside) this.builder.leave(at as Element, roleOf(at as Element));
    for (;;) {
      if (at === this.until) this.past = true;
      if (at === this.root) return null;
      const sibling = at.nextSibling;
      if (sibling) return sibling;
      const parent: Node | null = at.parentNode;
      if (!parent || parent === this.root) return null;
      at = parent;
      this.builder.leave(at as Element, roleOf(at as Element));
    }
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
    const before = preceding(at, root, between);
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
    if (from < data.length && between.joint(last, c, word, seam).how === "end") return first;
    between.clear();
    spaced = false;
    first = before as Text;
    data = earlier;
  }
}

/** The nearest text that counts before and behind a place, whatever lies between. */
export function textsAround(parent: Node, before: Node | null, root: Node): Text[] {
  const between = new Between();
  const found: Text[] = [];
  // Backwards from the end of what stands before; from the parent's beginning where nothing does.
  let at: Node | null = before;
  if (at) while (at.lastChild && !isClosed(at)) at = at.lastChild;
  else if (parent !== root) at = preceding(parent, root, between);
  while (at && !isTextThatCounts(at)) at = at === root ? null : preceding(at, root, between);
  if (at) found.push(at as Text);
  let next: Node | null = before ? succeeding(before, root) : parent.firstChild;
  if (!before && !next) next = succeeding(parent, root);
  while (next && !isTextThatCounts(next)) next = (isClosed(next) ? null : next.firstChild) ?? succeeding(next, root);
  if (next) found.push(next as Text);
  return found;
}

/** The node before `node` in the order of the document, elements that are passed told to `between`. */
function preceding(node: Node, root: Node, between: Between): Node | null {
  let at: Node = node;
  while (!at.previousSibling) {
    const parent: Node | null = at.parentNode;
    if (!parent || parent === root || at === root) return null;
    at = parent;
    between.pass(at as Element, roleOf(at as Element));
  }
  at = at.previousSibling;
  for (;;) {
    if (at.nodeType !== Node.ELEMENT_NODE) return at;
    const role = roleOf(at as Element);
    between.pass(at as Element, role);
    const child = role === BLOCK || role === INLINE ? at.lastChild : null;
    if (!child) {
      if (role === BLOCK || role === INLINE) between.pass(at as Element, role);
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
  const role = roleOf(node as Element);
  return role !== BLOCK && role !== INLINE;
}

function isTextThatCounts(node: Node): boolean {
  return node.nodeType === Node.TEXT_NODE && lastThatCounts((node as Text).data) >= 0;
}

function counts(c: number): boolean {
  return !isSpace(c) && !isInvisible(c);
}

/** The offset of the first character that is no white space, the length where there is none. */
function firstThatCounts(data: string): number {
  let i = 0;
  while (i < data.length && !counts(data.charCodeAt(i))) i++;
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
