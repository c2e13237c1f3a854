import { pieces } from "../../data/find.ts";

/** A text with the words that were looked for marked in it. */
export function Hits({ text, words }: { text: string; words: readonly string[] }) {
  return (
    <>
      {pieces(text, words).map((piece, i) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text, which have no other name
        piece.hit ? <mark key={i}>{piece.text}</mark> : piece.text,
      )}
    </>
  );
}
