import { isHan, isInvisible, isSpace, LAST_WORD_PART } from "./characters.ts";
import type { Trie } from "./trie.ts";

/** What a character can be; several may hold. */
export const BEGINS = 1;
export const SECOND = 2;
/** A part of a Latin word or a number: no form that begins with one starts inside such a word. */
export const WORD = 4;
/** May stand between two characters of a name: invisible, white space, the bracket of stray pinyin. */
const BETWEEN = 8;

/** Every form has at least so many UTF-16 units: a place is looked at for every two of the text. */
export const SHORTEST_FORM = 2;

/**
 * Tells at a glance where no form can start. Lets some places through that are none; never keeps one
 * back. A look at every second character does: what is neither the first nor the second of any form
 * has none that starts at it or before it.
 */
export class Sieve {
  /** By code unit: `BEGINS`, `SECOND`, `WORD`. The look at it is nearly all of the work over a text. */
  readonly kinds = new Uint8Array(0x10000);
  /** Whether a first character goes on with a second: a small hash, so some pairs share a place. */
  private readonly pairs = new Uint8Array(0x10000);
  private readonly first: Uint16Array;

  /** @param anchors the pairs to look for: first and second character, folded, two numbers a pair */
  constructor(trie: Trie<unknown>, anchors: readonly number[]) {
    const { kinds, pairs } = this;
    // In ranges, and first: a table is filled faster than its places are asked.
    for (const [from, to] of WORD_RANGES) kinds.fill(WORD, from, to + 1);
    this.first = trie.first;
    const { others } = trie;
    const mark = (c: number, kind: number): void => {
      kinds[c] = (kinds[c] ?? 0) | kind;
      if ((kind & (BEGINS | SECOND)) !== 0)
        for (const other of others.get(c) ?? []) kinds[other] = (kinds[other] ?? 0) | kind;
    };
    for (let i = 0; i < anchors.length; i += 2) {
      const first = anchors[i] ?? 0;
      const second = anchors[i + 1] ?? 0;
      mark(first, BEGINS);
      mark(second, SECOND);
      // By the second as it stands in a text, so that a look needs no folding.
      const node = trie.first[first] ?? 0;
      pairs[slot(node, second)] = 1;
      for (const other of others.get(second) ?? []) pairs[slot(node, other)] = 1;
    }
    for (const [from, to] of BETWEEN_RANGES) for (let c = from; c <= to; c++) mark(c, SECOND | BETWEEN);
  }

  /** Whether a form may go on from its first character, which is known to begin one, to the next. */
  passes(c: number, next: number): boolean {
    if (this.pairs[slot(this.first[c] as number, next)] === 1) return true;
    return !isHan(next) && ((this.kinds[next] as number) & BETWEEN) !== 0;
  }
}

/** Whether it may stand between two characters of a name. */
export function standsBetween(c: number): boolean {
  return c === 0x28 || c === 0xff08 || isInvisible(c) || isSpace(c);
}

/** The code units of which `standsBetween` holds. */
export const BETWEEN_RANGES = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0x28, 0x28],
  [0xa0, 0xa0],
  [0xad, 0xad],
  [0x2000, 0x200f],
  [0x2028, 0x202f],
  [0x2060, 0x2064],
  [0x3000, 0x3000],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xff08, 0xff08],
] as const;

/** The code units of which `isWordPart` holds. */
export const WORD_RANGES = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, LAST_WORD_PART],
] as const;

/** The place of a pair in a table of 65,536. */
export function slot(a: number, b: number): number {
  return (Math.imul(a, 0x9e37) ^ b) & 0xffff;
}
