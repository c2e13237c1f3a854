/** The seams between text nodes: what lies between two of them, and whether they go together. */
import { isInvisible, isSpace } from "../../data/lexicon/characters.ts";
import { BREAK, INLINE, isRead, layoutOf, NOTHING, PHRASE, roleOf, SKIP } from "./roles.ts";

/** What may lie across or beside a seam. */
export interface Seam {
  /** Whether a name that lies across a seam may go on behind it with the character. */
  begins(behind: number): boolean;
  /**
   * Whether a name may lie across the seam: given the last character before it that counts and the first behind
   * it, and those before and behind them, 0 where there are none.
   */
  crosses(earlier: number, before: number, behind: number, later: number): boolean;
  /** Whether a name may end with the first text, up to `to`, or begin with the second, from `from`: one word goes on from one to the other. */
  parts(before: string, to: number, behind: string, from: number, start?: number, end?: number): boolean;
}

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
   * Whether styles are to be asked how the two go together.
   * @param ends the last character before the seam that counts, and the one before it
   * @param word whether a Latin word or number runs on from one to the other, and parting it could make a name
   */
  matters(ends: Ends, behind: string, from: number, word: boolean, seam: Seam): boolean {
    return this.crossed && !this.object && ((word && !this.block) || isAcross(seam, ends, behind, from));
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

/** How a text ends: its last character that counts, and the one before it; 0 where there is none. */
export interface Ends {
  earlier: number;
  last: number;
}

/** How a text ends whose last character that counts stands at `at`. */
export function endsAt(data: string, at: number, start = 0): Ends {
  return { earlier: at > start ? data.charCodeAt(at - 1) : 0, last: data.charCodeAt(at) };
}

/** Whether a name may lie across the seam of two texts, of which the second counts from `from`. */
export function isAcross(seam: Seam, { earlier, last }: Ends, data: string, from: number, end = data.length): boolean {
  return seam.crosses(earlier, last, data.charCodeAt(from), from + 1 < end ? data.charCodeAt(from + 1) : 0);
}

/** Two texts read as one, or with something between them that is no text, or the block ends. */
export type Joint = typeof JOIN | typeof BY_OBJECT | typeof END;
export const JOIN = 0;
export const BY_OBJECT = 1;
export const END = 2;

/** The elements that begin or end between two neighbouring texts. */
export function crossedBetween(before: Text, behind: Text, root: Node): Element[] {
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

/** Whether a character is sure to count: nearly every Chinese one is. */
export function countsAtAGlance(c: number): boolean {
  return c > 0x3000 && c < 0xfe00;
}

function counts(c: number): boolean {
  return countsAtAGlance(c) || (!isSpace(c) && !isInvisible(c));
}

/** The offset of the first character from `start` that is no white space, `end` where there is none. */
export function firstThatCounts(data: string, start = 0, end = data.length): number {
  let i = start;
  while (i < end && !counts(data.charCodeAt(i))) i++;
  return i;
}

/** The offset of the last character before `end` that is no white space, one before `start` where there is none. */
export function lastThatCounts(data: string, start = 0, end = data.length): number {
  let i = end - 1;
  while (i >= start && !counts(data.charCodeAt(i))) i--;
  return i;
}
