import type { JSX } from "preact";
import type { Modality as Kind } from "../data/schema.ts";

/** ● ○ ⊘ ◌ ❝: shapes as well as words, so that they survive print and colour blindness. Drawn, since fonts differ. */
const shapes: Record<Kind, JSX.Element> = {
  fact: <circle cx="6" cy="6" r="4" fill="currentColor" />,
  plan: <circle cx="6" cy="6" r="3.5" fill="none" stroke="currentColor" />,
  denied: <path d="M8.5 3.5l-5 5M9.5 6a3.5 3.5 0 1 1-7 0a3.5 3.5 0 0 1 7 0z" fill="none" stroke="currentColor" />,
  unconfirmed: <circle cx="6" cy="6" r="3.5" fill="none" stroke="currentColor" stroke-dasharray="1.4 1.35" />,
  view: (
    <path
      d="M5 3C3.2 3.6 2 5 2 6.8A1.7 1.7 0 1 0 3.9 5.1C4 4.4 4.6 3.9 5.4 3.7zM10 3C8.2 3.6 7 5 7 6.8A1.7 1.7 0 1 0 8.9 5.1C9 4.4 9.6 3.9 10.4 3.7z"
      fill="currentColor"
    />
  ),
};

/** The mark before a claim. Its word stands in the line below it, so it is silent to a screen reader. */
export function ModalityMark({ kind }: { kind: Kind }) {
  return (
    <svg class="claim-mark" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {shapes[kind]}
    </svg>
  );
}
