import { isPage } from "../layers.ts";
import type { Claim } from "../schema.ts";
import { numbersIn } from "./figures.ts";
import type { Curated, Problem } from "./parse.ts";

type Locators = Curated["locators"]["locators"];

/**
 * What makes a claim checkable: its places exist, its figures are printed there, and no number of
 * its text, in either language, comes from nowhere. Its date lies within its source's span, or the
 * place prints it, or it is marked as inferred.
 */
export function checkClaims(curated: Curated): Problem[] {
  const problems: Problem[] = [];
  const spans = new Map(curated.sources.documents.map((d) => [d.id, d.date.value]));
  for (const { path, content } of [...curated.platforms, ...curated.terms]) {
    content.claims.forEach((claim, i) => {
      const say = (field: string, message: string): void => {
        problems.push(`${path}: claims.${i} (${claim.id}).${field}: ${message}`);
      };
      checkClaim(claim, curated.locators.locators, spans, say);
    });
    const places = "relations" in content ? content.relations.flatMap((r) => r.sources) : content.sources;
    for (const ref of places) {
      if (!isPage(ref) && !(ref in curated.locators.locators))
        problems.push(`${path}: sources: no place ${ref} in its document`);
    }
  }
  return problems;
}

function checkClaim(
  claim: Claim,
  locators: Locators,
  spans: ReadonlyMap<string, string>,
  say: (field: string, message: string) => void,
): void {
  // What pages print is not kept: `checkSince.ts` checks what rests on them.
  const places = claim.sources;
  if (places.some(isPage)) return;
  for (const ref of places) if (!(ref in locators)) say("sources", `no place ${ref} in its document`);
  const printed = places.flatMap((ref) => locators[ref]?.figures ?? []);
  for (const figure of claim.figures ?? []) {
    if (!printed.includes(figure.printed)) say("figures", `“${figure.printed}” is not printed at ${places.join(", ")}`);
  }
  const known = knownNumbers(claim, printed);
  for (const language of ["zh", "en"] as const) {
    for (const { written, value } of numbersIn(claim.text[language])) {
      if (!known.has(value))
        say(`text.${language}`, `“${written}” is neither printed at ${places.join(", ")} nor its exact conversion`);
    }
  }
  checkDate(claim, places, locators, spans, say);
}

/** Every value that the claim may state: what its places print, its own figures (checked above), the parts of its date. */
function knownNumbers(claim: Claim, printed: readonly string[]): Set<number> {
  // A bare Han numeral counts only before a counter: it gets one.
  const values = [...printed, ...printed.map((p) => `${p}个`), ...printed.map((p) => `数${p}名`)].flatMap((p) =>
    numbersIn(p).map((n) => n.value),
  );
  for (const figure of claim.figures ?? []) if (figure.value !== null) values.push(figure.value);
  for (const part of claim.date.value?.split(/[/-]/) ?? []) values.push(Number(part));
  return new Set(values);
}

function checkDate(
  claim: Claim,
  places: readonly string[],
  locators: Locators,
  spans: ReadonlyMap<string, string>,
  say: (field: string, message: string) => void,
): void {
  const { value, uncertain } = claim.date;
  if (value === null || uncertain) return;
  const years = value.split("/").map((at) => at.slice(0, 4));
  const printed = places.flatMap((ref) => locators[ref]?.figures ?? []);
  const when = places.flatMap((ref) => locators[ref]?.when ?? []);
  const written = spans.get(places[0]?.slice(0, 3) ?? "")?.slice(0, 4) ?? "";
  for (const year of years) {
    const near = Math.abs(Number(written) - Number(year)) <= 1;
    // 去年, 今年, 最近 lead to the year of writing or the one before; any other year must be printed.
    if (printed.includes(year) || (near && when.length > 0) || year === written) continue;
    say("date", `${value} is neither printed at ${places.join(", ")} nor within its source’s span`);
    return;
  }
}
