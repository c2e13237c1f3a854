import type { Writing } from "../types.ts";

interface Props extends Pick<Writing, "t"> {
  name: string;
  /** How many columns the table has. */
  span: number;
  shut: boolean;
  rows: number;
  onToggle: () => void;
}

/** The head of a group of rows, which folds them away. */
export function GroupHead({ name, span, shut, rows, onToggle, t }: Props) {
  return (
    <tr class="group">
      <th scope="rowgroup" colSpan={span}>
        <button type="button" class="group-button" aria-expanded={!shut} onClick={onToggle}>
          <svg class="fold" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <path d="M3 4.5l3 3 3-3" fill="none" stroke="currentColor" stroke-width="1.4" />
          </svg>
          {name}
          {shut && <span class="group-rows">{t("compare.rows", { n: rows })}</span>}
        </button>
      </th>
    </tr>
  );
}
