import { type Folding, isHan, isSpace, isWordPart } from "./characters.ts";
import {
  ANYWHERE,
  ANYWHERE_LATIN,
  APART,
  BESIDE,
  bitsOf,
  CLAUSE_END,
  GAP,
  INVISIBLE,
  JOINS,
  NODE,
  SENTENCE_END,
  Spots,
  WORD,
} from "./spots.ts";
import { Trie, type Walker, walk } from "./trie.ts";
import type { CuePlace, SenseData } from "./types.ts";

/** How far a cue may stand from the name, in UTF-16 units that can be seen, inside its sentence. */
export const CUE_REACH = 40;

/** The cue that a number right before the name is: 3.5亿欧, 几百度. */
export const NUMBER = "number";
const NUMERALS = new Set(
  [..."0123456789０１２３４５６７８９零一二三四五六七八九十百千万萬两兩几幾数數多余餘"].map((c) => c.charCodeAt(0)),
);

/** The cue that a Han character beside the name is: a Latin abbreviation in Chinese text. */
export const HAN = "han";

/** The cue that a name in small letters is: pinyin in running text, where xianyu is a salted fish. */
export const SMALL = "small";

/** The cues that no list of words tells, with the places that each can stand in. */
export const BUILT_IN: ReadonlyMap<string, readonly CuePlace[]> = new Map([
  [NUMBER, ["before"]],
  [HAN, ["before", "after"]],
  [SMALL, ["before"]],
]);

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
  /** The classes that are built in. */
  private readonly number: number;
  private readonly han: number;
  private readonly small: number;
  private readonly trie: Trie<number>;
  private readonly spots: Spots;
  private readonly longest: number;
  /** The longest cue of the last look, if there was one: its classes, and the place behind it. */
  private found: readonly number[] | undefined;
  private foundEnd = 0;
  /** No cue of the look that is under way may end behind this place. */
  private limit = 0;
  /** The name that is asked about, as it stands in the text. */
  private name = "";

  /** @param variants all that `folding` was made of: those of the names and those of the cues */
  constructor({ cues: classes, senses }: SenseData, folding: Folding, variants: string) {
    this.classes = [...Object.keys(classes), ...BUILT_IN.keys()];
    const near = new Set(senses.flatMap((sense) => Object.keys(sense.near ?? {})));
    this.bits = bitsOf(
      this.classes.map((name) => {
        if (!near.has(name)) return BESIDE;
        return (classes[name] ?? [""]).every((word) => isWordPart(word.charCodeAt(0))) ? ANYWHERE_LATIN : ANYWHERE;
      }),
    );
    this.number = this.classes.indexOf(NUMBER);
    this.han = this.classes.indexOf(HAN);
    this.small = this.classes.indexOf(SMALL);
    const words = Object.values(classes).flatMap((list, value) => list.map((text) => ({ text, value })));
    this.trie = new Trie(words, folding, variants);
    this.spots = new Spots(words, this.bits, folding, this.trie);
    this.longest = words.reduce((most, { text }) => Math.max(most, text.length), 1);
  }

  /** The text that is asked about; an empty one when there is nothing more to ask. */
  turnTo(text: string): void {
    this.spots.turnTo(text);
  }

  /** Tells of every cue around a name at `start`–`end`, in its sentence, on either side the nearest first. */
  around(start: number, end: number, listener: CueListener): void {
    const { text } = this.spots;
    this.name = text.slice(start, end);
    if (isSmall(text.charCodeAt(start))) listener.hear(this.small, BEFORE, start, end, false);
    const before = this.beside(start - 1, -1);
    if (before >= 0) {
      const c = text.charCodeAt(before);
      if (NUMERALS.has(c)) listener.hear(this.number, BEFORE, before, start, false);
      if (isHan(c)) listener.hear(this.han, BEFORE, before, start, false);
    }
    const behind = this.beside(end, 1);
    if (behind < text.length && isHan(text.charCodeAt(behind))) listener.hear(this.han, AFTER, end, behind + 1, false);
    this.inFront(start, listener);
    this.behind(end, listener);
  }

  /** The place of the character that a reader sees there or, behind a space, next to it; outside the text where none is. */
  private beside(at: number, step: 1 | -1): number {
    const { text } = this.spots;
    let i = at;
    let spaces = 0;
    for (; i >= 0 && i < text.length; i += step) {
      if (this.spots.is(i, INVISIBLE)) continue;
      if (spaces > 0 || !isSpace(text.charCodeAt(i))) break;
      spaces++;
    }
    return i;
  }

  /** Tells of the cues in front of a name, back to the beginning of the sentence. */
  private inFront(start: number, listener: CueListener): void {
    const { spots } = this;
    const { text, kinds } = spots;
    const { before } = listener;
    let far = false;
    /** Units so far that take up room in a cue: not what may stand inside one, pinyin included. */
    let solid = 0;
    let following = spots.kindAt(start);
    for (let at = start - 1, left = CUE_REACH; at >= 0 && left > 0; at--) {
      const kind = kinds[text.charCodeAt(at)] as number;
      if ((kind & SENTENCE_END) !== 0) return;
      if ((kind & CLAUSE_END) !== 0) far = true;
      if ((kind & INVISIBLE) === 0) left--;
      if ((kind & (GAP | WORD)) === 0) solid++;
      if ((kind & NODE) !== 0) {
        const { near } = listener;
        const longer = spots.longer(at, kind, following);
        const heeded = CUE_REACH - left <= WIDEST_TOUCH + 1 ? near | before : near;
        const anywhere = (spots.lone(kind) & heeded) | (longer & (APART | near));
        // One that counts beside the name alone must be long enough to end there; brackets inside it take room too.
        const fits = (longer & before) !== 0 && solid <= 2 * spots.reach(at, kind) + WIDEST_TOUCH;
        if (anywhere !== 0 || fits) {
          // What begins before the name must end before it: the longest that does (同事 before 小鹏, though there is 同事小).
          this.look(at, kind, longer !== 0, start);
          if (this.found) this.tell(listener, near | before, this.touch(this.foundEnd, start) ? BEFORE : NEAR, at, far);
        }
      }
      following = kind;
    }
  }

  /** Tells of the cues behind a name, up to the end of the sentence. */
  private behind(end: number, listener: CueListener): void {
    const { spots } = this;
    const { text } = spots;
    const { after } = listener;
    let far = false;
    let kind = spots.kindAt(end);
    for (let at = end, left = CUE_REACH; at < text.length && left > 0; at++) {
      const following = spots.kindAt(at + 1);
      const ends = (kind & SENTENCE_END) !== 0;
      // The sign that ends the sentence is a part of it: 饿了么？ asks.
      if (ends && !this.touch(end, at)) return;
      if ((kind & CLAUSE_END) !== 0) far = true;
      if ((kind & NODE) !== 0) {
        // What cannot begin beside the name is heeded only where its class counts anywhere.
        const heeded = CUE_REACH - left <= WIDEST_TOUCH ? listener.near | after : listener.near;
        const longer = spots.longer(at, kind, following);
        if (((spots.lone(kind) & heeded) | (longer & (APART | heeded))) !== 0) {
          this.look(at, kind, longer !== 0, text.length);
          if (this.found && this.reaches(at, left))
            this.tell(listener, listener.near | after, this.touch(end, at) ? AFTER : NEAR, at, far);
        }
      }
      if (ends) return;
      if ((kind & INVISIBLE) === 0) left--;
      kind = following;
    }
  }

  /** Whether the cue that was found at `at` has no more than so many units that can be seen. */
  private reaches(at: number, left: number): boolean {
    if (this.foundEnd - at <= left) return true;
    let seen = 0;
    for (let i = at; i < this.foundEnd; i++) if (!this.spots.is(i, INVISIBLE)) seen++;
    return seen <= left;
  }

  /** Whether nothing that can be seen lies between two places but a space or two, or a quotation mark. */
  private touch(from: number, to: number): boolean {
    if (from >= to) return from === to;
    const { kinds, text } = this.spots;
    let seen = 0;
    for (let i = from; i < to; i++) {
      const kind = kinds[text.charCodeAt(i)] as number;
      if ((kind & INVISIBLE) === 0 && ((kind & JOINS) === 0 || ++seen > WIDEST_TOUCH)) return false;
    }
    return true;
  }

  /** Tells of the cue that was found, by each of its classes that is of interest. The name itself is no evidence of itself. */
  private tell(
    listener: CueListener,
    bits: number,
    place: typeof BEFORE | typeof AFTER | typeof NEAR,
    at: number,
    far: boolean,
  ): void {
    const { found, foundEnd, name } = this;
    if (!found || (foundEnd - at === name.length && this.spots.text.startsWith(name, at))) return;
    for (let i = 0; i < found.length; i++) {
      const cue = found[i] as number;
      if (((this.bits[cue] as number) & bits) !== 0) listener.hear(cue, place, at, foundEnd, far);
    }
  }

  /** Finds the longest cue that starts at `at` and stands alone: 年度 is not 年. */
  private look(at: number, kind: number, goesOn: boolean, limit: number): void {
    const { spots } = this;
    this.found = undefined;
    this.limit = limit;
    if ((kind & WORD) !== 0 && spots.inWord(at)) return;
    if (goesOn) walk(this.trie, spots.text, at, this);
    else this.formEnds(this.trie.at(kind & NODE) ?? [], spots.text, at, at + 1);
  }

  formEnds(classes: readonly number[], text: string, start: number, end: number): void {
    if (end > this.limit || end - start > 2 * this.longest) return;
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

/** a–z, of full width too. */
function isSmall(c: number): boolean {
  return (c >= 0x61 && c <= 0x7a) || (c >= 0xff41 && c <= 0xff5a);
}

/** So much white space, or so many quotation marks, between a cue and a name, in units that can be seen, and they still stand side by side. */
const WIDEST_TOUCH = 2;

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
