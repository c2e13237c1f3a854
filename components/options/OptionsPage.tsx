import type { ComponentChildren } from "preact";
import { languageTags } from "../locales/messages.ts";
import { Stone } from "../Stone.tsx";
import { type SectionName, sections, type Writing } from "./types.ts";

export interface Told {
  text: string;
  undo?: (() => void) | undefined;
}

interface Props extends Writing {
  content: Readonly<Record<SectionName, ComponentChildren>>;
  /** What happened last, with the way back where there is one. */
  told: Told | undefined;
  onDismiss: () => void;
}

/** The whole page: its sections in order, and a line at the bottom that takes back what was done. */
export function OptionsPage({ content, told, onDismiss, language, t }: Props) {
  return (
    <div class="options qiju" lang={languageTags[language]}>
      <header class="options-head">
        <h1 class="options-title">
          <Stone size={28} />
          {t("options.title")}
        </h1>
        <p class="note">{t("options.saved")}</p>
      </header>
      <nav class="options-nav" aria-label={t("options.sections")}>
        {sections.map((name) => (
          <a key={name} href={`#${name}`}>
            {t(`section.${name}`)}
          </a>
        ))}
      </nav>
      <main class="options-main">
        {sections.map((name) => (
          <section key={name} id={name} class="section" aria-labelledby={`${name}-title`}>
            <h2 class="section-title" id={`${name}-title`}>
              {t(`section.${name}`)}
            </h2>
            <div class="section-body">{content[name]}</div>
          </section>
        ))}
      </main>
      <div class="told" role="status">
        {told && (
          <p class="told-line">
            <span>{told.text}</span>
            {told.undo && (
              <button type="button" class="told-undo" onClick={told.undo}>
                {t("options.undo")}
              </button>
            )}
            <button type="button" class="told-undo" aria-label={t("options.dismiss")} onClick={onDismiss}>
              ×
            </button>
          </p>
        )}
      </div>
    </div>
  );
}
