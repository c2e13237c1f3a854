import { compareAddress, writeAddress } from "../../../data/address.ts";
import type { Writing } from "../types.ts";
import { starts } from "./starts.ts";

/** Comparisons to start from, as links. */
export function Starts({ columns, t }: Pick<Writing, "t"> & { columns: readonly string[] }) {
  return (
    <nav class="starts" aria-label={t("start.label")}>
      <span class="starts-label">{t("start.label")}</span>
      {starts.map((start) => (
        <a
          key={start.key}
          class="start"
          href={writeAddress(compareAddress(start.columns))}
          aria-current={start.columns.join() === columns.join() ? "true" : undefined}
        >
          {t(start.key)}
        </a>
      ))}
    </nav>
  );
}

/** Where nothing is chosen yet: the same comparisons with room to say whom they set side by side. */
export function StartBoard({
  says,
  nameOf,
  t,
}: Pick<Writing, "t"> & { /** Why nothing else is here. */ says: string; nameOf: (id: string) => string }) {
  return (
    <nav class="start-board" aria-label={t("start.label")}>
      <p class="start-board-says">{says}</p>
      <ul>
        {starts.map((start) => (
          <li key={start.key}>
            <a class="start-card" href={writeAddress(compareAddress(start.columns))}>
              <span class="start-card-title">{t(start.key)}</span>
              <span class="start-card-names">{start.columns.map(nameOf).join("\u00a0· ")}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
