import { type Folding, fold, isInvisible, isSpace, isWordPart, LAST_WORD_PART } from "./characters.ts";
import { endsClause, endsSentence } from "./sentences.ts";
import { Sieve } from "./sieve.ts";
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

/** What a character can be to cues: anything at all, the beginning of one, one by itself. */
const MATTERS = 1;
const BEGINS = 2;
const ALONE = 4;

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
  private readonly sieve: Sieve;
  private readonly longest: number;
  /** By code unit what it can be: `MATTERS`, `BEGINS`, `ALONE`. Most characters are nothing here. */
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
    this.sieve = new Sieve(this.trie, this.trie.pairs);
    const { counts, trie } = this;
    for (let c = 0; c < counts.length; c++) {
      const node = trie.first[c] as number;
      if (node !== 0) counts[c] = trie.at(node) ? MATTERS | BEGINS | ALONE : MATTERS | BEGINS;
      else if (endsSentence(c) || endsClause(c) || isInvisible(c)) counts[c] = MATTERS;
    }
    this.longest = words.reduce((most, { text }) => Math.max(most, text.length), 1);
  }

  /** Tells of every cue around a name at `start`–`end`, in its sentence. */
  around(text: string, start: number, end: number, listener: CueListener): void {
    let first = start;
    this.clauseStart = 0;
    for (let left = CUE_REACH; first > 0 && left > 0; first--) {
      const c = text.charCodeAt(first - 1);
      if (endsSentence(c)) break;
      if (this.clauseStart === 0 && endsClause(c)) this.clauseStart = first;
      if (!isInvisible(c)) left--;
    }
    const digit = start > 0 && isSpace(text.charCodeAt(start - 1)) ? start - 2 : start - 1;
    if (digit >= first && NUMERALS.has(text.charCodeAt(digit))) listener.hear(this.number, BEFORE, digit, start, false);
    this.between(text, first, start, listener, start, end);
    let last = end;
    for (let left = CUE_REACH; last < text.length && left > 0; last++) if (!isInvisible(text.charCodeAt(last))) left--;
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
    const { counts, sieve } = this;
    let behindClause = false;
    let inWord = from > 0 && this.carriesOn(text, from - 1);
    for (let at = from; at < to; at++) {
      const c = text.charCodeAt(at);
      const kind = counts[c] as number;
      if (kind === 0) {
        inWord = this.carriesOn(text, at);
        continue;
      }
      // The sign that ends the sentence is a part of it: 饿了么？ asks.
      if (endsSentence(c) && at > nameEnd) return;
      if (from === nameEnd && endsClause(c)) behindClause = true;
      const wordPart = isInvisible(c) ? inWord : this.carriesOn(text, at);
      const begins = (kind & BEGINS) !== 0 && !(wordPart && inWord);
      if (begins && ((kind & ALONE) !== 0 || at + 1 >= text.length || sieve.passes(c, text.charCodeAt(at + 1)))) {
        this.look(text, at, c);
        // What begins before the name must end before it.
        if (this.found && this.foundEnd <= to) {
          const place = touch(text, this.foundEnd, nameStart) ? BEFORE : touch(text, nameEnd, at) ? AFTER : NEAR;
          const far = behindClause || at < this.clauseStart;
          for (const cue of this.found) listener.hear(cue, place, at, this.foundEnd, far);
        }
      }
      if (endsSentence(c)) return;
      inWord = wordPart;
    }
  }

  /** Finds the longest cue that starts at `at`, whose character is `c`, and stands alone: 年度 is not 年. */
  private look(text: string, at: number, c: number): void {
    this.found = undefined;
    if (at + 1 < text.length && this.sieve.passes(c, text.charCodeAt(at + 1))) {
      walk(this.trie, text, at, this);
    } else {
      const alone = this.trie.at(this.trie.first[c] as number);
      if (alone) this.formEnds(alone, text, at, at + 1);
    }
  }

  /** Whether a Latin word or a number goes on there, in full width too. */
  private carriesOn(text: string, at: number): boolean {
    const c = text.charCodeAt(at);
    return (c <= LAST_WORD_PART || c >= FULL_WIDTH) && isWordPart(fold(this.trie.folding, c));
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

/** Whether nothing but a space or two lies between two places. */
function touch(text: string, from: number, to: number): boolean {
  if (from === to) return true;
  if (from > to || to - from > 2) return false;
  for (let i = from; i < to; i++) if (!isSpace(text.charCodeAt(i))) return false;
  return true;
}

/** Hears of a class by its number, of where it stands to the name, from where to where, and whether in another clause. */
export interface CueListener {
  hear(cue: number, place: typeof BEFORE | typeof AFTER | typeof NEAR, at: number, end: number, far: boolean): void;
}
