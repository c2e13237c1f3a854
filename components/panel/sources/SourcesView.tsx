import { useMemo } from "preact/hooks";
import type { EntryAddress } from "../../../data/address.ts";
import type { SourceDocument } from "../../../data/model.ts";
import { claimsByPlace } from "../../../data/places.ts";
import { restingPages } from "../../../data/publicPages.ts";
import { writeDate } from "../../dates.ts";
import { Link } from "../Link.tsx";
import type { ViewProps, Writing } from "../types.ts";
import { PublicPage, PublicPages } from "./PublicPages.tsx";
import { RestingClaims } from "./RestingClaims.tsx";
import "./sources.css";

/** What the knowledge rests on: each document, honestly described, with its known errors and its claims by place. */
export function SourcesView({ knowledge, address, language, t }: ViewProps & { address: EntryAddress }) {
  const chosen = knowledge.documents.find((d) => d.id === address.id);
  const page = useMemo(
    () => (chosen || address.id === null ? undefined : restingPages(knowledge).find((p) => p.page.id === address.id)),
    [knowledge, chosen, address.id],
  );
  return (
    <section aria-label={t("view.sources")}>
      {address.id !== null && (
        <p class="platform-trail">
          <Link to={{ view: "sources", id: null }}>{t("sources.all")}</Link>
        </p>
      )}
      {address.id !== null && !chosen && !page && <p class="notice">{t("sources.unknown")}</p>}
      {page && <PublicPage resting={page} knowledge={knowledge} language={language} t={t} />}
      {(chosen ? [chosen] : page ? [] : knowledge.documents).map((source) => {
        const resting = knowledge.claims.filter((c) => c.sources.some((ref) => ref.startsWith(`${source.id}:`)));
        return (
          <article key={source.id} class="source">
            <h2 class="section-title">{source.names[language]}</h2>
            <About source={source} language={language} t={t} />
            <details open={chosen !== undefined}>
              <summary>{t("sources.errors", { n: source.errors.length })}</summary>
              <ul class="errors">
                {source.errors.map((error) => (
                  <li key={error.text.zh}>
                    <span class="places">{error.at.map((ref) => ref.split(":")[1]).join(" ")}</span>{" "}
                    {error.text[language]}
                  </li>
                ))}
              </ul>
            </details>
            {chosen ? (
              <>
                <h3 class="section-title source-claims">{t("sources.claims", { n: resting.length })}</h3>
                <dl class="by-place">
                  {claimsByPlace(resting, source.id).map(({ place, claims }) => (
                    <div key={place} class="by-place-row">
                      <dt>{place}</dt>
                      <dd>
                        <RestingClaims claims={claims} knowledge={knowledge} language={language} t={t} />
                      </dd>
                    </div>
                  ))}
                </dl>
              </>
            ) : (
              <p>
                <Link to={{ view: "sources", id: source.id }}>{t("sources.more", { n: resting.length })}</Link>
              </p>
            )}
          </article>
        );
      })}
      {!chosen && !page && <PublicPages knowledge={knowledge} language={language} t={t} />}
    </section>
  );
}

function About({ source, language, t }: Writing & { source: SourceDocument }) {
  const precision = source.date.value.includes("/") ? "span" : "month";
  const date = {
    value: source.date.value,
    precision,
    ...(source.date.uncertain ? { uncertain: true as const } : {}),
  } as const;
  return (
    <>
      <p>{source.about[language]}</p>
      <dl class="facts">
        <div class="facts-row">
          <dt>{t("sources.covers")}</dt>
          <dd>{source.covers[language]}</dd>
        </div>
        <div class="facts-row">
          <dt>{t("sources.date")}</dt>
          <dd>
            {writeDate(date, t, language)}
            {language === "en" ? ". " : "。"}
            {source.date.why[language]}
          </dd>
        </div>
      </dl>
    </>
  );
}
