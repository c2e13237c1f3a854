/** What of a comparison is shown, and which claims that leaves. Pure. */
import { containsAll, wordsOf } from "./find.ts";
import type { Language, StoredClaim } from "./model.ts";
import type { ClaimDate, Modality } from "./schema.ts";

/** The kinds of claims, in the order in which they are offered. Apart from the schema, whose parser the panel does not need. */
export const kinds = ["fact", "plan", "denied", "unconfirmed", "view"] as const satisfies readonly Modality[];

export interface CompareFilter {
  /** Ids of dimensions; all where none is given. */
  dimensions: readonly string[];
  /** All kinds where none is given. */
  modalities: readonly Modality[];
  /** Only rows in which two columns or more have something to say. */
  differences: boolean;
  /** Words that a claim must contain, in the language shown. */
  query: string;
  /** Years or months, both included; undated claims are left out as soon as one is given. */
  from: string | null;
  to: string | null;
}

export const noFilter: CompareFilter = {
  dimensions: [],
  modalities: [],
  differences: false,
  query: "",
  from: null,
  to: null,
};

/** The claims of the kinds, the period and the words asked for. */
export function filterClaims(
  claims: readonly StoredClaim[],
  { modalities, from, to, query }: CompareFilter,
  language: Language,
): readonly StoredClaim[] {
  const words = wordsOf(query);
  return claims.filter(
    (c) =>
      (modalities.length === 0 || modalities.includes(c.modality)) &&
      isWithin(c.date, from, to) &&
      containsAll(
        [c.text, c.attribution, c.note].flatMap((text) => (text ? [text[language]] : [])),
        words,
      ),
  );
}

/** Whether a date may lie in the period; one that nobody knows lies in none. */
function isWithin({ value }: ClaimDate, from: string | null, to: string | null): boolean {
  if (from === null && to === null) return true;
  if (value === null) return false;
  const [first = "", last = first] = value.split("/");
  return (from === null || !isBefore(last, from)) && (to === null || !isBefore(to, first));
}

/** Whether one instant is surely before another: 2023 is before 2024-03, and not before 2023-09. */
function isBefore(a: string, b: string): boolean {
  const known = Math.min(a.length, b.length);
  return a.slice(0, known) < b.slice(0, known);
}
