import { COLUMNS } from "../../data/compare.ts";
import type { PageReport } from "../../data/knowledge.ts";
import type { Knowledge } from "../../data/model.ts";
import type { Writing } from "./types.ts";

interface Props extends Writing {
  knowledge: Knowledge;
  /** Null where the page is not read. */
  report: PageReport | null;
  onReveal: (entity: string) => void;
  onCompare: (ids: string[]) => void;
}

/** Who is named on the page beside the panel. */
export function PageView({ knowledge, report, onReveal, onCompare, language, t }: Props) {
  const entities = new Map(knowledge.entities.map((e) => [e.id, e]));
  if (!report) return <p class="blank">{t("page.unread")}</p>;
  const own = report.own ? entities.get(report.own) : undefined;
  const found = report.entities.flatMap(({ id, count }) => {
    const entity = entities.get(id);
    return entity ? [{ entity, count }] : [];
  });
  return (
    <section aria-label={t("view.page")}>
      {own && <p class="hint">{t("page.own", { name: own.names[language] })}</p>}
      {found.length === 0 ? (
        <p class="blank">{t("page.none")}</p>
      ) : (
        <>
          <div class="page-head">
            <h2 class="section-title">{t("page.found", { n: found.length })}</h2>
            {found.length >= COLUMNS.least && (
              <button type="button" class="button" onClick={() => onCompare(found.slice(0, 4).map((f) => f.entity.id))}>
                {t("page.compareAll")}
              </button>
            )}
          </div>
          <ol class="page-list">
            {found.map(({ entity, count }) => (
              <li key={entity.id}>
                <button
                  type="button"
                  class="page-entity"
                  title={t("page.jump", { name: entity.names[language] })}
                  onClick={() => onReveal(entity.id)}
                >
                  <span class="page-name">{entity.names[language]}</span>
                  <span class="page-count">{t("page.times", { n: count })}</span>
                  <span class="page-headline">{entity.headline[language]}</span>
                </button>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
