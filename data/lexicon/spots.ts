import { type Folding, fold, isInvisible, isSpace, isWordPart, LAST_WORD_PART } from "./characters.ts";
import { endsClause, endsSentence } from "./sentences.ts";
import { slot, standsBetween } from "./sieve.ts";
import type { Trie } from "./trie.ts";

/** From here on lie the letters of full width. */
const FULL_WIDTH = 0xff00;

/**
 * What a character can be to cues, above the number of the node that lies below the root by it (0 where no cue
 * begins with it): a part of a Latin word or a number, one of the signs.
 */
export const NODE = 0xffff;
export const WORD = 1 << 16;
export const INVISIBLE = 1 << 17;
export const CLAUSE_END = 1 << 18;
export const SENTENCE_END = 1 << 19;
/** May follow the first character of a cue. */
const FOLLOWS = 1 << 20;
/** May stand between two characters of a cue. */
export const GAP = 1 << 21;
/** Is a cue by itself. */
const LONE = 1 << 22;
/** White space, and the marks of quotations and titles: what they part stands side by side all the same (“可颂”下线). */
export const JOINS = 1 << 23;
const QUOTES = '“”‘’「」『』《》"';

/** Stands for the second character where there is none. */
const NOTHING = 0;

/** The bit that no class has: a cue may go on behind a gap. */
export const APART = 1 << 31;

/** Where the words of a class count: beside a name alone, anywhere in its sentence, or there and all of them Latin. */
export const BESIDE = 0;
export const ANYWHERE = 1;
export const ANYWHERE_LATIN = 2;
export type Scope = typeof BESIDE | typeof ANYWHERE | typeof ANYWHERE_LATIN;

/** So many bits are for each scope: most places are not beside a name, and few texts have Latin words. */
const BITS = [7, 20, 4] as const;

/** A bit for each class, by the scope of each; several share one, but none of two scopes. */
export function bitsOf(scopes: readonly Scope[]): Int32Array {
  const given = [0, 0, 0];
  const from = [0, BITS[BESIDE], BITS[BESIDE] + BITS[ANYWHERE]];
  return Int32Array.from(scopes, (scope) => {
    const at = (given[scope] as number)++ % BITS[scope];
    return 1 << ((from[scope] as number) + at);
  });
}

/**
 * Where in a text cues of which classes may begin, told by two characters. Lets some places through that are
 * none; never keeps one back.
 */
export class Spots {
  /** By code unit all that it can be: one look tells whether anything is to be done. */
  readonly kinds = new Int32Array(0x10000);
  text = "";
  /** By a cue's first two characters the classes that begin so, by one and `NOTHING` those that it is a cue of by itself. */
  private readonly begun = new Int32Array(0x10000);
  /** By its first two characters the length of the longest cue that begins so. */
  private readonly longest = new Uint8Array(0x10000);

  constructor(
    words: readonly { text: string; value: number }[],
    bits: Int32Array,
    folding: Folding,
    trie: Trie<number>,
  ) {
    const { kinds, begun, longest } = this;
    for (let c = 0; c < kinds.length; c++) {
      let kind = trie.first[c] as number;
      if ((c <= LAST_WORD_PART || c >= FULL_WIDTH) && isWordPart(fold(folding, c))) kind |= WORD;
      if (isInvisible(c)) kind |= INVISIBLE;
      if (endsClause(c)) kind |= CLAUSE_END;
      if (endsSentence(c)) kind |= SENTENCE_END;
      if (standsBetween(c)) kind |= FOLLOWS | GAP;
      if (isSpace(c)) kind |= JOINS;
      kinds[c] = kind;
    }
    for (const quote of QUOTES) kinds[quote.charCodeAt(0)] = (kinds[quote.charCodeAt(0)] as number) | JOINS;
    for (const { text, value } of words) {
      const pair = trie.folded(text.slice(0, 2));
      const node = trie.first[pair.charCodeAt(0)] as number;
      const second = text.length < 2 ? NOTHING : pair.charCodeAt(1);
      // By the second as it stands in a text, so that a look needs no folding.
      for (const c of [second, ...(trie.others.get(second) ?? [])]) {
        const at = slot(node, c);
        begun[at] = (begun[at] as number) | (bits[value] as number);
        if (text.length > (longest[at] as number)) longest[at] = text.length;
        kinds[c] = (kinds[c] as number) | FOLLOWS;
      }
      if (second !== NOTHING) continue;
      const first = pair.charCodeAt(0);
      for (const c of [first, ...(trie.others.get(first) ?? [])]) kinds[c] = (kinds[c] as number) | LONE;
    }
  }

  /** Another text, or none. */
  turnTo(text: string): void {
    this.text = text;
  }

  /** What the character at a place can be; nothing behind the end. */
  kindAt(at: number): number {
    return at < this.text.length ? (this.kinds[this.text.charCodeAt(at)] as number) : 0;
  }

  /** The classes that the character at a place is a cue of by itself. @param kind its own */
  lone(kind: number): number {
    return (kind & LONE) === 0 ? 0 : (this.begun[slot(kind & NODE, NOTHING)] as number);
  }

  /** The classes that go on from a place to the next, and `APART` before a gap. @param kind its own, and that of the next */
  longer(at: number, kind: number, following: number): number {
    if ((following & FOLLOWS) === 0) return 0;
    const begun = this.begun[slot(kind & NODE, this.text.charCodeAt(at + 1))] as number;
    return (following & GAP) === 0 ? begun : begun | APART;
  }

  /** The most UTF-16 units that a cue has that goes on from a place to the next. @param kind that of the character there */
  reach(at: number, kind: number): number {
    return this.longest[slot(kind & NODE, this.text.charCodeAt(at + 1))] as number;
  }

  /** Whether a Latin word or a number goes on from before a place. */
  inWord(at: number): boolean {
    let before = at - 1;
    while (before >= 0 && this.is(before, INVISIBLE)) before--;
    return before >= 0 && this.is(before, WORD);
  }

  /** Whether the character there is of a kind. */
  is(at: number, kind: number): boolean {
    return ((this.kinds[this.text.charCodeAt(at)] as number) & kind) !== 0;
  }
}
