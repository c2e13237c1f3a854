import type { EntryAddress } from "../../../data/address.ts";
import type { SourceDocument } from "../../../data/model.ts";
import { claimsByPlace } from "../../../data/places.ts";
import { ClaimLine } from "../../ClaimLine.tsx";
import { writeDate } from "../../dates.ts";
import { Link } from "../Link.tsx";
import { PageList } from "../PageList.tsx";
import type { ViewProps, Writing } from "../types.ts";
import "./sources.css";

/** What the knowledge rests on: each document, honestly described, with its known errors and its claims by place. */
export function SourcesView({ knowledge, address, language, t }: ViewProps & { address: EntryAddress }) {
  const chosen = knowledge.documents.find((d) => d.id === address.id);
  const entities = new Map([...knowledge.entities, ...knowledge.terms].map((e) => [e.id, e]));
  const platforms = new Set(knowledge.entities.map((e) => e.id));
  return (
    <section aria-label={t("view.sources")}>
      {address.id !== null && (
        <p class="platform-trail">
          <Link to={{ view: "sources", id: null }}>{t("sources.all")}</Link>
        </p>
      )}
      {(chosen ? [chosen] : knowledge.documents).map((source) => {
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
                        <ul class="cell-claims">
                          {claims.map((claim) => (
                            <li key={claim.id}>
                              <p class="cell-unit">
                                <Link
                                  to={{
                                    view: platforms.has(claim.subject) ? "platform" : "terms",
                                    id: claim.subject,
                                  }}
                                >
                                  {entities.get(claim.subject)?.names[language] ?? claim.subject}
                                </Link>
                              </p>
                              <ClaimLine claim={claim} documents={knowledge.documents} language={language} t={t} />
                            </li>
                          ))}
                        </ul>
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
      {!chosen && <PageList knowledge={knowledge} language={language} t={t} />}
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
