import { useState } from "preact/hooks";
import { headlineOf } from "../../../data/layers.ts";
import { searchNames } from "../../../data/search.ts";
import { SearchField } from "../../SearchField.tsx";
import { Link } from "../Link.tsx";
import type { ViewProps } from "../types.ts";

/** All platforms, found by any name, by pinyin or by its initials. */
export function PlatformIndex({ knowledge, spellings, language, t }: ViewProps) {
  const [query, setQuery] = useState("");
  const all = knowledge.entities.filter((e) => e.kind !== "market");
  const told = new Map<string, number>();
  for (const { subject } of knowledge.claims) told.set(subject, (told.get(subject) ?? 0) + 1);
  const found =
    query.trim() === ""
      ? [...all].sort((a, b) => (told.get(b.id) ?? 0) - (told.get(a.id) ?? 0))
      : searchNames(all, query, spellings);
  return (
    <section aria-label={t("view.platform")}>
      <SearchField class="list-search" label={t("platform.search")} text={query} onText={setQuery} />
      {found.length === 0 && <p class="blank">{t("compare.noMatch")}</p>}
      <ul class="entry-list">
        {found.map((entity) => (
          <li key={entity.id}>
            <Link class="entry" to={{ view: "platform", id: entity.id }}>
              <span class="page-name">{entity.names[language]}</span>
              <span class="page-count">{t("platform.told", { n: told.get(entity.id) ?? 0 })}</span>
              <span class="page-headline">{headlineOf(entity)[language]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
