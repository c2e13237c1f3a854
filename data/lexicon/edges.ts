import { type Folding, fold } from "./characters.ts";
import { slot, standsBetween } from "./sieve.ts";

/** Parts forms; stands in none. */
const BAR = "|";
const BAR_UNIT = 0x7c;
/** Pairs of characters that share a place are told apart by a look at the forms. */
const PLACES = 0x4000;
/** So many characters of a form tell whether it may begin or end somewhere. */
const EDGE = 3;

/** What a character may be to a seam. */
const ENDS = 1;
const BEGINS = 2;

/**
 * Tells what the seam of two texts may be to the forms: whether one may lie across it, or end or begin at it.
 * Asked at every seam of a page, so nearly every answer is one look at a table.
 */
export class FormEdges {
  /** All forms, folded and without spaces, with a bar before and behind each. */
  private readonly forms: string;
  /** By code unit as it stands in a text: whether it may stand before a seam that a form lies across, or behind it. */
  private readonly sides = new Uint8Array(0x10000);
  /** Made when it is first asked for: on most pages few seams need more than a look at `sides`. */
  private places: Places | undefined;

  /**
   * @param forms folded
   * @param others by folded code unit those that fold to it
   */
  constructor(
    forms: readonly string[],
    private readonly folding: Folding,
    others: ReadonlyMap<number, readonly number[]>,
  ) {
    this.forms = `${BAR}${forms.join(BAR)}${BAR}`.replaceAll(" ", "");
    const { sides, forms: all } = this;
    const mark = (c: number, side: number): void => {
      sides[c] = (sides[c] as number) | side;
      for (const other of others.get(c) ?? []) sides[other] = (sides[other] as number) | side;
    };
    let a = BAR_UNIT;
    for (let i = 1; i < all.length; i++) {
      const b = all.charCodeAt(i);
      if (a !== BAR_UNIT && b !== BAR_UNIT) {
        if (((sides[a] as number) & ENDS) === 0) mark(a, ENDS);
        if (((sides[b] as number) & BEGINS) === 0) mark(b, BEGINS);
      }
      a = b;
    }
  }

  /** Whether a form that lies across a seam may go on behind it with a character. */
  begins(behind: number): boolean {
    return ((this.sides[behind] as number) & BEGINS) !== 0;
  }

  /**
   * Whether a form may lie across a seam of two texts, by the characters beside it.
   * @param earlier the one before `before`, 0 where there is none
   * @param before the last before the seam that counts
   * @param behind the first behind it that does
   * @param later the one behind that, 0 where there is none
   */
  crosses(earlier: number, before: number, behind: number, later: number): boolean {
    const { sides } = this;
    if (((sides[before] as number) & ENDS) === 0 || ((sides[behind] as number) & BEGINS) === 0) return false;
    return this.agrees(earlier, fold(this.folding, before), fold(this.folding, behind), later);
  }

  private agrees(earlier: number, a: number, b: number, later: number): boolean {
    const { forms } = this;
    const first = this.known(earlier);
    const last = this.known(later);
    this.places ??= placesIn(forms);
    const { last: begin, earlier: further } = this.places;
    for (let at = begin[place(a, b)] as number; at > 0; at = further[at] as number) {
      if (forms.charCodeAt(at - 1) !== a || forms.charCodeAt(at) !== b) continue;
      if (agree(first, forms.charCodeAt(at - 2)) && agree(last, forms.charCodeAt(at + 1))) return true;
    }
    return false;
  }

  /**
   * Whether it matters that a word is parted between two texts: a form may end with the one or begin with the other.
   * Both are parts of strings, from `start` to `to` and from `from` to `end`.
   */
  parts(before: string, to: number, behind: string, from: number, start = 0, end = behind.length): boolean {
    // Of few characters too little is known.
    if (to - start < EDGE || end - from < EDGE) return true;
    const { forms } = this;
    this.places ??= placesIn(forms);
    const { last, earlier } = this.places;
    const c = this.at(before, to - 1);
    const b = this.at(before, to - 2);
    const a = this.at(before, to - 3);
    for (let i = last[place(c, BAR_UNIT)] as number; i > 0; i = earlier[i] as number) {
      if (forms.charCodeAt(i) !== BAR_UNIT || forms.charCodeAt(i - 1) !== c || forms.charCodeAt(i - 2) !== b) continue;
      if (isOr(forms.charCodeAt(i - 3), a)) return true;
    }
    const x = this.at(behind, from);
    const y = this.at(behind, from + 1);
    const z = this.at(behind, from + 2);
    for (let i = last[place(BAR_UNIT, x)] as number; i > 0; i = earlier[i] as number) {
      if (forms.charCodeAt(i - 1) !== BAR_UNIT || forms.charCodeAt(i) !== x || forms.charCodeAt(i + 1) !== y) continue;
      if (isOr(forms.charCodeAt(i + 2), z)) return true;
    }
    return false;
  }

  private at(text: string, i: number): number {
    return fold(this.folding, text.charCodeAt(i));
  }

  /** A character near a seam, folded; 0 where it tells nothing, since it may stand between two characters of a form. */
  private known(c: number): number {
    return standsBetween(c) || c === 0x29 || c === 0xff09 ? 0 : fold(this.folding, c);
  }
}

/** Whether a character beside a seam may be that of a form: nothing is known of 0, and a bar is no character. */
function agree(c: number, ofForm: number): boolean {
  return c === 0 || isOr(ofForm, c);
}

/** Whether a form goes on as a text does, or is over. */
function isOr(ofForm: number, c: number): boolean {
  return ofForm === BAR_UNIT || ofForm === c;
}

/** Where pairs of characters stand in the forms. */
interface Places {
  /** By the place of a pair in the table, where its second stands last; 0 where there is none. */
  last: Int32Array;
  /** By where the second of a pair stands, where that of the one before it in the same place does. */
  earlier: Int32Array;
}

function placesIn(forms: string): Places {
  const last = new Int32Array(PLACES);
  const earlier = new Int32Array(forms.length);
  let a = BAR_UNIT;
  for (let i = 1; i < forms.length; i++) {
    const b = forms.charCodeAt(i);
    const at = place(a, b);
    earlier[i] = last[at] as number;
    last[at] = i;
    a = b;
  }
  return { last, earlier };
}

function place(a: number, b: number): number {
  return slot(a, b) & (PLACES - 1);
}
