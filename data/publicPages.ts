/** The public pages with what rests on them, and how they are found. Pure. */
import { containsAll, wordsOf } from "./find.ts";
import { hostOf } from "./hosts.ts";
import type { Knowledge, Language, SourcePage, StoredClaim } from "./model.ts";

/** A page with the claims that rest on it, in the order in which they are known. */
export interface RestingPage {
  page: SourcePage;
  /** Its domain, without `www.`. */
  host: string;
  claims: readonly StoredClaim[];
}

/** Every public page, the newest first. Those without a date come last. */
export function restingPages({ pages, claims }: Pick<Knowledge, "pages" | "claims">): RestingPage[] {
  const resting = new Map<string, StoredClaim[]>();
  for (const claim of claims) {
    for (const ref of claim.sources) resting.set(ref, [...(resting.get(ref) ?? []), claim]);
  }
  return [...pages]
    .sort((a, b) => compareTexts(b.date ?? "", a.date ?? "") || compareTexts(a.id, b.id))
    .map((page) => ({
      page,
      host: hostOf(page.url),
      claims: resting.get(`web:${page.id}`) ?? [],
    }));
}

/**
 * The pages in which all words stand: in its title, publisher or domain, in a claim that rests on it, or
 * in the names of whom that is about.
 */
export function findPages(
  pages: readonly RestingPage[],
  { entities, terms }: Pick<Knowledge, "entities" | "terms">,
  query: string,
  language: Language,
): readonly RestingPage[] {
  const words = wordsOf(query);
  if (words.length === 0) return pages;
  const names = new Map([...entities, ...terms].map((e) => [e.id, e.names]));
  return pages.filter(({ page, host, claims }) =>
    containsAll(
      [
        page.title,
        page.publisher,
        host,
        page.date ?? "",
        ...claims.flatMap(({ text, subject }) => [text[language], ...Object.values(names.get(subject) ?? {})]),
      ],
      words,
    ),
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
