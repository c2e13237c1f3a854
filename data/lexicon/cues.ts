import { type Folding, isSpace } from "./characters.ts";
import { APART, bitsOf, CLAUSE_END, INVISIBLE, SENTENCE_END, SIGNS, Spots, WORD } from "./spots.ts";
import { Trie, type Walker, walk } from "./trie.ts";
import type { SenseData } from "./types.ts";

/** How far a cue may stand from the name, in UTF-16 units that can be seen, inside its sentence. */
export const CUE_REACH = 40;

/** The cue that a number right before the name is: 3.5亿欧, 几百度. */
export const NUMBER = "number";
const NUMERALS = new Set(
  [..."0123456789０１２３４５６７８９零一二三四五六七八九十百千万萬两兩几幾数數多余餘"].map((c) => c.charCodeAt(0)),
);

/** Where a cue stands to the name, as `CuePlace` says it. */
export const BEFORE = 0;
export const AFTER = 1;
export const NEAR = 2;

/** The words that tell senses apart, ready to be looked for in texts. */
export class Cues implements Walker<number> {
  /** Names of the classes; what is found speaks of them by number. */
  readonly classes: readonly string[];
  /** By class the bit that stands for it. */
  readonly bits: Int32Array;
  /** The class of the number right before a name. */
  private readonly number: number;
  private readonly trie: Trie<number>;
  private readonly spots: Spots;
  private readonly longest: number;
  private text = "";
  /** The longest cue of the last look, if there was one: its classes, and the place behind it. */
  private found: readonly number[] | undefined;
  private foundEnd = 0;
  /** The start of the name that was asked about last, the first place that speaks for it, what can be seen between the two, and its clause's start. */
  private start = 0;
  private first = 0;
  private seen = 0;
  private clauseStart = 0;

  /** @param variants all that `folding` was made of: those of the names and those of the cues */
  constructor({ cues: classes, senses }: SenseData, folding: Folding, variants: string) {
    this.classes = [...Object.keys(classes), NUMBER];
    const near = new Set(senses.flatMap((sense) => Object.keys(sense.near ?? {})));
    this.bits = bitsOf(this.classes.map((name) => near.has(name)));
    this.number = this.classes.length - 1;
    const words = Object.values(classes).flatMap((list, value) => list.map((text) => ({ text, value })));
    this.trie = new Trie(words, folding, variants);
    this.spots = new Spots(words, this.bits, folding, this.trie);
    this.longest = words.reduce((most, { text }) => Math.max(most, text.length), 1);
  }

  /** The text that is asked about; an empty one when there is nothing more to ask. */
  turnTo(text: string): void {
    this.text = text;
    this.spots.turnTo(text);
    this.start = this.first = this.seen = this.clauseStart = 0;
  }

  /**
   * Tells of every cue around a name at `start`–`end`, in its sentence and in the order of the text.
   * What one name has seen of a sentence, the next one need not look at again.
   */
  around(start: number, end: number, listener: CueListener): void {
    const { text, spots } = this;
    this.reachBack(start);
    const { first } = this;
    const digit = start > 0 && isSpace(text.charCodeAt(start - 1)) ? start - 2 : start - 1;
    if (digit >= first && NUMERALS.has(text.charCodeAt(digit))) listener.hear(this.number, BEFORE, digit, start, false);
    spots.from(first);
    if (spots.filled < start) spots.fill(start, first);
    this.ahead(start, listener);
    this.behind(end, listener);
  }

  /** Finds out from where on cues speak for a name at `start`: from the last name's place on if that is near. */
  private reachBack(start: number): void {
    const { text } = this;
    const { kinds } = this.spots;
    let { first, seen, clauseStart } = this;
    if (start - this.start > CUE_REACH) {
      first = start;
      clauseStart = 0;
      for (seen = 0; first > 0 && seen < CUE_REACH; first--) {
        const kind = (kinds[text.charCodeAt(first - 1)] as number) & SIGNS;
        if (kind === SENTENCE_END) break;
        if (kind === CLAUSE_END && clauseStart === 0) clauseStart = first;
        if (kind !== INVISIBLE) seen++;
      }
    } else {
      for (let at = this.start; at < start; at++) {
        const kind = (kinds[text.charCodeAt(at)] as number) & SIGNS;
        if (kind === CLAUSE_END) clauseStart = at + 1;
        if (kind !== INVISIBLE) seen++;
        if (kind !== SENTENCE_END) continue;
        first = at + 1;
        seen = 0;
      }
      for (; seen > CUE_REACH; first++) if (!this.spots.is(first, INVISIBLE)) seen--;
    }
    this.start = start;
    this.first = first;
    this.seen = seen;
    this.clauseStart = clauseStart;
  }

  /** Tells of the cues before a name. What begins before the name must end before it. */
  private ahead(start: number, listener: CueListener): void {
    const { text, clauseStart } = this;
    const { lone, longer, base } = this.spots;
    const { before } = listener;
    for (let at = this.first; at < start; at++) {
      const { near } = listener;
      const more = longer[at - base] as number;
      // A character by itself that does not end beside the name is heeded only where its class counts anywhere.
      const heeded = at + 1 + WIDEST_TOUCH >= start ? near | before : near;
      if ((((lone[at - base] as number) & heeded) | (more & (near | before | APART))) === 0) continue;
      if (!this.look(at, more !== 0) || this.foundEnd > start) continue;
      this.tell(at, touch(text, this.foundEnd, start) ? BEFORE : NEAR, at < clauseStart, listener);
    }
  }

  /** Tells of the cues behind a name, up to the end of the sentence. */
  private behind(end: number, listener: CueListener): void {
    const { text, spots } = this;
    const { after } = listener;
    let far = false;
    let left = CUE_REACH;
    for (let at = end; at < text.length && left > 0; at++) {
      while (at >= spots.filled) spots.fill(Math.min(at + left, text.length), this.first);
      const { near } = listener;
      const single = spots.lone[at - spots.base] as number;
      const more = spots.longer[at - spots.base] as number;
      const heeded = at - end <= WIDEST_TOUCH ? near | after : near;
      if (((single & (heeded | APART)) | (more & (heeded | APART))) !== 0) {
        const ends = single < 0 && spots.is(at, SENTENCE_END);
        // The sign that ends the sentence is a part of it: 饿了么？ asks.
        if (ends && at > end) return;
        if (single < 0 && spots.is(at, CLAUSE_END)) far = true;
        if ((((single | more) & heeded) | (more & APART)) !== 0 && this.look(at, more !== 0) && this.reaches(at, left))
          this.tell(at, touch(text, end, at) ? AFTER : NEAR, far, listener);
        if (ends) return;
        if (single < 0 && spots.is(at, INVISIBLE)) left++;
      }
      left--;
    }
  }

  /** Whether what was found at `at` ends within so many characters that can be seen. */
  private reaches(at: number, left: number): boolean {
    let seen = this.foundEnd - at;
    for (let i = at; seen > left && i < this.foundEnd; i++) if (this.spots.is(i, INVISIBLE)) seen--;
    return seen <= left;
  }

  private tell(at: number, place: typeof BEFORE | typeof AFTER | typeof NEAR, far: boolean, to: CueListener): void {
    const heeded = to.near | (place === BEFORE ? to.before : place === AFTER ? to.after : 0);
    for (const cue of this.found ?? [])
      if (((this.bits[cue] as number) & heeded) !== 0) to.hear(cue, place, at, this.foundEnd, far);
  }

  /** Finds the longest cue that starts at `at` and stands alone: 年度 is not 年. */
  private look(at: number, goesOn: boolean): boolean {
    this.found = undefined;
    if (goesOn) {
      walk(this.trie, this.text, at, this);
    } else {
      const alone = this.trie.at(this.trie.first[this.text.charCodeAt(at)] as number);
      if (alone) this.formEnds(alone, this.text, at, at + 1);
    }
    return this.found !== undefined;
  }

  formEnds(classes: readonly number[], text: string, start: number, end: number): void {
    if (end - start > 2 * this.longest) return;
    const { spots } = this;
    if (spots.is(end - 1, WORD)) {
      let next = end;
      while (next < text.length && spots.is(next, INVISIBLE)) next++;
      if (next < text.length && spots.is(next, WORD)) return;
    }
    this.found = classes;
    this.foundEnd = end;
  }
}

/** So much white space between a cue and a name, in UTF-16 units, and they still stand side by side. */
const WIDEST_TOUCH = 2;

/** Whether nothing but a space or two lies between two places. */
function touch(text: string, from: number, to: number): boolean {
  if (from === to) return true;
  if (from > to || to - from > WIDEST_TOUCH) return false;
  for (let i = from; i < to; i++) if (!isSpace(text.charCodeAt(i))) return false;
  return true;
}

/**
 * Hears of a class by its number, of where it stands to the name, from where to where, and whether in another clause.
 * The bits are those of the classes that are of interest; of others it may hear or not.
 */
export interface CueListener {
  /** Right before the name. */
  readonly before: number;
  /** Right behind it. */
  readonly after: number;
  /** Anywhere; fewer as it hears what cannot say more. */
  readonly near: number;
  hear(cue: number, place: typeof BEFORE | typeof AFTER | typeof NEAR, at: number, end: number, far: boolean): void;
}
