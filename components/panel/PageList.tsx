import { knowledgeReach } from "../../data/layers.ts";
import type { Knowledge } from "../../data/model.ts";
import { writeInstant } from "../dates.ts";
import { PageName } from "../PageNames.tsx";
import type { Writing } from "./types.ts";

/** The public pages that the second layer rests on, the newest first. */
export function PageList({ knowledge, t }: Writing & { knowledge: Knowledge }) {
  const { pages, claims } = knowledge;
  if (pages.length === 0) return null;
  const resting = new Map<string, number>();
  for (const { sources } of claims) for (const ref of sources) resting.set(ref, (resting.get(ref) ?? 0) + 1);
  const sorted = [...pages].sort((a, b) => ((a.date ?? "") < (b.date ?? "") ? 1 : -1));
  return (
    <article class="page-list">
      <h2 class="section-title">{t("sources.pages")}</h2>
      <p class="hint">
        {t("sources.pagesHint", { n: pages.length, date: writeInstant(knowledgeReach(knowledge) ?? "", t) })}
      </p>
      <details>
        <summary>{t("sources.pagesAll")}</summary>
        <ul class="source-pages">
          {sorted.map((page) => (
            <li key={page.id}>
              <span lang={page.language}>{page.title}</span>
              <span class="claim-meta">
                {[page.publisher, ...(page.date ? [written(page.date, page.inferred)] : [])].join(" · ")}
                {" · "}
                <PageName page={{ ...page, host: new URL(page.url).hostname.replace(/^www\./, "") }} t={t} />
                {` · ${t("sources.pageClaims", { n: resting.get(`web:${page.id}`) ?? 0 })}`}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </article>
  );

  function written(date: string, inferred: boolean): string {
    const instant = writeInstant(date, t);
    return inferred ? t("date.about", { date: instant }) : instant;
  }
}
