import { type Folding, fold, isInvisible, isSpace, isWordPart, LAST_WORD_PART } from "./characters.ts";
import { endsClause, endsSentence } from "./sentences.ts";
import { slot, standsBetween } from "./sieve.ts";
import { Trie, type Walker, walk } from "./trie.ts";

/** How far a cue may stand from the name, in UTF-16 units that can be seen, inside its sentence. */
export const CUE_REACH = 40;

/** The cue that a number right before the name is: 3.5亿欧, 几百度. */
export const NUMBER = "number";
const NUMERALS = new Set(
  [..."0123456789０１２３４５６７８９零一二三四五六七八九十百千万萬两兩几幾数數多余餘"].map((c) => c.charCodeAt(0)),
);

/** From here on lie the letters of full width. */
const FULL_WIDTH = 0xff00;

/** What a character can be to cues: the beginning of one, one by itself, a part of a Latin word or a number. */
const BEGINS = 1;
const ALONE = 2;
const WORD = 4;
const INVISIBLE = 8;
const CLAUSE_END = 16;
const SENTENCE_END = 32;
/** May follow the first character of a cue. */
const FOLLOWS = 64;
/** May stand between two characters of a cue. */
const GAP = 128;

/** Where a cue stands to the name, as `CuePlace` says it. */
export const BEFORE = 0;
export const AFTER = 1;
export const NEAR = 2;

/** The words that tell senses apart, ready to be looked for in texts. */
export class Cues implements Walker<number> {
  /** Names of the classes; what is found speaks of them by number. */
  readonly classes: readonly string[];
  /** The class of the number right before a name. */
  private readonly number: number;
  private readonly trie: Trie<number>;
  /** By a cue's first two characters the classes that begin so, a bit for every 32nd. */
  private readonly begun = new Int32Array(0x10000);
  private readonly longest: number;
  /** By code unit all that it can be: one look tells whether anything is to be done. */
  private readonly counts = new Uint8Array(0x10000);
  /** The longest cue of the last look, if there was one: its classes, and the place behind it. */
  private found: readonly number[] | undefined;
  private foundEnd = 0;
  /** Where the clause of the name that is asked about begins. */
  private clauseStart = 0;

  /** @param variants all that `folding` was made of: those of the names and those of the cues */
  constructor(classes: Readonly<Record<string, readonly string[]>>, folding: Folding, variants: string) {
    this.classes = [...Object.keys(classes), NUMBER];
    this.number = this.classes.length - 1;
    const words = Object.values(classes).flatMap((list, value) => list.map((text) => ({ text, value })));
    this.trie = new Trie(words, folding, variants);
    const { counts, trie, begun } = this;
    for (let c = 0; c < counts.length; c++) {
      const node = trie.first[c] as number;
      let kind = node === 0 ? 0 : trie.at(node) ? BEGINS | ALONE : BEGINS;
      if ((c <= LAST_WORD_PART || c >= FULL_WIDTH) && isWordPart(fold(folding, c))) kind |= WORD;
      if (isInvisible(c)) kind |= INVISIBLE;
      if (endsClause(c)) kind |= CLAUSE_END;
      if (endsSentence(c)) kind |= SENTENCE_END;
      if (standsBetween(c)) kind |= FOLLOWS | GAP;
      counts[c] = kind;
    }
    for (const { text, value } of words) {
      if (text.length < 2) continue;
      const pair = trie.folded(text.slice(0, 2));
      const second = pair.charCodeAt(1);
      // By the second as it stands in a text, so that a look needs no folding.
      for (const c of [second, ...(trie.others.get(second) ?? [])]) {
        const at = slot(trie.first[pair.charCodeAt(0)] as number, c);
        begun[at] = (begun[at] as number) | classBit(value);
        counts[c] = (counts[c] as number) | FOLLOWS;
      }
    }
    this.longest = words.reduce((most, { text }) => Math.max(most, text.length), 1);
  }

  /** Tells of every cue around a name at `start`–`end`, in its sentence. */
  around(text: string, start: number, end: number, listener: CueListener): void {
    const { counts } = this;
    let first = start;
    this.clauseStart = 0;
    for (let left = CUE_REACH; first > 0 && left > 0; first--) {
      const kind = counts[text.charCodeAt(first - 1)] as number;
      if ((kind & SENTENCE_END) !== 0) break;
      if (this.clauseStart === 0 && (kind & CLAUSE_END) !== 0) this.clauseStart = first;
      if ((kind & INVISIBLE) === 0) left--;
    }
    const digit = start > 0 && isSpace(text.charCodeAt(start - 1)) ? start - 2 : start - 1;
    if (digit >= first && NUMERALS.has(text.charCodeAt(digit))) listener.hear(this.number, BEFORE, digit, start, false);
    this.between(text, first, start, listener, start, end);
    let last = end;
    for (let left = CUE_REACH; last < text.length && left > 0; last++)
      if (((counts[text.charCodeAt(last)] as number) & INVISIBLE) === 0) left--;
    this.between(text, end, last, listener, start, end);
  }

  /** Tells of the cues between two places, up to the end of the sentence. */
  private between(
    text: string,
    from: number,
    to: number,
    listener: CueListener,
    nameStart: number,
    nameEnd: number,
  ): void {
    const { counts, begun } = this;
    const { first } = this.trie;
    const { heeds } = listener;
    const final = text.length - 1;
    let behindClause = false;
    let inWord = from > 0 && this.carriesOn(text, from - 1);
    for (let at = from; at < to; at++) {
      const c = text.charCodeAt(at);
      const kind = counts[c] as number;
      if ((kind & ~FOLLOWS) === 0) {
        inWord = false;
        continue;
      }
      // The sign that ends the sentence is a part of it: 饿了么？ asks.
      if ((kind & SENTENCE_END) !== 0 && at > nameEnd) return;
      if (from === nameEnd && (kind & CLAUSE_END) !== 0) behindClause = true;
      const wordPart = (kind & INVISIBLE) !== 0 ? inWord : (kind & WORD) !== 0;
      if ((kind & BEGINS) !== 0 && !(wordPart && inWord)) {
        const next = at < final ? text.charCodeAt(at + 1) : 0;
        const following = counts[next] as number;
        let goesOn = false;
        if ((following & FOLLOWS) !== 0) {
          const bits = begun[slot(first[c] as number, next)] as number;
          // A longer cue hides the one by itself, whoever heeds it.
          goesOn = ((kind & ALONE) === 0 ? bits & heeds : bits) !== 0 || (following & GAP) !== 0;
        }
        if (goesOn || (kind & ALONE) !== 0) {
          this.look(text, at, c, goesOn);
          // What begins before the name must end before it.
          if (this.found && this.foundEnd <= to) {
            const place = touch(text, this.foundEnd, nameStart) ? BEFORE : touch(text, nameEnd, at) ? AFTER : NEAR;
            const far = behindClause || at < this.clauseStart;
            for (const cue of this.found) listener.hear(cue, place, at, this.foundEnd, far);
          }
        }
      }
      if ((kind & SENTENCE_END) !== 0) return;
      inWord = wordPart;
    }
  }

  /** Finds the longest cue that starts at `at`, whose character is `c`, and stands alone: 年度 is not 年. */
  private look(text: string, at: number, c: number, goesOn: boolean): void {
    this.found = undefined;
    if (goesOn) {
      walk(this.trie, text, at, this);
    } else {
      const alone = this.trie.at(this.trie.first[c] as number);
      if (alone) this.formEnds(alone, text, at, at + 1);
    }
  }

  /** Whether a Latin word or a number goes on there, in full width too. */
  private carriesOn(text: string, at: number): boolean {
    return ((this.counts[text.charCodeAt(at)] as number) & WORD) !== 0;
  }

  formEnds(classes: readonly number[], text: string, start: number, end: number): void {
    if (end - start > 2 * this.longest) return;
    let next = end;
    while (isInvisible(text.charCodeAt(next))) next++;
    if (next < text.length && this.carriesOn(text, end - 1) && this.carriesOn(text, next)) return;
    this.found = classes;
    this.foundEnd = end;
  }
}

/** The bit that stands for a class, and for every 32nd after it. */
export function classBit(cue: number): number {
  return 1 << (cue & 31);
}

/** Quotation marks and those of titles: “可颂”下线 is 可颂下线. */
const QUOTES = new Set([...'“”‘’「」『』《》"'].map((c) => c.charCodeAt(0)));

/** Whether nothing but a space or two, or a quotation mark, lies between two places. */
function touch(text: string, from: number, to: number): boolean {
  if (from === to) return true;
  if (from > to || to - from > 2) return false;
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (!isSpace(c) && !QUOTES.has(c)) return false;
  }
  return true;
}

/** Hears of a class by its number, of where it stands to the name, from where to where, and whether in another clause. */
export interface CueListener {
  /** The bits of the classes that are of interest: of others it may hear or not. */
  readonly heeds: number;
  hear(cue: number, place: typeof BEFORE | typeof AFTER | typeof NEAR, at: number, end: number, far: boolean): void;
}
