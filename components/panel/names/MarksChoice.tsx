import type { Settings } from "../../../data/settings.ts";
import type { Writing } from "../types.ts";

interface Props extends Pick<Writing, "t"> {
  marks: Settings["marks"];
  onMarks: (marks: Settings["marks"]) => void;
}

const choices: readonly Settings["marks"][] = ["first", "all", "none"];

/** Chooses which mentions are underlined on pages. Every mention answers the pointer all the same. */
export function MarksChoice({ marks, onMarks, t }: Props) {
  return (
    <label class="marks-choice">
      <span>{t("marks.label")}</span>
      <select
        class="select"
        value={marks}
        onChange={(event) => onMarks(event.currentTarget.value as Settings["marks"])}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {t(`marks.${choice}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
