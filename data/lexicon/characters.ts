/**
 * Characters as a reader sees them: case, width and 繁體 do not tell names apart, and what cannot be
 * seen is not there. All tables are by UTF-16 code unit; every name lies in the basic plane.
 */

const LOWER_A = 0x61;
const LOWER_Z = 0x7a;
const FULLWIDTH_FIRST = 0xff01;
const FULLWIDTH_LAST = 0xff5e;
const FULLWIDTH_SHIFT = 0xfee0;

/**
 * By code unit, the one that names are written with: half width, lower case, the names' own variant;
 * 0 where it is itself, so that a table costs a page next to nothing to make.
 */
export type Folding = Uint16Array;

/** @param variants pairs in one string: the variant, then the character that names are written with */
export function foldTable(variants: string): Folding {
  const table = new Uint16Array(0x10000);
  for (let c = 0x41; c <= 0x5a; c++) table[c] = c + 32;
  for (let c = FULLWIDTH_FIRST; c <= FULLWIDTH_LAST; c++) table[c] = fold(table, c - FULLWIDTH_SHIFT);
  for (let i = 0; i + 1 < variants.length; i += 2) table[variants.charCodeAt(i)] = variants.charCodeAt(i + 1);
  return table;
}

/** The code unit that stands for `c` in names. */
export function fold(table: Folding, c: number): number {
  return table[c] || c;
}

/** The other way round: every code unit that folds to another, by that other. */
export function unfold(table: Folding, variants: string): Map<number, number[]> {
  const others = new Map<number, number[]>();
  const add = (c: number): void => {
    const folded = fold(table, c);
    const list = others.get(folded);
    if (list) list.push(c);
    else others.set(folded, [c]);
  };
  for (let c = 0x41; c <= 0x5a; c++) add(c);
  for (let c = FULLWIDTH_FIRST; c <= FULLWIDTH_LAST; c++) add(c);
  for (let i = 0; i + 1 < variants.length; i += 2) add(variants.charCodeAt(i));
  return others;
}

/** Soft hyphen, zero-width space and joiners, word joiner, byte-order mark, bidi marks, variation selectors. */
export function isInvisible(c: number): boolean {
  if (c > 0x2064 && c < 0xfe00) return false;
  return (
    c === 0xad ||
    (c >= 0x200b && c <= 0x200f) ||
    (c >= 0x202a && c <= 0x202e) ||
    (c >= 0x2060 && c <= 0x2064) ||
    (c >= 0xfe00 && c <= 0xfe0f) ||
    c === 0xfeff
  );
}

/** White space of every kind, no-break and ideographic included. */
export function isSpace(c: number): boolean {
  if (c > 0x3000) return false;
  return (
    c === 0x20 ||
    (c >= 0x09 && c <= 0x0d) ||
    c === 0xa0 ||
    (c >= 0x2000 && c <= 0x200a) ||
    c === 0x2028 ||
    c === 0x2029 ||
    c === 0x202f ||
    c === 0x3000
  );
}

/** Han characters of the basic plane. */
export function isHan(c: number): boolean {
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0xf900 && c <= 0xfaff);
}

export function isDigit(c: number): boolean {
  return c >= 0x30 && c <= 0x39;
}

/** The last of them; nearly every Chinese character lies behind it. */
export const LAST_WORD_PART = 0x24f;

/** A letter, digit or underscore that would carry a Latin word or a number on. */
export function isWordPart(c: number): boolean {
  if (c > LAST_WORD_PART) return false;
  return (
    isDigit(c) ||
    c === 0x5f ||
    (c >= LOWER_A && c <= LOWER_Z) ||
    (c >= 0x41 && c <= 0x5a) ||
    (c >= 0xc0 && c !== 0xd7 && c !== 0xf7)
  );
}

/** The most letters that one syllable of pinyin has (zhuāng), and room for one slip. */
const PINYIN_LONGEST = 7;

/**
 * Converted pages leave a syllable of pinyin behind a Han character: 團(tuán), 網（wang）.
 * @returns the offset behind the closing bracket, or `at` if no such group starts at `at`.
 */
export function skipPinyin(text: string, at: number): number {
  const open = text.charCodeAt(at);
  if (open !== 0x28 && open !== 0xff08) return at;
  let i = at + 1;
  while (i < text.length && i - at <= PINYIN_LONGEST && isPinyinLetter(text.charCodeAt(i))) i++;
  if (i === at + 1) return at;
  const close = text.charCodeAt(i);
  return close === 0x29 || close === 0xff09 ? i + 1 : at;
}

function isPinyinLetter(c: number): boolean {
  // Lower-case letters, those with tone marks (à–ǜ), and the combining marks of decomposed text.
  return (c >= LOWER_A && c <= LOWER_Z) || (c >= 0xe0 && c <= 0x1dc) || (c >= 0x300 && c <= 0x30f);
}

/** A surface without what cannot be seen and in half width, its case kept. */
export function asTyped(surface: string): string {
  let typed = "";
  for (let i = 0; i < surface.length; i++) {
    const c = surface.charCodeAt(i);
    if (isInvisible(c)) continue;
    typed += c >= FULLWIDTH_FIRST && c <= FULLWIDTH_LAST ? String.fromCharCode(c - FULLWIDTH_SHIFT) : surface.charAt(i);
  }
  return typed;
}
