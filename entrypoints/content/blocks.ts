/**
 * From the DOM to blocks of text: runs that read as one, over all inline elements in them, with a map
 * back to the text nodes. Nothing is written to the page.
 *
 * Whether two neighbouring text nodes go together is told by the tags between them. Their styles are
 * asked only where it matters: where a name could lie across the seam (阿里|巴巴), or a Latin word runs on.
 */
import { BlockBuilder } from "./builder.ts";
import { BLOCK, HEADING, isRead, PHRASE, roleOf } from "./roles.ts";
import type { Seam } from "./seams.ts";
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
    readonly root: Node,
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
      // All of a page is read by the paragraph, a part of it from inside its blocks.
      if (this.isWhole && (role === BLOCK || role === HEADING)) {
        const { first } = this.builder;
        if (this.builder.paragraph(node as Element, role)) {
          this.options.onElement(node as Element);
          this.node = this.following(node, false);
          return this.builder.first === first ? "node" : "block";
        }
      }
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
