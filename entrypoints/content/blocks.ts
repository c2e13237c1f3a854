/**
 * From the DOM to blocks of text: one for each run of inline content that a browser lays out
 * together, with a map back to the text nodes. Nothing is written to the page.
 */

/** A run of text that reads as one, over all inline elements in it. */
export interface Block {
  text: string;
  /** The text nodes that it is made of, in order. */
  nodes: Text[];
  /** Where each node's text starts in `text`, in UTF-16 units. */
  starts: number[];
}

/** A container's own blocks, and the containers nested in it, which are read apart. */
export interface Reading {
  blocks: Block[];
  nested: Element[];
}

/** Elements whose text is no prose, or is not shown as such. */
const SKIPPED = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA INPUT SELECT OPTION DATALIST CODE PRE KBD SAMP IFRAME FRAME OBJECT EMBED CANVAS VIDEO AUDIO RT RP TITLE HEAD METER PROGRESS".split(
    " ",
  ),
);

/** Stands for an image or a box inside a line: no name reaches across it. */
const OBJECT = "\ufffc";
const HTML = "http://www.w3.org/1999/xhtml";

/** Whether the element's text may be read at all, whatever its style. */
export function isReadable(element: Element): boolean {
  if (element.namespaceURI !== HTML) return false;
  if (SKIPPED.has(element.tagName.toUpperCase())) return false;
  const editable = element.getAttribute("contenteditable");
  return editable === null || editable.toLowerCase() === "false";
}

/** Whether nothing above the element keeps it from being read. */
export function isWithinReadable(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) if (!isReadable(at)) return false;
  return true;
}

/** How an element takes part in the text around it. */
type Role = "none" | "inline" | "transparent" | "box" | "block";

function roleOf(style: CSSStyleDeclaration): Role {
  const { display } = style;
  if (display === "inline" || display === "ruby" || display === "ruby-base") {
    // A float or an absolutely placed element computes to a block of its own.
    return "inline";
  }
  if (display === "none" || display === "") return "none";
  if (display === "contents") return "transparent";
  return display.startsWith("inline-") ? "box" : "block";
}

/** Whether the element starts a block of its own, so that it is read as a container. */
export function isContainer(element: Element): boolean {
  const role = roleOf(getComputedStyle(element));
  return role === "block" || role === "box";
}

/** The container that `node` belongs to: the nearest one at or above it. */
export function containerOf(node: Node): Element | null {
  let element = node instanceof Element ? node : node.parentElement;
  while (element?.parentElement && !isContainer(element)) element = element.parentElement;
  return element;
}

/** Reads the text that belongs to `container` itself. */
export function readContainer(container: Element): Reading {
  const reader = new ContainerReader();
  const style = getComputedStyle(container);
  if (style.display !== "none" && style.contentVisibility !== "hidden" && isReadable(container))
    reader.children(container, style.visibility === "visible");
  return reader.finish();
}

class ContainerReader {
  private readonly blocks: Block[] = [];
  private readonly nested: Element[] = [];
  private text = "";
  private nodes: Text[] = [];
  private starts: number[] = [];

  /** Walks the children of an element whose own text is visible or not. */
  children(parent: Element, visible: boolean): void {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === Node.TEXT_NODE) {
        if (visible) this.add(child as Text);
      } else if (child.nodeType === Node.ELEMENT_NODE) {
        // What a closed details keeps back has boxes of its own style, and is not shown.
        if (parent.tagName !== "DETAILS" || parent.hasAttribute("open") || (child as Element).tagName === "SUMMARY") {
          this.element(child as Element);
        }
      }
    }
  }

  finish(): Reading {
    this.endBlock();
    return { blocks: this.blocks, nested: this.nested };
  }

  private element(element: Element): void {
    const tag = element.tagName.toUpperCase();
    if (tag === "BR") {
      this.text += "\n";
      return;
    }
    if (tag === "RT" || tag === "RP" || tag === "WBR") return;
    if (!isReadable(element)) {
      // Code, a field or an image in the middle of a line parts what stands on both sides of it.
      this.text += OBJECT;
      return;
    }
    const style = getComputedStyle(element);
    switch (roleOf(style)) {
      case "none":
        return;
      case "inline":
      case "transparent":
        this.children(element, style.visibility === "visible");
        return;
      case "box":
        this.nested.push(element);
        this.text += OBJECT;
        return;
      case "block":
        this.nested.push(element);
        this.endBlock();
    }
  }

  private add(node: Text): void {
    if (node.length === 0) return;
    this.nodes.push(node);
    this.starts.push(this.text.length);
    this.text += node.data;
  }

  private endBlock(): void {
    if (this.nodes.length > 0) this.blocks.push({ text: this.text, nodes: this.nodes, starts: this.starts });
    this.text = "";
    this.nodes = [];
    this.starts = [];
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
