import { LanguageSelect } from "../LanguageSelect.tsx";
import { Row } from "./Row.tsx";
import { Segments } from "./Segments.tsx";
import type { Section } from "./types.ts";

const themes = ["auto", "light", "dark"] as const;

/** Colours and language. */
export function LookSection({ settings, onChange, t }: Section) {
  return (
    <>
      <Row label={t("theme.label")} hint={t("theme.hint")}>
        <Segments
          name="theme"
          label={t("theme.label")}
          value={settings.theme}
          choices={themes.map((value) => ({ value, text: t(`theme.${value}`) }))}
          onChoice={(theme) => onChange({ theme })}
        />
      </Row>
      <Row label={t("language.label")} hint={t("language.hint")}>
        <LanguageSelect
          class="field"
          choice={settings.language}
          label={t("language.label")}
          auto={t("language.auto")}
          onChoice={(language) => onChange({ language })}
        />
      </Row>
    </>
  );
}
