/** Puts blocks together out of the text nodes and elements that come by. */
import { isWordPart } from "../../data/lexicon/characters.ts";
import type { Block } from "./blocks.ts";
import { HEADING, INLINE, layoutOf, PHRASE, SECTION } from "./roles.ts";
import { Between, BY_OBJECT, END, firstThatCounts, lastThatCounts, type Seam } from "./seams.ts";
import type { SectionCursor } from "./sections.ts";

/** Stands for what is no text inside a line: no name reaches across it. */
const OBJECT = "\ufffc";

/** A page without any block is cut all the same, so that no slice is long. In UTF-16 units. */
const LONGEST_BLOCK = 20_000;

/** An inline element whose text has just ended, and the character before it. */
interface Closed {
  element: Element | undefined;
  before: number;
}

/** Puts blocks together as text nodes and elements come by in the order of the document. */
export class BlockBuilder {
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
