import { useMemo, useState } from "preact/hooks";
import { wordsOf } from "../../../data/find.ts";
import { knowledgeReach } from "../../../data/layers.ts";
import type { Knowledge } from "../../../data/model.ts";
import { findPages, type RestingPage, restingPages } from "../../../data/publicPages.ts";
import { writeInstant } from "../../dates.ts";
import { PageName } from "../../PageNames.tsx";
import { SearchField } from "../../SearchField.tsx";
import { Hits } from "../Hits.tsx";
import { Link } from "../Link.tsx";
import type { Writing } from "../types.ts";
import { RestingClaims } from "./RestingClaims.tsx";
import "./pages.css";

/** So many pages are listed at once: the rest is asked for, or searched. */
const LISTED = 40;

/** The public pages that the second layer rests on, the newest first: folded, found by search, each with its claims. */
export function PublicPages({ knowledge, language, t }: Writing & { knowledge: Knowledge }) {
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState(false);
  const [all, setAll] = useState(false);
  const pages = useMemo(() => restingPages(knowledge), [knowledge]);
  const found = useMemo(() => findPages(pages, knowledge, query, language), [pages, knowledge, query, language]);
  if (pages.length === 0) return null;
  const words = wordsOf(query);
  const shown = all ? found : found.slice(0, LISTED);
  return (
    <article class="public-pages">
      <h2 class="section-title">{t("sources.pages")}</h2>
      <p class="hint">
        {t("sources.pagesHint", { n: pages.length, date: writeInstant(knowledgeReach(knowledge) ?? "", t) })}
      </p>
      <SearchField
        class="list-search"
        label={t("sources.search")}
        text={query}
        onText={(text) => {
          setQuery(text);
          setAll(false);
        }}
      />
      <p class="unseen" role="status">
        {words.length > 0 && t("sources.found", { n: found.length })}
      </p>
      <details open={open || words.length > 0} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{words.length > 0 ? t("sources.found", { n: found.length }) : t("sources.pagesAll")}</summary>
        {(open || words.length > 0) && (
          <ul class="source-pages">
            {shown.map((resting) => (
              <li key={resting.page.id} data-page={resting.page.id}>
                <PageEntry resting={resting} words={words} knowledge={knowledge} language={language} t={t} />
              </li>
            ))}
          </ul>
        )}
        {found.length > shown.length && (
          <button type="button" class="link" onClick={() => setAll(true)}>
            {t("sources.pagesMore", { n: found.length - shown.length })}
          </button>
        )}
      </details>
    </article>
  );
}

interface EntryProps extends Writing {
  resting: RestingPage;
  words: readonly string[];
  knowledge: Knowledge;
}

/** A page, and what rests on it as soon as that is asked for. */
function PageEntry({ resting, words, knowledge, language, t }: EntryProps) {
  const { page, claims } = resting;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Link class="source-page-title" to={{ view: "sources", id: page.id }}>
        <span lang={page.language}>
          <Hits text={page.title} words={words} />
        </span>
      </Link>
      <PageFacts resting={resting} t={t} />
      <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? "sources.fewer" : "sources.pageClaims", { n: claims.length })}
      </button>
      {open && <RestingClaims claims={claims} words={words} knowledge={knowledge} language={language} t={t} />}
    </>
  );
}

/** One page by itself: what it is, and all claims that rest on it. */
export function PublicPage({
  resting,
  knowledge,
  language,
  t,
}: Writing & { resting: RestingPage; knowledge: Knowledge }) {
  const { page, claims } = resting;
  return (
    <article class="source">
      <h2 class="section-title" lang={page.language}>
        {page.title}
      </h2>
      <PageFacts resting={resting} t={t} />
      <h3 class="section-title source-claims">{t("sources.claims", { n: claims.length })}</h3>
      <RestingClaims claims={claims} knowledge={knowledge} language={language} t={t} />
    </article>
  );
}

/** Who published it and when, and whether it is its own. */
function PageFacts({ resting: { page, host }, t }: Pick<Writing, "t"> & { resting: RestingPage }) {
  const instant = page.date ? writeInstant(page.date, t) : "";
  const date = page.inferred && instant ? t("date.about", { date: instant }) : instant;
  return (
    <p class="claim-meta source-page-facts">
      {[page.publisher, date].filter((part) => part !== "").join(" · ")}
      {" · "}
      <PageName page={{ ...page, host }} t={t} />
    </p>
  );
}
