import { type Folding, isSpace, isWordPart } from "./characters.ts";
import {
  ANYWHERE,
  ANYWHERE_LATIN,
  APART,
  BESIDE,
  bitsOf,
  CLAUSE_END,
  INVISIBLE,
  SENTENCE_END,
  SIGNS,
  Spots,
  WORD,
} from "./spots.ts";
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
  /** The longest cue of the last look, if there was one: its classes, and the place behind it. */
  private found: readonly number[] | undefined;
  private foundEnd = 0;

  /** @param variants all that `folding` was made of: those of the names and those of the cues */
  constructor({ cues: classes, senses }: SenseData, folding: Folding, variants: string) {
    this.classes = [...Object.keys(classes), NUMBER];
    const near = new Set(senses.flatMap((sense) => Object.keys(sense.near ?? {})));
    this.bits = bitsOf(
      this.classes.map((name) => {
        if (!near.has(name)) return BESIDE;
        return (classes[name] ?? [""]).every((word) => isWordPart(word.charCodeAt(0))) ? ANYWHERE_LATIN : ANYWHERE;
      }),
    );
    this.number = this.classes.length - 1;
    const words = Object.values(classes).flatMap((list, value) => list.map((text) => ({ text, value })));
    this.trie = new Trie(words, folding, variants);
    this.spots = new Spots(words, this.bits, folding, this.trie);
    this.longest = words.reduce((most, { text }) => Math.max(most, text.length), 1);
  }

  /** The text that is asked about; an empty one when there is nothing more to ask. */
  turnTo(text: string): void {
    this.spots.turnTo(text);
  }

  /**
   * Tells of every cue around a name at `start`–`end`, in its sentence and in the order of the text.
   * What one name has seen of a sentence, the next one need not look at again.
   */
  around(start: number, end: number, listener: CueListener): void {
    const { text, kinds } = this.spots;
    let first = start;
    let clauseStart = 0;
    for (let left = CUE_REACH; first > 0 && left > 0; first--) {
      const kind = (kinds[text.charCodeAt(first - 1)] as number) & SIGNS;
      if (kind === SENTENCE_END) break;
      if (kind === CLAUSE_END && clauseStart === 0) clauseStart = first;
      if (kind !== INVISIBLE) left--;
    }
    const digit = start > 0 && isSpace(text.charCodeAt(start - 1)) ? start - 2 : start - 1;
    if (digit >= first && NUMERALS.has(text.charCodeAt(digit))) listener.hear(this.number, BEFORE, digit, start, false);
    this.between(first, start, listener, start, end, clauseStart);
    let last = end;
    for (let left = CUE_REACH; last < text.length && left > 0; last++)
      if (((kinds[text.charCodeAt(last)] as number) & INVISIBLE) === 0) left--;
    this.between(end, last, listener, start, end, 0);
  }

  /**
   * Tells of the cues between two places, up to the end of the sentence.
   * @param clauseStart those before it stand in another clause
   */
  private between(
    from: number,
    to: number,
    listener: CueListener,
    start: number,
    end: number,
    clauseStart: number,
  ): void {
    const { spots } = this;
    const { text, lone, longer } = spots;
    const behind = from === end;
    const beside = behind ? listener.after : listener.before;
    const edge = behind ? end + WIDEST_TOUCH : start - WIDEST_TOUCH - 1;
    let clause = clauseStart;
    for (let at = from; at < to; at++) {
      const spot = spots.look(at);
      const single = lone[spot] as number;
      const more = longer[spot] as number;
      const { near } = listener;
      // What cannot end or begin beside the name is heeded only where its class counts anywhere.
      const heeded = (behind ? at <= edge : at >= edge) ? near | beside : near;
      let ends = false;
      if (behind && single < 0) {
        ends = spots.is(at, SENTENCE_END);
        // The sign that ends the sentence is a part of it: 饿了么？ asks.
        if (ends && at > end) return;
        if (spots.is(at, CLAUSE_END)) clause = to;
      }
      if (((single & heeded) | (more & (APART | (behind ? heeded : near | beside)))) !== 0) {
        this.look(at, more !== 0);
        // What begins before the name must end before it.
        if (this.found && this.foundEnd <= to) {
          const place = touch(text, this.foundEnd, start) ? BEFORE : touch(text, end, at) ? AFTER : NEAR;
          for (const cue of this.found)
            if (((this.bits[cue] as number) & (near | beside)) !== 0)
              listener.hear(cue, place, at, this.foundEnd, at < clause);
        }
      }
      if (ends) return;
    }
  }

  /** Finds the longest cue that starts at `at` and stands alone: 年度 is not 年. */
  private look(at: number, goesOn: boolean): void {
    const { text } = this.spots;
    this.found = undefined;
    if (goesOn) walk(this.trie, text, at, this);
    else this.formEnds(this.trie.at(this.trie.first[text.charCodeAt(at)] as number) ?? [], text, at, at + 1);
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

/** So much white space, or so many quotation marks, between a cue and a name, in UTF-16 units, and they still stand side by side. */
const WIDEST_TOUCH = 2;

/** Quotation marks and those of titles: “可颂”下线 is 可颂下线. */
const QUOTES = new Set([...'“”‘’「」『』《》"'].map((c) => c.charCodeAt(0)));

/** Whether nothing but a space or two, or a quotation mark, lies between two places. */
function touch(text: string, from: number, to: number): boolean {
  if (from === to) return true;
  if (from > to || to - from > WIDEST_TOUCH) return false;
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (!isSpace(c) && !QUOTES.has(c)) return false;
  }
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
