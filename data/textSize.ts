/**
 * Widths of labels without a browser, so that a layout is the same everywhere and can be tested.
 * Generous: no system font that Qiju uses is wider.
 */

/** Shares of the type size. */
const WIDE = 1.02;
const UPPER = 0.72;
const DIGIT = 0.62;
const LOWER = 0.58;
const NARROW = 0.34;

/** How wide a text is at a type size, in px. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const character of text) {
    if (/[\u2e80-\uffef]/.test(character)) width += WIDE;
    else if (/[A-Z&@%—]/.test(character)) width += UPPER;
    else if (/\d/.test(character)) width += DIGIT;
    else if (/[\sijlI.,:;'’()|-]/.test(character)) width += NARROW;
    else width += LOWER;
  }
  return width * size;
}

/** Breaks a text into lines no wider than `most` px: between words, between Han characters, and a longer word with a hyphen. */
export function wrap(text: string, most: number, size: number): string[] {
  const pieces = (text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*/g) ?? [text]).flatMap((piece) =>
    hyphenate(piece, most, size),
  );
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (line !== "" && (line.endsWith("-\u200b") || widthOf((line + piece).trimEnd(), size) > most)) {
      lines.push(line);
      line = "";
    }
    line += piece;
  }
  return [...lines, line].map((l) => l.replace("\u200b", "").trimEnd()).filter((l) => l !== "");
}

/** Cuts a word that fits no line; each cut ends in a hyphen and a sign that the line ends there. */
function hyphenate(word: string, most: number, size: number): string[] {
  if (widthOf(word.trimEnd(), size) <= most) return [word];
  let cut = word.length - 1;
  while (cut > 2 && widthOf(`${word.slice(0, cut)}-`, size) > most) cut -= 1;
  return [`${word.slice(0, cut)}-\u200b`, ...(cut < word.length ? hyphenate(word.slice(cut), most, size) : [])];
}
