/**
 * The two layers of the knowledge: what the documents say, and what public pages say has happened
 * since. Pure.
 */
import type { Entity, Knowledge, Layer, LocalText, SourceDocument, StoredClaim } from "./model.ts";
import type { SourceRef } from "./schema.ts";

/** Whether a reference is to a public page, not to a place in a document. */
export function isPage(ref: SourceRef): boolean {
  return ref.startsWith("web:");
}

/** The layer of what rests on these sources. */
export function layerOf(sources: readonly SourceRef[]): Layer {
  return sources.length > 0 && sources.every(isPage) ? "since" : "documents";
}

/** The first layer alone: what the documents say, as if nothing had happened since. */
export function documentsOnly(knowledge: Knowledge): Knowledge {
  const claims = knowledge.claims.flatMap((c) => documentClaim(c) ?? []);
  const kept = new Set(claims.map((c) => c.id));
  return {
    ...knowledge,
    claims,
    entities: knowledge.entities.map(documentEntity),
    pages: [],
    moves: knowledge.moves.map((move) => ({
      ...move,
      adopters: move.adopters.flatMap((adopter) => {
        const behind = adopter.claims.filter((id) => kept.has(id));
        const left = adopter.left.filter((id) => kept.has(id));
        return behind.length > 0 ? [{ ...adopter, claims: behind, left }] : [];
      }),
    })),
  };
}

/** An entity as the documents know it. */
export function documentEntity(entity: Entity): Entity {
  const relations = entity.relations.filter((r) => layerOf(r.sources) === "documents");
  return { ...entity, relations, identity: null, now: null };
}

/** A claim without what has come since; undefined where it came since itself. */
export function documentClaim(claim: StoredClaim): StoredClaim | undefined {
  return claim.layer === "documents" ? { ...claim, overtakenBy: [], addedBy: [] } : undefined;
}

/** Whether a claim is no longer so. */
export function isOvertaken(claim: StoredClaim): boolean {
  return claim.overtakenBy.length > 0;
}

/** What is said first of an entity: what it is by now, or what the documents say. */
export function headlineOf({ now, headline }: Entity): LocalText {
  return now?.headline ?? headline;
}

/** Whom it belongs to by now. */
export function ownerOf({ identity, parent }: Pick<Entity, "identity" | "parent">): string | null {
  return identity?.owner === undefined ? parent : identity.owner;
}

/** The few sentences on an entity: what it is by now, or what the documents say. */
export function briefOf({ now, brief }: Entity): LocalText {
  return now?.brief ?? brief;
}

/**
 * How far what is known of an entity reaches: the date of the newest of its claims, or of a page that
 * says who it is. Claims about it count; where there are none, those that name it.
 * @returns an ISO date as fine as it is known, null where nothing is known
 */
export function reachOf(
  entity: Entity,
  claims: readonly StoredClaim[],
  documents: readonly SourceDocument[],
): string | null {
  const counting = claims.filter((c) => c.subject === entity.id || c.objects.includes(entity.id));
  return newest([
    ...counting.map((c) => claimReach(c, documents)),
    ...(entity.identity?.pages ?? []).map((p) => p.date),
  ]);
}

/** How far the knowledge as a whole reaches. */
export function knowledgeReach({ claims, documents }: Pick<Knowledge, "claims" | "documents">): string | null {
  return newest(claims.map((c) => claimReach(c, documents)));
}

/** The day to which a claim is known: that of its newest page, or the end of the time its document was written in. */
function claimReach({ sources, pages, date }: StoredClaim, documents: readonly SourceDocument[]): string | null {
  const written = sources.map((ref) => {
    const document = documents.find((d) => ref.startsWith(`${d.id}:`));
    return document?.date.value.split("/").at(-1) ?? null;
  });
  return newest([...written, ...pages.map((p) => p.date)]) ?? date.value?.split("/").at(-1) ?? null;
}

/** The last of some ISO dates; of a month and a day in it, the day. */
function newest(dates: readonly (string | null)[]): string | null {
  return dates.reduce((last, date) => (date !== null && (last === null || date > last) ? date : last), null);
}

/**
 * Whether a date is more than so many months before a day. A date that is only a month or a year
 * counts to its end.
 * @param today an ISO day
 */
export function isOlderThan(months: number, date: string, today: string): boolean {
  const [year = 0, month = 12, day = 31] = date.split("-").map(Number);
  const [toYear = 0, toMonth = 1, toDay = 1] = today.split("-").map(Number);
  const apart = (toYear - year) * 12 + (toMonth - month);
  return apart > months || (apart === months && toDay > day);
}
