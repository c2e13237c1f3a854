/**
 * The sections of a root: what stands under one heading, or in one element that is a section. Known from
 * reading, since asking the document where a place lies costs as much as its parents have children.
 */
import { isHere, roleOf, SECTION } from "./roles.ts";

export class Sections {
  /** The headings directly in each section (or root), in the order of the document. */
  private readonly headings = new WeakMap<Node, Element[]>();
  /** The section that each heading was found in. */
  private readonly found = new Map<Element, Node>();

  /**
   * @param onChange called where a heading came or went: with the key under which stood what may stand under
   * another now, the heading if it came, and whether reading had come no further than to it
   */
  constructor(private readonly onChange: (key: Node, came?: Element, next?: boolean) => void) {}

  /** The key of the section that a place lies in: its last heading before the place, else the section, else the root. */
  keyAt(node: Node): Node {
    const section = sectionOf(node);
    const headings = this.headings.get(section) ?? [];
    let low = 0;
    let high = headings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const heading = headings[middle];
      if (heading && precedes(heading, node)) low = middle + 1;
      else high = middle;
    }
    return headings[low - 1] ?? section;
  }

  /**
   * Notes a heading that reading comes by.
   * @param before the heading that the same reading came by last in the section: it stands behind that one
   */
  add(heading: Element, section: Node, before: Node): void {
    const list = this.headings.get(section) ?? [];
    if (!this.headings.has(section)) this.headings.set(section, list);
    if (!this.found.has(heading) && (list.at(-1) ?? section) === before) {
      this.found.set(heading, section);
      list.push(heading);
      this.onChange(before, heading, true);
      return;
    }
    if (this.found.get(heading) === section && isInOrder(list, heading)) return;
    this.remove(heading);
    const last = list.at(-1);
    if (!last || precedes(last, heading)) {
      this.found.set(heading, section);
      list.push(heading);
      this.onChange(last ?? section, heading);
      return;
    }
    const at = list.findIndex((other) => precedes(heading, other));
    this.found.set(heading, section);
    list.splice(at < 0 ? list.length : at, 0, heading);
    this.onChange(list[list.indexOf(heading) - 1] ?? section, heading);
  }

  /** Lets go of headings that left the page. */
  prune(): void {
    for (const heading of this.found.keys()) if (!isHere(heading)) this.remove(heading);
  }

  private remove(heading: Element): void {
    const section = this.found.get(heading);
    if (!section) return;
    this.found.delete(heading);
    const list = this.headings.get(section);
    const at = list?.indexOf(heading) ?? -1;
    if (list && at >= 0) list.splice(at, 1);
    this.onChange(heading);
  }
}

/** Knows the section of the place that a stream of text is at. */
export class SectionCursor {
  /** The heading or section that the place stands under. */
  key: Node;
  private section: Node;
  private readonly outer: { section: Node; key: Node }[] = [];

  constructor(
    private readonly sections: Sections,
    from: Node,
  ) {
    this.section = sectionOf(from);
    this.key = sections.keyAt(from);
  }

  /** Begins anew at a node. */
  start(node: Node): void {
    this.outer.length = 0;
    this.section = sectionOf(node);
    this.key = this.sections.keyAt(node);
  }

  heading(element: Element): void {
    this.sections.add(element, this.section, this.key);
    this.key = element;
  }

  enter(element: Element): void {
    this.outer.push({ section: this.section, key: this.key });
    this.section = element;
    this.key = element;
  }

  leave(element: Element): void {
    const outer = this.outer.pop();
    if (outer) {
      this.section = outer.section;
      this.key = outer.key;
    } else {
      // Reading began inside it.
      this.section = sectionOf(element);
      this.key = this.sections.keyAt(element);
    }
  }
}

/** The section element that a node lies in, or its root. */
function sectionOf(node: Node): Node {
  for (let at = parentIn(node); at; at = parentIn(at)) if (roleOf(at) === SECTION) return at;
  return node.getRootNode();
}

function parentIn(node: Node): Element | null {
  return node.parentNode?.nodeType === Node.ELEMENT_NODE ? (node.parentNode as Element) : null;
}

/** Whether a heading is still where the list has it. */
function isInOrder(list: readonly Element[], heading: Element): boolean {
  const at = list.indexOf(heading);
  const [before, after] = [list[at - 1], list[at + 1]];
  return at >= 0 && (!before || precedes(before, heading)) && (!after || precedes(heading, after));
}

/** Whether `a` begins before `b` in the order of the document. */
export function precedes(a: Node, b: Node): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
