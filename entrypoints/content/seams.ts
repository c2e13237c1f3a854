/** The seams between text nodes: what lies between two of them, and whether they go together. */
import { isInvisible, isSpace } from "../../data/lexicon/characters.ts";
import { BREAK, INLINE, isRead, layoutOf, NOTHING, PHRASE, roleOf, SKIP } from "./roles.ts";

/** Whether a name may have the two characters side by side. */
export type Seam = (before: number, behind: number) => boolean;

/** What lies between two neighbouring text nodes. */
export class Between {
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
export type Joint = typeof JOIN | typeof BY_OBJECT | typeof END;
export const JOIN = 0;
export const BY_OBJECT = 1;
export const END = 2;

/** The elements that begin or end between two neighbouring texts. */
function crossedBetween(before: Text, behind: Text, root: Node): Element[] {
  const crossed: Element[] = [];
  const pass = (element: Element): void => {
    if (isRead(roleOf(element))) crossed.push(element);
  };
  for (let at = preceding(behind, root, pass); at && at !== before; at = preceding(at, root, pass));
  return crossed;
}

/** The node before `node` in the order of the document; `pass` hears of elements that begin or end on the way. */
export function preceding(node: Node, root: Node, pass: (element: Element, role: number) => void): Node | null {
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

function counts(c: number): boolean {
  return (c > 0x3000 && c < 0xfe00) || (!isSpace(c) && !isInvisible(c));
}

/** The offset of the first character that is no white space, the length where there is none. */
export function firstThatCounts(data: string): number {
  const { length } = data;
  let i = 0;
  while (i < length && !counts(data.charCodeAt(i))) i++;
  return i;
}

/** The offset of the last character that is no white space, -1 where there is none. */
export function lastThatCounts(data: string): number {
  let i = data.length - 1;
  while (i >= 0 && !counts(data.charCodeAt(i))) i--;
  return i;
}
