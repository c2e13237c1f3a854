import { standsAlone } from "./boundary.ts";
import { asTyped, fold, foldTable, isHan, isInvisible, isSpace, skipPinyin } from "./characters.ts";
import { FormEdges } from "./edges.ts";
import { BEGINS, SHORTEST_FORM, Sieve } from "./sieve.ts";
import { Trie, type Walker, walk } from "./trie.ts";
import type { LexiconName } from "./types.ts";

/** A form where it stands in a text, not decided yet. */
export interface Found {
  start: number;
  end: number;
  name: LexiconName;
}

/** By how many bits the flags `WORD` and `SECOND` lie above `BEGINS`. */
const WORD_TO_BEGINS = 2;
const SECOND_TO_BEGINS = 1;

/** Finds forms in texts: the leftmost, and of those the longest that stands alone and is in its case. */
export class FormFinder implements Walker<LexiconName> {
  private readonly trie: Trie<LexiconName>;
  private readonly sieve: Sieve;
  /** First characters of the forms that are found by two further on. */
  private readonly leads: ReadonlySet<number>;
  /** All forms, folded. */
  private readonly folded: readonly string[];
  /** The longest form of the walk that is under way. */
  private best: Found | undefined;

  /** @param names the earlier of two with the same form wins */
  constructor(names: readonly LexiconName[], variants: string) {
    const forms = names.filter((n) => n.text.length >= SHORTEST_FORM).map((value) => ({ text: value.text, value }));
    this.trie = new Trie(forms, foldTable(variants), variants);
    const folded = forms.map((form) => this.trie.folded(form.text));
    const { anchors, leads } = anchorsOf(
      folded,
      forms.map(({ value }) => value.entity !== null),
    );
    this.leads = leads;
    this.folded = folded;
    this.sieve = new Sieve(this.trie, anchors);
  }

  /** All forms in a text, in its order, or only the first; none overlaps another. */
  find(text: string, onlyFirst = false): Found[] {
    const { sieve } = this;
    const { kinds } = sieve;
    const found: Found[] = [];
    // Reading past the end gives NaN, which would make the whole loop slow: nothing is read there.
    const last = text.length - 1;
    /** Behind the last form. */
    let free = 0;
    /** What the character two back is. */
    let kindBack = 0;
    // A form that starts at `at` or one before it shows at `at`.
    let at = SHORTEST_FORM - 1;
    while (at <= last) {
      const c = text.charCodeAt(at);
      const kind = kinds[c] as number;
      if (kind === 0) {
        kindBack = 0;
        at += SHORTEST_FORM;
        continue;
      }
      const before = at > free ? text.charCodeAt(at - 1) : 0;
      const kindBefore = kinds[before] as number;
      // Inside a Latin word or a number nothing starts. Without branches: they cost most in Latin text.
      const there = kind & ~((kind & kindBefore) >> WORD_TO_BEGINS) & BEGINS;
      const oneBefore = (kind >> SECOND_TO_BEGINS) & kindBefore & ~((kindBefore & kindBack) >> WORD_TO_BEGINS) & BEGINS;
      kindBack = kind;
      if ((there | oneBefore) !== 0) {
        let hit: Found | undefined;
        if (oneBefore !== 0 && sieve.passes(before, c)) hit = this.leftmost(text, at - 1, free);
        if (!hit && there !== 0 && at < last && sieve.passes(c, text.charCodeAt(at + 1)))
          hit = this.leftmost(text, at, free);
        if (hit) {
          found.push(hit);
          if (onlyFirst) return found;
          free = hit.end;
          at = free - 1;
          kindBack = 0;
        }
      }
      at += SHORTEST_FORM;
    }
    return found;
  }

  /**
   * Tells what a seam of two texts may be to the forms.
   * @param longer others, in which one of the forms stands: a seam may lie in what they have more
   */
  edges(longer: readonly string[] = []): FormEdges {
    const { trie, folded } = this;
    return new FormEdges([...folded, ...longer.map((form) => trie.folded(form))], trie.folding, trie.others);
  }

  /** Whether any form stands in a text. */
  any(text: string): boolean {
    return this.find(text, true).length > 0;
  }

  formEnds(names: readonly LexiconName[], text: string, start: number, end: number): void {
    const name = inCase(names, text, start, end);
    if (name && standsAlone(text, start, end))
      this.best = { start, end: name.covers ? covered(text, start, name.covers) : end, name };
  }

  /** The form that starts at `start`, or one that is found by it and starts before, but not before `free`. */
  private leftmost(text: string, start: number, free: number): Found | undefined {
    const { leads, trie } = this;
    let led: Found | undefined;
    let before = start;
    for (let k = 0; k < FURTHEST_LEAD; k++) {
      before = previous(text, before);
      if (before < free) break;
      // The one that begins furthest back is looked for last, and wins.
      if (leads.has(fold(trie.folding, text.charCodeAt(before)))) led = this.longest(text, before) ?? led;
    }
    return led ?? this.longest(text, start);
  }

  private longest(text: string, start: number): Found | undefined {
    this.best = undefined;
    walk(this.trie, text, start, this);
    return this.best;
  }
}

/** By so many characters at most a form may begin before the two that it is found by. */
const FURTHEST_LEAD = 4;

/**
 * Where each form is looked for: at its first two characters, or further on, at two that are looked for anyhow
 * (冬天猫 and 头一天猫 at 天猫). That keeps common characters out of what a text is sifted by.
 * @param forms folded
 * @param isName by form whether it is a name: what covers one is looked for by it
 * @returns the pairs to look for, and the first characters of the forms that are looked for further on
 */
function anchorsOf(
  forms: readonly string[],
  isName: readonly boolean[],
): { anchors: readonly number[]; leads: ReadonlySet<number> } {
  const first = (form: string): string => form.slice(0, 2);
  /** How far behind its beginning a form has a pair of a set, 0 where it has none. Not inside a Latin word, where nothing is looked for. */
  const lead = (form: string, pairs: ReadonlySet<string>): number => {
    for (let k = 1; k <= FURTHEST_LEAD; k++) if (isHan(form.charCodeAt(k)) && pairs.has(form.slice(k, k + 2))) return k;
    return 0;
  };
  const names = new Set(forms.filter((_, i) => isName[i]).map(first));
  const anchored = new Set(forms.filter((form) => lead(form, names) === 0).map(first));
  // What would be found by a pair that is itself not looked for is looked for at its beginning, and others by it.
  for (const form of forms) if (lead(form, anchored) === 0) anchored.add(first(form));
  const leads = new Set<number>();
  const anchors: number[] = [];
  for (const form of forms) {
    if (anchored.has(first(form))) anchors.push(form.charCodeAt(0), form.charCodeAt(1));
    else leads.add(form.charCodeAt(0));
  }
  return { anchors, leads };
}

/** The place of the character before `at` that counts, -1 where there is none: what may stand inside a form is passed over. */
function previous(text: string, at: number): number {
  let i = at - 1;
  for (; i >= 0 && at - i < FURTHEST_BACK; i--) {
    const c = text.charCodeAt(i);
    if (c === 0x29 || c === 0xff09) {
      const open = Math.max(text.lastIndexOf("(", i), text.lastIndexOf("（", i));
      if (open < 0 || skipPinyin(text, open) !== i + 1) return i;
      i = open;
    } else if (!isInvisible(c) && !isSpace(c)) return i;
  }
  return i;
}

/** The offset behind the first `count` characters of a form; what may stand inside it does not count. */
function covered(text: string, start: number, count: number): number {
  let i = start;
  for (let left = count; left > 0; left--) {
    i++;
    if (left > 1) while (i < text.length && passedOver(text, i) > i) i = passedOver(text, i);
  }
  return i;
}

/** The offset behind what may stand between two characters of a form, `at` where nothing does. */
function passedOver(text: string, at: number): number {
  const c = text.charCodeAt(at);
  return isInvisible(c) || isSpace(c) ? at + 1 : skipPinyin(text, at);
}

/** How far back a form's first character may stand: a line's end and the next line's indent. */
const FURTHEST_BACK = 130;

/** The name whose very case a surface has, else the first that any case will do for. */
function inCase(names: readonly LexiconName[], text: string, start: number, end: number): LexiconName | undefined {
  let surface: string | undefined;
  let plain: LexiconName | undefined;
  for (const name of names) {
    if (name.exact) {
      surface ??= asTyped(text.slice(start, end));
      if (name.text === surface) return name;
    } else plain ??= name;
  }
  return plain;
}
