import { useState } from "preact/hooks";
import type { Knowledge, Term } from "../../data/model.ts";
import { ClaimLine, writeSources } from "../ClaimLine.tsx";
import type { Writing } from "./types.ts";

interface Props extends Writing {
  knowledge: Knowledge;
  /** Whether pages are marked with terms. */
  marked: boolean;
  onMarked: (marked: boolean) => void;
}

/** The words of the trade: what each means, what the documents say of it, who lives by it. */
export function TermsView({ knowledge, marked, onMarked, language, t }: Props) {
  const [query, setQuery] = useState("");
  const found = knowledge.terms.filter((term) => matches(term, query));
  return (
    <section aria-label={t("view.terms")}>
      <label class="switch">
        <input type="checkbox" checked={marked} onChange={(event) => onMarked(event.currentTarget.checked)} />
        {t("terms.mark")}
      </label>
      <input
        type="search"
        class="picker-input terms-search"
        aria-label={t("terms.search")}
        placeholder={t("terms.search")}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      {found.length === 0 && <p class="blank">{t("terms.none")}</p>}
      {found.map((term) => (
        <TermEntry key={term.id} term={term} knowledge={knowledge} language={language} t={t} />
      ))}
    </section>
  );
}

function TermEntry({ term, knowledge, language, t }: Writing & { term: Term; knowledge: Knowledge }) {
  const claims = knowledge.claims.filter((c) => c.subject === term.id);
  const names = term.platforms.flatMap((id) => knowledge.entities.find((e) => e.id === id)?.names[language] ?? []);
  return (
    <article class="term">
      <h2 class="section-title">
        {term.names[language]} <small>{language === "en" ? term.names.zh : term.names.en}</small>
      </h2>
      <p>{term.definition[language]}</p>
      <p>
        {term.said[language]}{" "}
        <span class="claim-meta">{writeSources(term.sources, knowledge.documents, language)}</span>
      </p>
      {names.length > 0 && (
        <p class="hint">
          {t("terms.platforms")}
          {names.join(language === "en" ? ", " : "、")}
        </p>
      )}
      {claims.length > 0 && (
        <ul class="cell-claims">
          {claims.map((claim) => (
            <li key={claim.id}>
              <ClaimLine claim={claim} documents={knowledge.documents} language={language} t={t} />
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

function matches(term: Term, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  return [...Object.values(term.names), ...term.aliases].some((name) => name.toLowerCase().includes(wanted));
}
