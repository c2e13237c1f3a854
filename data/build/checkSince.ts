import { isPage, layerOf } from "../layers.ts";
import type { Claim, EntityFile, PageSource, SourceRef, Text } from "../schema.ts";
import type { WrittenNumber } from "./figures.ts";
import { fitsPrinted, isStatedOf, printedValues, statedNumbers } from "./pageFigures.ts";
import type { Curated, Problem } from "./parse.ts";

/** The months of which the second layer tells: from the end of the documents on. What is older must be printed. */
const SINCE = { from: "2024-04", to: "2026-11" } as const;

const SOURCES = "data/curated/sources.json";

type Say = (field: string, message: string) => void;

/**
 * What makes the second layer checkable. What pages print is not kept, so a claim brings the figures
 * that it rests on as they are printed; no number of its text, in either language, comes from elsewhere.
 */
export function checkSince(curated: Curated): Problem[] {
  const problems: Problem[] = [];
  const pages = new Map(curated.sources.pages.map((p) => [`web:${p.id}`, p]));
  const files = [...curated.platforms, ...curated.terms];
  /** The years in which the documents were written: told where what they said is set right. */
  const written = curated.sources.documents.map((d) => Number(d.date.value.slice(0, 4)));
  const claims = new Map(files.flatMap((f) => f.content.claims.map((c) => [c.id, c] as const)));
  for (const { path, content } of files) {
    content.claims.forEach((claim, i) => {
      const say: Say = (field, message) => problems.push(`${path}: claims.${i} (${claim.id}).${field}: ${message}`);
      checkLayer(claim, claims, say);
      if (claim.sources.every(isPage)) checkClaim(claim, claims, pages, written, say);
    });
  }
  problems.push(...checkCarried(files.flatMap((f) => f.content.claims)), ...checkCycles(claims));
  const entities = new Set(curated.platforms.map((f) => f.content.id));
  const overtaken = new Set([...claims.values()].flatMap((c) => c.overtakes ?? []));
  for (const { path, content } of curated.platforms) {
    const say: Say = (field, message) => problems.push(`${path}: ${field}: ${message}`);
    checkIdentity(content, entities, pages, say);
    checkNow(content, [...claims.values()], overtaken, written, say);
  }
  problems.push(...checkPages(curated));
  return problems;
}

function checkLayer(claim: Claim, claims: ReadonlyMap<string, Claim>, say: Say): void {
  const since = layerOf(claim.sources) === "since";
  if (!since && claim.sources.some(isPage)) say("sources", "a claim rests on documents or on pages, not on both");
  if (since !== claim.id.startsWith("u-"))
    say("id", "claims that rest on pages, and no others, have ids that begin with u-");
  for (const field of ["overtakes", "updates"] as const) {
    for (const id of claim[field] ?? []) {
      if (!since) say(field, "only what has happened since overtakes or updates");
      if (!claims.has(id) || id === claim.id) say(field, `no other claim ${id}`);
      if (field === "updates" && claim.overtakes?.includes(id)) say(field, `${id} is overtaken too`);
    }
  }
}

/** A statement is told once: what one claim carries is no claim of its own. */
function checkCarried(claims: readonly Claim[]): Problem[] {
  const told = new Map<string, string>(claims.map((c) => [c.id, c.id]));
  return claims.flatMap((claim) =>
    (claim.carries ?? []).flatMap((id) => {
      const by = told.get(id);
      told.set(id, claim.id);
      return by && id.startsWith("u-") ? [`${claim.id}: carries: ${id} is told by ${by} already`] : [];
    }),
  );
}

/** What is overtaken cannot overtake in turn what overtook it. */
function checkCycles(claims: ReadonlyMap<string, Claim>): Problem[] {
  const problems: Problem[] = [];
  const done = new Set<string>();
  const visit = (id: string, path: readonly string[]): void => {
    if (path.includes(id)) {
      problems.push(`${id}: overtakes: goes round in a circle: ${[...path.slice(path.indexOf(id)), id].join(" → ")}`);
      return;
    }
    if (done.has(id)) return;
    for (const next of claims.get(id)?.overtakes ?? []) visit(next, [...path, id]);
    done.add(id);
  };
  for (const id of claims.keys()) visit(id, []);
  return problems;
}

function checkClaim(
  claim: Claim,
  claims: ReadonlyMap<string, Claim>,
  pages: ReadonlyMap<string, PageSource>,
  written: readonly number[],
  say: Say,
): void {
  const read = claim.sources.flatMap((ref) => pages.get(ref) ?? []);
  for (const figure of claim.figures ?? []) {
    if (!fitsPrinted(figure)) say("figures", `${figure.value} is not what “${figure.printed}” says`);
  }
  // It may name the figure of what it overtakes: short of the 500亿 aimed at.
  const before = [...(claim.overtakes ?? []), ...(claim.updates ?? [])].flatMap((id) => claims.get(id) ?? []);
  const known = [...written, ...knownValues(claim, read), ...before.flatMap((c) => knownValues(c, []))];
  for (const [language, written] of unfounded(claim.text, known))
    say(
      `text.${language}`,
      `“${written}” stands in none of the claim’s figures (printed, value, period), nor in its date or its pages’`,
    );
  checkDate(claim, read, say);
  if (read.length > 0 && read.every((p) => p.seenVia) && claim.modality !== "unconfirmed")
    say("modality", "what was read only as quoted elsewhere is unconfirmed");
}

/** The numbers of a text that are none of the known values, with their language. */
function unfounded(text: Text, known: readonly number[]): ["zh" | "en", string][] {
  const stated = { zh: statedNumbers(text.zh), en: statedNumbers(text.en) };
  // Small counts (三年, three years) are written out: it is enough that both languages have them.
  const counted = (n: WrittenNumber, other: readonly WrittenNumber[]): boolean =>
    !/\d/.test(n.written) && n.value <= 12 && other.some((o) => o.value === n.value);
  const wrong = (own: readonly WrittenNumber[], other: readonly WrittenNumber[]): string[] =>
    own.filter((n) => !isStatedOf(n, known) && !counted(n, other)).map((n) => n.written);
  return [
    ...wrong(stated.zh, stated.en).map((w): ["zh", string] => ["zh", w]),
    ...wrong(stated.en, stated.zh).map((w): ["en", string] => ["en", w]),
  ];
}

function knownValues(claim: Claim, pages: readonly PageSource[]): number[] {
  const values = (claim.figures ?? []).flatMap((f) => [
    ...printedValues(f.printed),
    ...printedValues(f.period ?? ""),
    ...(f.value === null ? [] : [Math.abs(f.value)]),
  ]);
  for (const date of [claim.date.value, ...pages.map((p) => p.date)])
    for (const part of date?.split(/[/-]/) ?? []) values.push(Number(part));
  return values;
}

function checkDate(claim: Claim, pages: readonly PageSource[], say: Say): void {
  const { value, uncertain } = claim.date;
  if (value === null) return;
  const [from = "", to = from] = value.split("/");
  const printed = (claim.figures ?? []).map((f) => `${f.printed} ${f.period ?? ""}`).join(" ");
  if (isBefore(to, SINCE.from) && !uncertain && !printed.includes(to.slice(0, 4)))
    say("date", `${value} lies before ${SINCE.from}, and no figure prints that year`);
  if (isBefore(SINCE.to, from)) say("date", `${value} lies after ${SINCE.to}`);
  const dates = pages.flatMap((p) => p.date ?? []);
  if (claim.modality !== "plan" && dates.length > 0 && dates.every((date) => isBefore(date, from)))
    say("date", `${value} is later than all of its pages`);
}

/** Whether one date is over before another begins; dates cut to their month or year count as a whole. */
function isBefore(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
}

function checkIdentity(
  { id, identity }: EntityFile,
  entities: ReadonlySet<string>,
  pages: ReadonlyMap<string, PageSource>,
  say: Say,
): void {
  if (!identity) return;
  const { successor, owner, since, line, sources } = identity;
  if (successor !== undefined && (successor === id || !entities.has(successor)))
    say("identity.successor", `no other entity ${successor}`);
  if (owner && (owner === id || !entities.has(owner))) say("identity.owner", `no other entity ${owner}`);
  if (owner !== undefined && since === undefined) say("identity.since", "the day on which it changed hands is missing");
  for (const ref of sources) if (!pages.has(ref)) say("identity.sources", `no page ${ref}`);
  const known = (since ?? "").split("-").map(Number);
  for (const [language, written] of line ? unfounded(line, known) : [])
    say(`identity.line.${language}`, `“${written}” is not in its date`);
}

/** What the card says first must not rest on what is no longer so, nor on a figure that no claim has. */
function checkNow(
  { id, claims, identity, now }: EntityFile,
  all: readonly Claim[],
  overtaken: ReadonlySet<string>,
  written: readonly number[],
  say: Say,
): void {
  const lost = claims.find((c) => c.weight === 3 && layerOf(c.sources) === "documents" && overtaken.has(c.id));
  if (lost && !now) say("now", `${lost.id} is overtaken: what is shown first must be said anew`);
  if (!now) return;
  const standing = all.filter((c) => (claims.includes(c) || c.objects?.includes(id)) && !overtaken.has(c.id));
  if (!identity && !standing.some((c) => layerOf(c.sources) === "since"))
    say("now", "rests on nothing that has happened since");
  const known = [
    ...written,
    ...standing.flatMap((c) => [...knownValues(c, []), ...statedNumbers(c.text.zh).map((n) => n.value)]),
    ...[identity?.since, identity?.founded].flatMap((d) => d?.split("-").map(Number) ?? []),
  ];
  for (const [field, text] of Object.entries(now)) {
    for (const [language, written] of unfounded(text, known))
      say(`now.${field}.${language}`, `“${written}” stands in no claim that is still so`);
  }
}

/** Every page is used, and is given once. */
function checkPages({ sources, platforms, terms }: Curated): Problem[] {
  const used = new Set<SourceRef>([
    ...[...platforms, ...terms].flatMap((f) => f.content.claims.flatMap((c) => c.sources)),
    ...platforms.flatMap((f) => [
      ...(f.content.identity?.sources ?? []),
      ...f.content.relations.flatMap((r) => r.sources),
    ]),
    ...terms.flatMap((f) => f.content.sources),
  ]);
  const seen = new Set<string>();
  return sources.pages.flatMap((page, i) => {
    const at = `${SOURCES}: pages.${i} (${page.id})`;
    const problems: Problem[] = [];
    if (!used.has(`web:${page.id}`)) problems.push(`${at}: nothing refers to it`);
    for (const key of [page.id, page.url]) {
      if (seen.has(key)) problems.push(`${at}: ${key} is given twice`);
      seen.add(key);
    }
    return problems;
  });
}
