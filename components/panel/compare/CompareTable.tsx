import { useEffect, useRef } from "preact/hooks";
import type { Comparison } from "../../../data/compare.ts";
import type { Entity, SourceDocument } from "../../../data/model.ts";
import type { Writing } from "../types.ts";
import { ColumnHead } from "./ColumnHead.tsx";
import { CompareCell } from "./CompareCell.tsx";
import { GroupHead } from "./GroupHead.tsx";

export interface TableProps extends Writing {
  comparison: Comparison;
  /** Ids of the groups whose rows are folded away. */
  folded: readonly string[];
  onFolded: (ids: readonly string[]) => void;
  entities: ReadonlyMap<string, Entity>;
  documents: readonly SourceDocument[];
  /** Words that are marked in the claims. */
  words: readonly string[];
  /** Whether everything is shown, for paper. */
  unfolded: boolean;
  onMove: (from: number, to: number) => void;
  onRemove: (id: string) => void;
}

/** All columns side by side; the header row and the first column stay while the rest scrolls. */
export function CompareTable(props: TableProps) {
  const { comparison, folded, onFolded, entities, documents, words, unfolded, onMove, onRemove, language, t } = props;
  const { columns, groups } = comparison;
  const table = useRef<HTMLTableElement>(null);
  /** The column that was just moved, and whither. */
  const moved = useRef<{ id: string; to: "left" | "right" } | undefined>(undefined);
  // The browser takes the focus off what is moved in the document: it follows the button that moved it.
  useEffect(() => {
    const { id, to } = moved.current ?? {};
    moved.current = undefined;
    if (!id || !table.current) return;
    const head = table.current.querySelector(`.column[data-column="${id}"]`);
    const wanted =
      head?.querySelector<HTMLElement>(`.step-${to}:enabled`) ?? head?.querySelector<HTMLElement>(".tool:enabled");
    wanted?.focus();
  });
  const move = (from: number, to: number): void => {
    const id = columns[from]?.id;
    moved.current = id ? { id, to: to < from ? "left" : "right" } : undefined;
    onMove(from, to);
  };
  return (
    // The table scrolls inside, so it must be reachable without a pointer.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the focus to be scrolled by keys
    <section class="table-scroll" tabIndex={0} aria-label={t("compare.caption")}>
      <table class="table" ref={table}>
        <caption class="unseen">{t("compare.caption")}</caption>
        <thead>
          <tr>
            <th scope="col" class="corner">
              {t("compare.dimension")}
            </th>
            {columns.map((entity, at) => (
              <ColumnHead
                key={entity.id}
                entity={entity}
                at={at}
                of={columns.length}
                onMove={move}
                onRemove={() => onRemove(entity.id)}
                language={language}
                t={t}
              />
            ))}
          </tr>
        </thead>
        {groups.map(({ group, rows }) => {
          const shut = folded.includes(group.id) && !unfolded;
          return (
            <tbody key={group.id}>
              <GroupHead
                name={group.names[language]}
                span={columns.length + 1}
                shut={shut}
                rows={rows.length}
                onToggle={() => onFolded(shut ? folded.filter((id) => id !== group.id) : [...folded, group.id])}
                t={t}
              />
              {!shut &&
                rows.map(({ dimension, cells, hidden }) => (
                  <tr key={dimension.id} data-dimension={dimension.id}>
                    <th scope="row" title={dimension.about[language]}>
                      {dimension.names[language]}
                    </th>
                    {columns.map((column, i) => (
                      <td key={column.id} data-column={column.id}>
                        <CompareCell
                          claims={cells[i] ?? []}
                          hidden={hidden[i]}
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
                  </tr>
                ))}
            </tbody>
          );
        })}
      </table>
    </section>
  );
}
