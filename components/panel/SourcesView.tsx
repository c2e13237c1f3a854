import type { Knowledge } from "../../data/model.ts";
import { writeDate } from "../dates.ts";
import { PageList } from "./PageList.tsx";
import type { Writing } from "./types.ts";

/** What the knowledge rests on: each document, honestly described, with its known errors. */
export function SourcesView({ knowledge, language, t }: Writing & { knowledge: Knowledge }) {
  return (
    <section aria-label={t("view.sources")}>
      {knowledge.documents.map((source) => {
        const resting = knowledge.claims.filter((c) => c.sources.some((ref) => ref.startsWith(`${source.id}:`)));
        const precision = source.date.value.includes("/") ? "span" : "month";
        return (
          <article key={source.id} class="source">
            <h2 class="section-title">{source.names[language]}</h2>
            <p class="hint">{t("sources.claims", { n: resting.length })}</p>
            <p>{source.about[language]}</p>
            <dl class="facts">
              <dt>{t("sources.covers")}</dt>
              <dd>{source.covers[language]}</dd>
              <dt>{t("sources.date")}</dt>
              <dd>
                {writeDate(
                  {
                    value: source.date.value,
                    precision,
                    ...(source.date.uncertain ? { uncertain: true as const } : {}),
                  },
                  t,
                  language,
                )}
                {language === "en" ? ". " : "。"}
                {source.date.why[language]}
              </dd>
            </dl>
            <details>
              <summary>{t("sources.errors")}</summary>
              <ul class="errors">
                {source.errors.map((error) => (
                  <li key={error.text.zh}>
                    <span class="places">{error.at.map((ref) => ref.split(":")[1]).join(" ")}</span>{" "}
                    {error.text[language]}
                  </li>
                ))}
              </ul>
            </details>
          </article>
        );
      })}
      <PageList knowledge={knowledge} language={language} t={t} />
    </section>
  );
}
