import type { TermCard as View } from "../data/cards.ts";
import type { Language } from "../data/model.ts";
import { writeSources } from "./ClaimLine.tsx";
import { languageTags, type Translate } from "./locales/messages.ts";

export type TermKey = "card.label" | "term.kind" | "term.platforms";

interface Props {
  card: View;
  language: Language;
  t: Translate<TermKey>;
}

/** The smaller card of a term: what it means, what the documents say of it, who lives by it. */
export function TermCard({ card, language, t }: Props) {
  const { term, platforms, documents } = card;
  const name = term.names[language];
  const other = language === "en" ? term.names.zh : term.names.en;
  return (
    <article class="card qiju" tabIndex={-1} lang={languageTags[language]} aria-label={t("card.label", { name })}>
      <header class="card-head">
        <p class="card-place">{t("term.kind")}</p>
        <h2 class="card-name">
          {name}
          {other !== name && <small lang={language === "en" ? "zh-Hans" : "en"}>{other}</small>}
        </h2>
        <p class="card-headline">{term.definition[language]}</p>
      </header>
      <div class="card-said">
        <p>{term.said[language]}</p>
        <p class="claim-meta">{writeSources(term.sources, documents, language)}</p>
        {platforms.length > 0 && (
          <p class="claim-meta">
            {t("term.platforms")}
            {platforms.map((p) => p.names[language]).join(language === "en" ? ", " : "、")}
          </p>
        )}
      </div>
    </article>
  );
}
