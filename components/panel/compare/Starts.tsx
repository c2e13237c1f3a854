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
