import { type Folding, fold, isInvisible, isWordPart, LAST_WORD_PART } from "./characters.ts";
import { endsClause, endsSentence } from "./sentences.ts";
import { slot, standsBetween } from "./sieve.ts";
import type { Trie } from "./trie.ts";

/** From here on lie the letters of full width. */
const FULL_WIDTH = 0xff00;

/** What a character can be to cues: the beginning of one, a part of a Latin word or a number, one of the signs. */
const BEGINS = 1;
export const WORD = 2;
export const INVISIBLE = 4;
export const CLAUSE_END = 8;
export const SENTENCE_END = 16;
export const SIGNS = INVISIBLE | CLAUSE_END | SENTENCE_END;
/** May follow the first character of a cue. */
const FOLLOWS = 32;
/** May stand between two characters of a cue. */
const GAP = 64;

/** Stands for the second character where there is none. */
const NOTHING = 0;

/** The bit that no class has: the character is a sign, or a cue may go on from it behind a gap. */
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

/** So many places are remembered, a power of two: more than stand around a name. */
const ROOM = 256;

/**
 * Where in a stretch of text cues of which classes may begin. Every place is looked at once, however
 * many names stand near it. Lets some places through that are none; never keeps one back.
 */
export class Spots {
  /** By code unit all that it can be: one look tells whether anything is to be done. */
  readonly kinds = new Uint8Array(0x10000);
  /** By the last bits of a place: the classes of a character that is a cue by itself; `APART` where it is a sign. */
  readonly lone = new Int32Array(ROOM);
  /** The same: the classes that go on from there; `APART` behind which there is a gap. */
  readonly longer = new Int32Array(ROOM);
  /** The same: the place that is remembered. */
  private readonly places = new Int32Array(ROOM);
  text = "";
  /** By a cue's first two characters the classes that begin so, by one and `NOTHING` those that it is a cue of by itself. */
  private readonly begun = new Int32Array(0x10000);

  constructor(
    words: readonly { text: string; value: number }[],
    bits: Int32Array,
    folding: Folding,
    private readonly trie: Trie<number>,
  ) {
    const { kinds, begun } = this;
    for (let c = 0; c < kinds.length; c++) {
      let kind = trie.first[c] === 0 ? 0 : BEGINS;
      if ((c <= LAST_WORD_PART || c >= FULL_WIDTH) && isWordPart(fold(folding, c))) kind |= WORD;
      if (isInvisible(c)) kind |= INVISIBLE;
      if (endsClause(c)) kind |= CLAUSE_END;
      if (endsSentence(c)) kind |= SENTENCE_END;
      if (standsBetween(c)) kind |= FOLLOWS | GAP;
      kinds[c] = kind;
    }
    for (const { text, value } of words) {
      const pair = trie.folded(text.slice(0, 2));
      const node = trie.first[pair.charCodeAt(0)] as number;
      const second = text.length < 2 ? NOTHING : pair.charCodeAt(1);
      // By the second as it stands in a text, so that a look needs no folding.
      for (const c of [second, ...(trie.others.get(second) ?? [])]) {
        const at = slot(node, c);
        begun[at] = (begun[at] as number) | (bits[value] as number);
        kinds[c] = (kinds[c] as number) | FOLLOWS;
      }
    }
  }

  /** Another text, or none. */
  turnTo(text: string): void {
    this.text = text;
    this.places.fill(-1);
  }

  /** Looks at a place, unless it is remembered. @returns where in `lone` and `longer` it stands */
  look(at: number): number {
    const spot = at & (ROOM - 1);
    if (this.places[spot] === at) return spot;
    const { text, kinds } = this;
    const c = text.charCodeAt(at);
    const kind = kinds[c] as number;
    let lone = (kind & SIGNS) === 0 ? 0 : APART;
    let longer = 0;
    if ((kind & BEGINS) !== 0 && !((kind & WORD) !== 0 && this.inWord(at))) {
      const { begun } = this;
      const node = this.trie.first[c] as number;
      lone |= begun[slot(node, NOTHING)] as number;
      const next = at + 1 < text.length ? text.charCodeAt(at + 1) : NOTHING;
      const following = kinds[next] as number;
      if ((following & FOLLOWS) !== 0) {
        longer = begun[slot(node, next)] as number;
        if ((following & GAP) !== 0) longer |= APART;
      }
    }
    this.lone[spot] = lone;
    this.longer[spot] = longer;
    this.places[spot] = at;
    return spot;
  }

  /** Whether a Latin word or a number goes on from before a place. */
  private inWord(at: number): boolean {
    let before = at - 1;
    while (before >= 0 && this.is(before, INVISIBLE)) before--;
    return before >= 0 && this.is(before, WORD);
  }

  /** Whether the character there is of a kind. */
  is(at: number, kind: number): boolean {
    return ((this.kinds[this.text.charCodeAt(at)] as number) & kind) !== 0;
  }
}
