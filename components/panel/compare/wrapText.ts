/** What must not begin a line in Chinese and English print. */
const NOT_FIRST = /^[，。、；：？！）》」』”’…·,.;:?!)\]%]/;
/** What must not end one. */
const NOT_LAST = /[（《「『“‘([]$/;

/**
 * A text in lines no wider than given: broken between Chinese characters, and between Latin words.
 * @param measure the width of a piece, in the unit of `width`
 */
export function wrapText(text: string, width: number, measure: (piece: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text)) {
    if (line !== "" && measure(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += line === "" ? piece.trimStart() : piece;
    // A word that is longer than a line is cut where the line ends.
    while (measure(line.trimEnd()) > width && [...line].length > 1) {
      let kept = [...line];
      while (kept.length > 1 && measure(kept.join("")) > width) kept = kept.slice(0, -1);
      lines.push(kept.join(""));
      line = line.slice(kept.join("").length);
    }
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  return lines.length > 0 ? lines : [""];
}

/** Pieces between which a line may end. */
function pieces(text: string): string[] {
  const atoms = text.match(/[\p{Script=Latin}\p{N}\p{M}'’\-./%&+]+\s*|\S\s*|\s+/gu) ?? [];
  const joined: string[] = [];
  for (const atom of atoms) {
    const last = joined.at(-1);
    if (last !== undefined && (NOT_FIRST.test(atom) || NOT_LAST.test(last.trimEnd())))
      joined[joined.length - 1] = last + atom;
    else joined.push(atom);
  }
  return joined;
}
