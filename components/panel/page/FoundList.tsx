import type { Names } from "../../../data/schema.ts";
import { Link } from "../Link.tsx";
import type { Writing } from "../types.ts";

interface Props extends Writing {
  found: readonly { id: string; names: Names; count: number; line: string }[];
  /** The view that tells more of each. */
  view: "platform" | "terms";
  onReveal: (id: string, name: string) => void;
}

/** What a page names, with counts: the name jumps to the next mention, the arrow to what is known. */
export function FoundList({ found, view, onReveal, language, t }: Props) {
  return (
    <ol class="page-list">
      {found.map(({ id, names, count, line }) => {
        const name = names[language];
        return (
          <li key={id} class="page-item">
            <button
              type="button"
              class="page-entity"
              title={t("page.jump", { name })}
              onClick={() => onReveal(id, name)}
            >
              <span class="page-name">{name}</span>
              <span class="page-count">{t("page.times", { n: count })}</span>
              <span class="page-headline">{line}</span>
            </button>
            <Link class="page-more" to={{ view, id }} label={t("page.more", { name })}>
              ›
            </Link>
          </li>
        );
      })}
    </ol>
  );
}
