/** Puts blocks together out of the text nodes and elements that come by. */
import { isWordPart } from "../../data/lexicon/characters.ts";
import type { Block } from "./blocks.ts";
import { readFlat } from "./flat.ts";
import { HEADING, INLINE, layoutOf, PHRASE, SECTION } from "./roles.ts";
import {
  Between,
  BY_OBJECT,
  END,
  type Ends,
  endsAt,
  firstThatCounts,
  isAcross,
  lastThatCounts,
  type Seam,
} from "./seams.ts";
import type { SectionCursor } from "./sections.ts";

/** Stands for what is no text inside a line: no name reaches across it. */
const OBJECT = "\ufffc";

/** A page without any block is cut all the same, so that no slice is long. In UTF-16 units. */
const LONGEST_BLOCK = 20_000;

/** An inline element whose text has just ended, and how the text before it ends. */
interface Closed {
  element: Element | undefined;
  before: Ends;
}

const NOTHING_YET: Ends = { earlier: 0, last: 0 };

/** Puts blocks together as text nodes and elements come by in the order of the document. */
export class BlockBuilder {
  readonly between = new Between();
  private whole = "";
  private nodes: Text[] = [];
  private starts: number[] = [];
  private styled = false;
  /** The last text that counts, and how it ends. */
  private lastNode: Text | undefined;
  private ends: Ends = NOTHING_YET;
  /** Whether white space follows it. */
  private spaced = false;
  /** For each inline element that is open how the text before it ends, nothing where that was in another block. */
  private readonly open: Ends[] = [];
  /** Of those that closed since the last text, the first and the last: the innermost and the outermost. */
  private readonly inner: Closed = { element: undefined, before: NOTHING_YET };
  private readonly outer: Closed = { element: undefined, before: NOTHING_YET };
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
    if (role === PHRASE || role === INLINE) this.open.push(this.ends);
    else if (role === HEADING) this.sections.heading(element);
    else if (role === SECTION) this.sections.enter(element);
  }

  leave(element: Element, role: number): void {
    this.between.pass(role);
    if (role === PHRASE || role === INLINE) {
      // Where reading began inside it, its beginning was not seen.
      const before = this.open.pop() ?? NOTHING_YET;
      if (before === NOTHING_YET) return;
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
    let begins = true;
    if (this.nodes.length > 0) begins = this.meet(node, data, from);
    this.between.clear();
    if (this.inner.element) this.forgetClosed();
    if (begins) this.section = this.sections.key;
    this.nodes.push(node);
    this.starts.push(this.whole.length);
    this.whole += data;
    const to = lastThatCounts(data);
    this.ends = endsAt(data, to);
    this.lastNode = node;
    this.spaced = to < data.length - 1;
    return begins;
  }

  /**
   * Takes a whole paragraph at once, if it is a plain one.
   * @returns whether it was taken; if not, nothing has happened
   */
  paragraph(element: Element, role: number): boolean {
    const flat = readFlat(element, LONGEST_BLOCK, this.seam, this.mayBegin);
    if (!flat) return false;
    if (role === HEADING) this.sections.heading(element);
    if (flat.nodes.length > 0) {
      this.end();
      this.section = this.sections.key;
      this.whole = flat.text;
      this.nodes = flat.nodes;
      this.starts = flat.starts;
      this.ends = flat.ends;
      this.lastNode = flat.nodes.at(-1);
      this.spaced = flat.spaced;
      this.styled = flat.styled;
    }
    this.between.pass(role);
    return true;
  }

  /** Whether a text may begin a block behind what was read, whatever the styles. */
  private readonly mayBegin = (whole: string, from: number, end: number): boolean => {
    if (this.nodes.length === 0) return true;
    const { ends, inner, outer, seam } = this;
    return !(
      isAcross(seam, ends, whole, from, end) ||
      (inner.element && isAcross(seam, inner.before, whole, from, end)) ||
      (outer.element && isAcross(seam, outer.before, whole, from, end))
    );
  };

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
    this.ends = NOTHING_YET;
    this.spaced = false;
    // What is open began in a block that is over.
    this.open.fill(NOTHING_YET);
    this.forgetClosed();
  }

  /** Joins the next text to the block, or ends the block before it. @returns whether it ended */
  private meet(node: Text, data: string, from: number): boolean {
    if (this.inner.element) this.unless(this.inner, data, from);
    if (this.outer.element) this.unless(this.outer, data, from);
    const { between, lastNode, seam } = this;
    let joint = between.byTags;
    let styled = false;
    const earlier = lastNode?.data ?? "";
    const word =
      from === 0 &&
      !this.spaced &&
      isWordPart(data.charCodeAt(from)) &&
      isWordPart(this.ends.last) &&
      seam.parts(earlier, earlier.length, data, 0);
    if (lastNode && between.matters(this.ends, data, from, word, seam)) {
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
  private unless({ element, before }: Closed, data: string, from: number): void {
    if (!element || !isAcross(this.seam, before, data, from)) return;
    this.styled = true;
    if (layoutOf(element) !== "none") return;
    let kept = this.nodes.length;
    while (kept > 0 && element.contains(this.nodes[kept - 1] ?? null)) kept--;
    // One text alone is seen through: that is what the eye does with a stray character, and no more.
    if (kept !== this.nodes.length - 1 || kept === 0) return;
    this.whole = this.whole.slice(0, this.starts[kept]);
    this.nodes.length = kept;
    this.starts.length = kept;
    this.ends = before;
    this.lastNode = this.nodes[kept - 1];
    this.spaced = false;
    this.between.clear();
  }

  private forgetClosed(): void {
    this.inner.element = undefined;
    this.outer.element = undefined;
  }
}
