/** Finding words in texts that are shown. Pure. */

/** A piece of a text, and whether it is one of the words looked for. */
export interface Piece {
  text: string;
  hit: boolean;
}

/** The words of a search, parted by white space, without regard to case. */
export function wordsOf(query: string): string[] {
  return query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
}

/** Whether all words stand in some of the texts. */
export function containsAll(texts: readonly string[], words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const all = texts.join("\n").toLowerCase();
  return words.every((word) => all.includes(word));
}

/** The text in pieces, those that are one of the words marked as hits. */
export function pieces(text: string, words: readonly string[]): Piece[] {
  if (words.length === 0) return [{ text, hit: false }];
  const escaped = [...words].sort((a, b) => b.length - a.length).map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return text
    .split(new RegExp(`(${escaped.join("|")})`, "iu"))
    .map((piece, i) => ({ text: piece, hit: i % 2 === 1 }))
    .filter((piece) => piece.text !== "");
}
