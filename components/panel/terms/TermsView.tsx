import { useState } from "preact/hooks";
import type { EntryAddress } from "../../../data/address.ts";
import type { Knowledge, Term } from "../../../data/model.ts";
import { searchNames } from "../../../data/search.ts";
import { ClaimLine, writeSources } from "../../ClaimLine.tsx";
import { SearchField } from "../../SearchField.tsx";
import { Link } from "../Link.tsx";
import type { ViewProps, Writing } from "../types.ts";
import "./terms.css";

interface Props extends ViewProps {
  address: EntryAddress;
  /** Whether pages are marked with terms. */
  marked: boolean;
  onMarked: (marked: boolean) => void;
}

/** The words of the trade: what each means, what the documents say of it, who lives by it. */
export function TermsView({ knowledge, spellings, address, marked, onMarked, language, t }: Props) {
  const [query, setQuery] = useState("");
  const chosen = knowledge.terms.find((term) => term.id === address.id);
  if (chosen) {
    return (
      <section aria-label={t("view.terms")}>
        <p class="platform-trail">
          <Link to={{ view: "terms", id: null }}>{t("terms.all")}</Link>
        </p>
        <TermEntry term={chosen} knowledge={knowledge} language={language} t={t} />
      </section>
    );
  }
  const found = query.trim() === "" ? knowledge.terms : searchNames(knowledge.terms, query, spellings);
  return (
    <section aria-label={t("view.terms")}>
      {address.id !== null && <p class="notice">{t("terms.unknown")}</p>}
      <SearchField class="list-search" label={t("terms.search")} text={query} onText={setQuery} />
      <label class="toggle terms-mark">
        <input type="checkbox" checked={marked} onChange={(event) => onMarked(event.currentTarget.checked)} />
        {t("terms.mark")}
      </label>
      {found.length === 0 && <p class="blank">{t("terms.none")}</p>}
      {found.map((term) => (
        <TermEntry key={term.id} term={term} knowledge={knowledge} language={language} t={t} />
      ))}
    </section>
  );
}

function TermEntry({ term, knowledge, language, t }: Writing & { term: Term; knowledge: Knowledge }) {
  const claims = knowledge.claims.filter((c) => c.subject === term.id);
  const platforms = term.platforms.flatMap((id) => knowledge.entities.find((e) => e.id === id) ?? []);
  const other = language === "en" ? term.names.zh : term.names.en;
  return (
    <article class="term" data-term={term.id}>
      <h2 class="section-title">
        <Link class="term-name" to={{ view: "terms", id: term.id }}>
          {term.names[language]}
        </Link>{" "}
        {other !== term.names[language] && <small lang={language === "en" ? "zh-Hans" : "en"}>{other}</small>}
      </h2>
      <p>{term.definition[language]}</p>
      <p>
        {term.said[language]}{" "}
        <span class="claim-meta">{writeSources(term.sources, knowledge.documents, language)}</span>
      </p>
      {platforms.length > 0 && (
        <p class="hint">
          {t("terms.platforms")}
          {platforms.map((platform, i) => (
            <span key={platform.id}>
              {i > 0 && (language === "en" ? ", " : "、")}
              <Link to={{ view: "platform", id: platform.id }}>{platform.names[language]}</Link>
            </span>
          ))}
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
