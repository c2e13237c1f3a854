import { Row } from "./Row.tsx";
import { Segments } from "./Segments.tsx";
import type { Section } from "./types.ts";

const marks = ["first", "all", "none"] as const;
const switches = ["terms", "documentsOnly"] as const;

/** What is marked on pages, and out of which claims the cards are made. */
export function ReadingSection({ settings, onChange, t }: Section) {
  return (
    <>
      <Row label={t("marks.label")} hint={t("marks.hint")}>
        <Segments
          name="marks"
          label={t("marks.label")}
          value={settings.marks}
          choices={marks.map((value) => ({ value, text: t(`marks.${value}`) }))}
          onChoice={(value) => onChange({ marks: value })}
        />
      </Row>
      {switches.map((key) => (
        <Row key={key} label={t(`${key}.label`)} hint={t(`${key}.hint`)} control={key}>
          <input
            id={key}
            type="checkbox"
            class="toggle"
            aria-describedby={`${key}-hint`}
            checked={settings[key]}
            onChange={(event) => onChange({ [key]: event.currentTarget.checked })}
          />
        </Row>
      ))}
    </>
  );
}
