import type { CompareFilter } from "../../../data/filter.ts";
import { kinds } from "../../../data/filter.ts";
import type { Knowledge } from "../../../data/model.ts";
import { ModalityMark } from "../../Modality.tsx";
import type { Writing } from "../types.ts";

interface Props extends Writing {
  id: string;
  knowledge: Knowledge;
  filter: CompareFilter;
  onFilter: (filter: CompareFilter) => void;
}

/** What of a comparison is shown: kinds of claims, a period, dimensions. */
export function Filters({ id, knowledge, filter, onFilter, language, t }: Props) {
  const years = yearsOf(knowledge);
  const toggle = <T extends string>(list: readonly T[], item: T): T[] =>
    list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
  return (
    <div id={id} class="filters">
      <fieldset>
        <legend>{t("filter.kind")}</legend>
        {kinds.map((kind) => (
          <label key={kind} class="chip">
            <input
              type="checkbox"
              checked={filter.modalities.includes(kind)}
              onChange={() => onFilter({ ...filter, modalities: toggle(filter.modalities, kind) })}
            />
            <ModalityMark kind={kind} /> {t(`modality.${kind}`)}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t("filter.period")}</legend>
        <Year
          label={t("filter.from")}
          years={years}
          value={filter.from}
          onYear={(from) => onFilter({ ...filter, from })}
        />
        <Year label={t("filter.to")} years={years} value={filter.to} onYear={(to) => onFilter({ ...filter, to })} />
        {(filter.from || filter.to) && <span class="filters-note">{t("filter.undated")}</span>}
      </fieldset>
      <fieldset>
        <legend>{t("filter.dimension")}</legend>
        {knowledge.groups.map((group) => (
          <div key={group.id} class="filters-group">
            <span class="filters-name">{group.names[language]}</span>
            {knowledge.dimensions
              .filter((d) => d.group === group.id)
              .map((d) => (
                <label key={d.id} class="chip" title={d.about[language]}>
                  <input
                    type="checkbox"
                    checked={filter.dimensions.includes(d.id)}
                    onChange={() => onFilter({ ...filter, dimensions: toggle(filter.dimensions, d.id) })}
                  />
                  {d.names[language]}
                </label>
              ))}
          </div>
        ))}
      </fieldset>
    </div>
  );
}

interface YearProps {
  label: string;
  years: readonly string[];
  value: string | null;
  onYear: (year: string | null) => void;
}

function Year({ label, years, value, onYear }: YearProps) {
  return (
    <label class="filters-year">
      {label}
      <select
        aria-label={label}
        class="select"
        value={value ?? ""}
        onChange={(event) => onYear(event.currentTarget.value || null)}
      >
        <option value="">–</option>
        {value && !years.includes(value) && <option value={value}>{value}</option>}
        {years.map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Every year that a claim is dated to. */
function yearsOf({ claims }: Knowledge): string[] {
  const years = claims.flatMap(({ date }) => date.value?.split("/").map((iso) => iso.slice(0, 4)) ?? []);
  return [...new Set(years)].sort();
}
