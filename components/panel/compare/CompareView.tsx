import { useId, useMemo, useState } from "preact/hooks";
import type { CompareAddress } from "../../../data/address.ts";
import { COLUMNS, type Comparison, compare } from "../../../data/compare.ts";
import { type CompareFilter, noFilter } from "../../../data/filter.ts";
import { wordsOf } from "../../../data/find.ts";
import { SearchField } from "../../SearchField.tsx";
import type { ViewProps } from "../types.ts";
import { useKeptFocus } from "../useKeptFocus.ts";
import { CompareTable } from "./CompareTable.tsx";
import { Filters } from "./Filters.tsx";
import { PairTable } from "./PairTable.tsx";
import { PlatformPicker } from "./PlatformPicker.tsx";
import { StartBoard, Starts } from "./Starts.tsx";
import { TakeAway } from "./TakeAway.tsx";
import { useNarrow, usePrinting } from "./useWidth.ts";

interface Props extends ViewProps {
  address: CompareAddress;
  /** Changes what is shown of the comparison, or which. */
  onAddress: (address: CompareAddress) => void;
}

/** Platforms × dimensions: chosen, searched, filtered, laid side by side, taken away. */
export function CompareView({ knowledge, spellings, address, onAddress, language, t }: Props) {
  const { columns, filter, folded } = address;
  const [filtering, setFiltering] = useState(false);
  const [said, setSaid] = useState("");
  const filters = useId();
  const printing = usePrinting();
  const narrow = useNarrow() && !printing;
  const comparison = useMemo(
    () => compare(knowledge, columns, filter, language),
    [knowledge, columns, filter, language],
  );
  const entities = useMemo(() => new Map(knowledge.entities.map((e) => [e.id, e])), [knowledge]);
  const words = useMemo(() => wordsOf(filter.query), [filter.query]);
  const chosen = filterCount(filter);
  const whole = useKeptFocus<HTMLElement>(columns, ".column-head .remove", ".compare-tools input");

  const setColumns = (ids: readonly string[]): void => onAddress({ ...address, columns: ids });
  const setFilter = (next: CompareFilter): void => onAddress({ ...address, filter: next });
  const nameOf = (id: string): string => entities.get(id)?.names[language] ?? id;
  const move = (from: number, to: number): void => {
    const id = columns[from];
    if (id === undefined || from === to) return;
    const others = columns.filter((_, i) => i !== from);
    setColumns([...others.slice(0, to), id, ...others.slice(to)]);
    setSaid(t("compare.moved", { name: nameOf(id), at: to + 1, of: columns.length }));
  };
  const remove = (id: string): void => {
    setColumns(columns.filter((other) => other !== id));
    setSaid(t("compare.removed", { name: nameOf(id) }));
  };
  const shared = {
    comparison,
    folded,
    onFolded: (ids: readonly string[]) => onAddress({ ...address, folded: ids }),
    entities,
    documents: knowledge.documents,
    words,
    unfolded: printing,
    onMove: move,
    onRemove: remove,
    language,
    t,
  };

  return (
    <section class="compare" aria-label={t("view.compare")} ref={whole}>
      <div class="compare-tools">
        {columns.length >= COLUMNS.most ? (
          <p class="hint compare-full">{t("compare.full", { n: COLUMNS.most })}</p>
        ) : (
          <PlatformPicker
            entities={knowledge.entities.filter((e) => e.kind !== "market" && !columns.includes(e.id))}
            spellings={spellings}
            language={language}
            t={t}
            onPick={(id) => {
              setColumns([...columns, id]);
              setSaid(t("compare.added", { name: nameOf(id) }));
            }}
          />
        )}
        <SearchField
          class="compare-search"
          label={t("compare.search")}
          text={filter.query}
          onText={(query) => setFilter({ ...filter, query })}
        />
        <span class="compare-actions">
          <button
            type="button"
            class="button"
            aria-expanded={filtering}
            aria-controls={filters}
            onClick={() => setFiltering(!filtering)}
          >
            {chosen > 0 ? t("filter.some", { n: chosen }) : t("filter.label")}
          </button>
          <TakeAway comparison={comparison} address={address} knowledge={knowledge} language={language} t={t} />
        </span>
      </div>
      {filtering && (
        <Filters id={filters} knowledge={knowledge} filter={filter} onFilter={setFilter} language={language} t={t} />
      )}
      <p class="unseen" role="status">
        {said}
      </p>
      {comparison.columns.length > 0 && <Starts columns={columns} t={t} />}
      {comparison.columns.length === 0 ? (
        <StartBoard says={t("compare.empty")} nameOf={nameOf} t={t} />
      ) : (
        <>
          <div class="compare-sum">
            <span role="status">{sum(comparison, t)}</span>
            <label class="toggle" title={t("filter.differencesHint")}>
              <input
                type="checkbox"
                checked={filter.differences}
                onChange={(event) => setFilter({ ...filter, differences: event.currentTarget.checked })}
              />
              {t("filter.differences")}
            </label>
            {isFiltered(filter) && (
              <button
                type="button"
                class="text-button"
                onClick={() => {
                  // It goes as it is pressed: the box beside it stays.
                  whole.current?.querySelector<HTMLElement>(".compare-sum input")?.focus();
                  setFilter(noFilter);
                }}
              >
                {t("filter.clear")}
              </button>
            )}
          </div>
          {comparison.groups.length === 0 ? (
            <p class="blank">{isFiltered(filter) ? t("filter.nothing") : t("compare.nothing")}</p>
          ) : narrow && comparison.columns.length > 1 ? (
            <PairTable {...shared} differences={filter.differences} />
          ) : (
            <CompareTable {...shared} />
          )}
        </>
      )}
    </section>
  );
}

function sum({ groups }: Comparison, t: Props["t"]): string {
  const rows = groups.flatMap((g) => g.rows);
  const claims = rows.reduce((n, row) => n + row.cells.reduce((m, cell) => m + cell.length, 0), 0);
  return t("compare.sum", { rows: rows.length, claims });
}

/** How many kinds of filter are on that the filter's own part sets. */
function filterCount({ modalities, dimensions, from, to }: CompareFilter): number {
  return [modalities.length > 0, dimensions.length > 0, from !== null || to !== null].filter(Boolean).length;
}

function isFiltered(filter: CompareFilter): boolean {
  return filterCount(filter) > 0 || filter.differences || filter.query.trim() !== "";
}
