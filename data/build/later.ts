/** What the build writes beside each claim: the pages that it rests on, and what has come since. */
import { hostOf } from "../hosts.ts";
import type { PageLink, StoredClaim, ToldClaim } from "../model.ts";
import type { PageSource, SourceRef } from "../schema.ts";

/** The pages among some sources, as they are named beside a claim. */
export function pageLinks(refs: readonly SourceRef[], pages: readonly PageSource[]): PageLink[] {
  const byRef = new Map(pages.map((p) => [`web:${p.id}`, p]));
  return refs.flatMap((ref) => {
    const page = byRef.get(ref);
    if (!page) return [];
    const { url, publisher, date, copy, seenVia } = page;
    return [
      {
        url,
        host: hostOf(url),
        publisher,
        nameless: isNameless(publisher),
        date,
        copy: copy ?? null,
        quoted: seenVia !== undefined,
      },
    ];
  });
}

/** Publishers that are known under two names. */
const sameVoice: Record<string, string> = {
  scmp: "south china morning post",
  ap: "associated press",
  ft: "financial times",
  udn: "economic daily news",
};

/** Publishers of whom a copy does not say who they are: they speak for nobody. */
const nameless = new Set(["press", "trade press", "broker note", "reportify", "netease account article"]);

/**
 * How many of the pages speak independently of each other. Those that share a name (36Kr; KrASIA, for
 * 36Kr; a copy of 36Kr) are one voice. A digest without an author, and what was read only as quoted, is none.
 */
export function countVoices(pages: readonly PageLink[]): number {
  const groups: Set<string>[] = [];
  for (const page of pages) {
    if (page.quoted) continue;
    if (page.nameless) continue;
    const names = namesIn(page.publisher);
    const kin = groups.filter((group) => names.some((name) => group.has(name)));
    const merged = new Set([...names, ...kin.flatMap((group) => [...group])]);
    groups.splice(0, groups.length, ...groups.filter((group) => !kin.includes(group)), merged);
  }
  return groups.length;
}

/** Whether a publisher's name says no more than what kind of source it is. */
export function isNameless(publisher: string): boolean {
  return namesIn(publisher).every((name) => nameless.has(name));
}

/** FashionUnited (citing FT) → fashionunited, financial times. */
function namesIn(publisher: string): string[] {
  return publisher
    .toLowerCase()
    .split(/[()/,，、]|\b(?:via|on|citing|and)\b|引/)
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .map((name) => sameVoice[name] ?? name);
}

/** The claims with what has come since written beside each. */
export function withLater(claims: readonly StoredClaim[]): StoredClaim[] {
  const byId = new Map(claims.map((c) => [c.id, c]));
  const overtakers = backwards(claims, (c) => c.overtakes);
  const adders = backwards(claims, (c) => c.updates);
  /** What stands in a claim's place by now: what overtook it, unless that was overtaken in turn. */
  const standing = (id: string): StoredClaim[] =>
    (overtakers.get(id) ?? []).flatMap((later) => (overtakers.has(later.id) ? standing(later.id) : [later]));
  return claims.map((claim) => ({
    ...claim,
    overtakenBy: told(standing(claim.id)),
    addedBy: told(adders.get(claim.id) ?? []),
    overtook: told(claim.overtakes.flatMap((id) => byId.get(id) ?? [])),
  }));
}

function backwards(
  claims: readonly StoredClaim[],
  earlier: (claim: StoredClaim) => readonly string[],
): Map<string, StoredClaim[]> {
  const found = new Map<string, StoredClaim[]>();
  for (const claim of claims) for (const id of earlier(claim)) found.set(id, [...(found.get(id) ?? []), claim]);
  return found;
}

/** Each once, newest first. */
function told(claims: readonly StoredClaim[]): ToldClaim[] {
  const last = (claim: StoredClaim): string => claim.date.value?.split("/").at(-1) ?? "";
  return [...new Set(claims)]
    .sort((a, b) => (last(a) === last(b) ? (a.id < b.id ? -1 : 1) : last(a) < last(b) ? 1 : -1))
    .map(({ id, text, date, modality }) => ({ id, text, date, modality }));
}
