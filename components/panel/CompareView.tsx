import { COLUMNS, compare } from "../../data/compare.ts";
import { headlineOf } from "../../data/layers.ts";
import type { Entity, Knowledge } from "../../data/model.ts";
import { IdentityFacts, IdentityLine, IdentityMore } from "../Identity.tsx";
import { CompareCell } from "./CompareCell.tsx";
import { PlatformPicker } from "./PlatformPicker.tsx";
import type { Writing } from "./types.ts";

interface Props extends Writing {
  knowledge: Knowledge;
  columns: readonly string[];
  onColumns: (ids: string[]) => void;
}

/** Platforms × dimensions as a table whose header row and first column stay. */
export function CompareView({ knowledge, columns, onColumns, language, t }: Props) {
  const comparison = compare(knowledge, columns);
  const entities = new Map(knowledge.entities.map((e) => [e.id, e]));
  const full = comparison.columns.length >= COLUMNS.most;
  const others = knowledge.entities.filter((e) => e.kind !== "market" && !columns.includes(e.id));
  return (
    <section class="compare" aria-label={t("view.compare")}>
      {full ? (
        <p class="hint">{t("compare.full", { n: COLUMNS.most })}</p>
      ) : (
        <PlatformPicker entities={others} language={language} t={t} onPick={(id) => onColumns([...columns, id])} />
      )}
      {comparison.columns.length === 0 ? (
        <p class="blank">{t("compare.empty")}</p>
      ) : (
        // The table scrolls inside, so it must be reachable without a pointer.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the focus to be scrolled by keys
        <section class="table-scroll" tabIndex={0} aria-label={t("compare.caption")}>
          <table class="table">
            <caption class="unseen">{t("compare.caption")}</caption>
            <thead>
              <tr>
                <th scope="col" class="corner">
                  {t("compare.dimension")}
                </th>
                {comparison.columns.map((entity) => (
                  <ColumnHead
                    key={entity.id}
                    entity={entity}
                    language={language}
                    t={t}
                    onRemove={() => onColumns(columns.filter((id) => id !== entity.id))}
                  />
                ))}
              </tr>
            </thead>
            {comparison.groups.map(({ group, rows }) => (
              <tbody key={group.id}>
                <tr class="group">
                  <th scope="rowgroup" colSpan={comparison.columns.length + 1}>
                    <span>{group.names[language]}</span>
                  </th>
                </tr>
                {rows.map(({ dimension, cells }) => (
                  <tr key={dimension.id}>
                    <th scope="row" title={dimension.about[language]}>
                      {dimension.names[language]}
                    </th>
                    {comparison.columns.map((column, i) => (
                      <td key={column.id}>
                        <CompareCell
                          claims={cells[i] ?? []}
                          column={column}
                          entities={entities}
                          documents={knowledge.documents}
                          language={language}
                          t={t}
                        />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            ))}
          </table>
        </section>
      )}
    </section>
  );
}

function ColumnHead({ entity, onRemove, language, t }: Writing & { entity: Entity; onRemove: () => void }) {
  const name = entity.names[language];
  return (
    <th scope="col">
      <span class="column-head">
        <span class="column-name">{name}</span>
        <button type="button" class="remove" aria-label={t("compare.remove", { name })} onClick={onRemove}>
          ×
        </button>
      </span>
      <IdentityLine entity={entity} language={language} t={t} />
      <span class="column-headline">{headlineOf(entity)[language]}</span>
      <IdentityFacts entity={entity} language={language} t={t} />
      <IdentityMore entity={entity} language={language} t={t} />
    </th>
  );
}
