import { documentClaim, documentEntity, headlineOf, isOlderThan, isOvertaken, ownerOf, reachOf } from "./layers.ts";
import type { Library } from "./library.ts";
import type { Entity, LocalText, SourceDocument, StoredClaim, Term } from "./model.ts";
import type { EntityKind, Modality, Names } from "./schema.ts";

/** How many claims a card shows at most. */
export const CARD_CLAIMS = 4;

/** All that a card shows, of an entity or of a term: plain data, so that it travels in a message. */
export type CardView = EntityCard | TermCard;

/** A card as it is sent to a page: what it shows, as plain data. */
export interface DrawnCard {
  id: string;
  /** Its name in the reader's language. */
  name: string;
  tree: readonly Tree[];
}

/** A text, or an element: its tag, its attributes, its children. */
export type Tree = string | readonly [tag: string, attributes: Readonly<Record<string, string>>, ...children: Tree[]];

/** What all cards of a page share. */
export interface Dress {
  /** One style sheet for the shadow roots of the card and of the ring. */
  style: string;
  /** What is said of the mention that the keyboard stands on: `{name}`, `{n}` of `{count}`. */
  step: string;
}

export interface TermCard {
  kind: "term";
  term: Term;
  /** The platforms that live by it. */
  platforms: readonly { id: string; names: Names }[];
  documents: readonly { id: string; names: Names }[];
}

export interface EntityCard {
  kind: "entity";
  entity: Entity;
  /** Owners, outermost first: 阿里巴巴集团 › 淘天集团. */
  trail: readonly { id: string; names: Names }[];
  /** The claims that matter most, at most `CARD_CLAIMS`. */
  claims: readonly StoredClaim[];
  /** How many claims there are in all. */
  total: number;
  documents: readonly { id: string; names: Names }[];
  /** What is said first. */
  headline: LocalText;
  /** Month or day up to which its sources reach (`2024-04`), null where there is no claim. */
  asOf: string | null;
  /** Whether that is over a year ago. */
  stale: boolean;
  /** Whether there is anything that has happened since the documents, and whether it is shown. */
  since: "shown" | "hidden" | "none";
  /** Other platforms that the page names, to compare with. */
  companions: readonly { id: string; names: Names }[];
}

/** How many companions a card offers. */
const MOST_COMPANIONS = 4;

/** How the cards are to be read. */
export interface Reading {
  /** What the documents say alone. */
  documentsOnly?: boolean;
  /** ISO day against which ages are told. */
  today?: string;
  /** Who else is named where the card is shown, the most named first: what is said of them comes first. */
  page?: readonly string[];
}

/** Age in months from which a card says that what it knows is old. */
const STALE_MONTHS = 12;

/** Whom one compares, and whom first: a feature or an institution is no platform. */
const COMPARABLE: Partial<Record<EntityKind, number>> = { platform: 0, group: 0, app: 1, "business-unit": 1 };

/** How many owners are shown before the name. */
const TRAIL_LONGEST = 4;

/** The cards of the entities and terms asked for that are known, in the order asked for. */
export async function readCards(
  library: Library,
  ids: readonly string[],
  { documentsOnly = false, today = new Date().toISOString().slice(0, 10), page = [] }: Reading = {},
): Promise<CardView[]> {
  const terms = new Map((await library.terms(ids)).map((t) => [t.id, t]));
  const wanted = [...ids.filter((id) => !terms.has(id)), ...page, ...[...terms.values()].flatMap((t) => t.platforms)];
  const [entities, claims, documents] = await Promise.all([
    withOwners(library, wanted),
    library.claimsNaming(ids),
    library.documents(),
  ]);
  const byId = new Map(entities.map((e) => [e.id, e]));
  return ids.flatMap((id): CardView[] => {
    const term = terms.get(id);
    if (term) return [termCardOf(term, byId, documents)];
    const entity = byId.get(id);
    return entity ? [cardOf(entity, byId, claims, documents, { documentsOnly, today, page })] : [];
  });
}

function termCardOf(term: Term, entities: ReadonlyMap<string, Entity>, documents: readonly SourceDocument[]): TermCard {
  return {
    kind: "term",
    term,
    platforms: term.platforms.flatMap((id) => entities.get(id) ?? []).map(({ id, names }) => ({ id, names })),
    documents: documents.map(({ id, names }) => ({ id, names })),
  };
}

/** The entities of `ids` and everything they belong to. */
async function withOwners(library: Library, ids: readonly string[]): Promise<Entity[]> {
  const known = new Map<string, Entity>();
  let wanted = [...new Set(ids)];
  for (let depth = 0; wanted.length > 0 && depth <= TRAIL_LONGEST; depth++) {
    for (const entity of await library.entities(wanted)) known.set(entity.id, entity);
    wanted = [
      ...new Set(
        [...known.values()].flatMap((e) => [e.parent, ownerOf(e)].flatMap((id) => (id && !known.has(id) ? [id] : []))),
      ),
    ];
  }
  return [...known.values()];
}

function cardOf(
  entity: Entity,
  entities: ReadonlyMap<string, Entity>,
  allClaims: readonly StoredClaim[],
  documents: readonly SourceDocument[],
  { documentsOnly, today, page }: Required<Reading>,
): EntityCard {
  const others = new Set(page.filter((id) => id !== entity.id));
  const naming = claimsAbout(entity.id, allClaims, others);
  const hasSince = entity.identity !== null || naming.some((c) => c.layer === "since" || c.overtakenBy.length > 0);
  const shown = documentsOnly ? documentEntity(entity) : entity;
  const claims = documentsOnly
    ? claimsAbout(
        entity.id,
        naming.flatMap((c) => documentClaim(c) ?? []),
        others,
      )
    : naming;
  const asOf = reachOf(shown, claims, documents);
  return {
    kind: "entity",
    entity: shown,
    headline: headlineOf(shown),
    trail: trailOf(entity, entities, documentsOnly),
    claims: claims.slice(0, CARD_CLAIMS),
    total: claims.length,
    documents: documents.map(({ id, names }) => ({ id, names })),
    asOf,
    stale: asOf !== null && isOlderThan(STALE_MONTHS, asOf, today),
    since: hasSince ? (documentsOnly ? "hidden" : "shown") : "none",
    companions: [...others]
      .flatMap((id) => entities.get(id) ?? [])
      .filter((e) => e.kind in COMPARABLE)
      .sort((a, b) => (COMPARABLE[a.kind] ?? 0) - (COMPARABLE[b.kind] ?? 0))
      .slice(0, MOST_COMPANIONS)
      .map(({ id, names }) => ({ id, names })),
  };
}

function trailOf(
  entity: Entity,
  entities: ReadonlyMap<string, Entity>,
  documentsOnly: boolean,
): { id: string; names: Names }[] {
  const parentOf = (e: Entity): string | null => (documentsOnly ? e.parent : ownerOf(e));
  const trail: { id: string; names: Names }[] = [];
  for (let at = parentOf(entity); at && trail.length < TRAIL_LONGEST; ) {
    const owner = entities.get(at);
    if (!owner || trail.some((t) => t.id === owner.id)) break;
    trail.unshift({ id: owner.id, names: owner.names });
    at = parentOf(owner);
  }
  return trail;
}

/** What is so before what is meant, said or thought. */
const modalityRank: Record<Modality, number> = { fact: 4, plan: 3, denied: 2, unconfirmed: 1, view: 0 };

/** A claim of some weight on both sides of a comparison comes before a weightier one on its own. */
const BESIDES = 250;

/**
 * What is still so before what is not; then what names one of the `others` and is no trifle; claims about the
 * entity before those that only name it, then by weight, what has happened since first, by kind, the newest first.
 */
export function claimsAbout(
  id: string,
  claims: readonly StoredClaim[],
  others: ReadonlySet<string> = new Set(),
): StoredClaim[] {
  const besides = ({ subject, objects, weight, modality }: StoredClaim): boolean =>
    weight > 1 && modality !== "view" && [subject, ...objects].some((named) => others.has(named));
  return claims
    .filter((c) => c.subject === id || c.objects.includes(id))
    .map((claim) => ({
      claim,
      rank:
        (isOvertaken(claim) ? 0 : 2000) +
        (besides(claim) ? BESIDES : 0) +
        (claim.subject === id ? 500 : 0) +
        claim.weight * 100 +
        (claim.layer === "since" ? 10 : 0) +
        modalityRank[claim.modality],
      at: claim.layer === "since" ? (claim.date.value ?? "") : "",
    }))
    .sort((a, b) => b.rank - a.rank || (a.at < b.at ? 1 : a.at > b.at ? -1 : 0) || (a.claim.id < b.claim.id ? -1 : 1))
    .map(({ claim }) => claim);
}
