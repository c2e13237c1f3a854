import { useId, useState } from "preact/hooks";
import { Link } from "../Link.tsx";
import { CompareCell } from "./CompareCell.tsx";
import type { TableProps } from "./CompareTable.tsx";
import { GroupHead } from "./GroupHead.tsx";

/** For narrow panels: one platform that stays beside one of the others, chosen by a tab. */
export function PairTable(props: TableProps & { differences: boolean }) {
  const { comparison, folded, onFolded, entities, documents, words, unfolded, onMove, onRemove, language, t } = props;
  const { columns, groups } = comparison;
  const ids = useId();
  const [wanted, setWanted] = useState(columns[1]?.id);
  const other = columns.find((c, i) => i > 0 && c.id === wanted) ?? columns[1];
  const fixed = columns[0];
  if (!fixed || !other) return null;
  const pair = [fixed, other];
  const at = (id: string): number => columns.findIndex((c) => c.id === id);
  return (
    <div class="pair">
      <div class="pair-tools">
        <label class="pair-fixed">
          {t("pair.fixed")}
          <select
            class="select"
            value={fixed.id}
            onChange={(event) => {
              setWanted(fixed.id === wanted ? undefined : wanted);
              onMove(at(event.currentTarget.value), 0);
            }}
          >
            {columns.map((c) => (
              <option key={c.id} value={c.id}>
                {c.names[language]}
              </option>
            ))}
          </select>
        </label>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset draws a box and breaks lines */}
        <span class="segments pair-others" role="group" aria-label={t("pair.other")}>
          {columns.slice(1).map((c) => (
            <button
              key={c.id}
              type="button"
              class="segment"
              aria-pressed={c.id === other.id}
              onClick={() => setWanted(c.id)}
            >
              {c.names[language]}
            </button>
          ))}
        </span>
      </div>
      <table class="table pair-table">
        <caption class="unseen">{t("compare.caption")}</caption>
        <thead>
          <tr>
            {pair.map((entity, i) => (
              <th key={entity.id} scope="col" id={`${ids}-${i}`}>
                <span class="column-head">
                  <Link class="column-name" to={{ view: "platform", id: entity.id }}>
                    {entity.names[language]}
                  </Link>
                  <button
                    type="button"
                    class="tool remove"
                    aria-label={t("compare.remove", { name: entity.names[language] })}
                    onClick={() => onRemove(entity.id)}
                  >
                    ×
                  </button>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ group, rows: all }) => {
          const least = props.differences ? pair.length : 1;
          const rows = all.filter(({ cells }) => pair.filter((c) => cells[at(c.id)]?.length).length >= least);
          if (rows.length === 0) return null;
          const shut = folded.includes(group.id) && !unfolded;
          return (
            <tbody key={group.id}>
              <GroupHead
                name={group.names[language]}
                span={2}
                shut={shut}
                rows={rows.length}
                onToggle={() => onFolded(shut ? folded.filter((id) => id !== group.id) : [...folded, group.id])}
                t={t}
              />
              {!shut &&
                rows.map(({ dimension, cells, hidden }) => {
                  const row = `${ids}-${dimension.id}`;
                  return [
                    <tr key={row} class="pair-dimension">
                      <th id={row} scope="colgroup" colSpan={2}>
                        {dimension.names[language]}
                      </th>
                    </tr>,
                    <tr key={`${row}-cells`} data-dimension={dimension.id}>
                      {pair.map((column, i) => (
                        <td key={column.id} headers={`${ids}-${i} ${row}`} data-column={column.id}>
                          <CompareCell
                            claims={cells[at(column.id)] ?? []}
                            hidden={hidden[at(column.id)]}
                            column={column}
                            entities={entities}
                            documents={documents}
                            words={words}
                            unfolded={unfolded}
                            language={language}
                            t={t}
                          />
                        </td>
                      ))}
                    </tr>,
                  ];
                })}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}
