/** Who stands against a platform, by the relations and by the claims. Pure. */
import { kinOf } from "./kin.ts";
import type { Entity, Knowledge, StoredClaim } from "./model.ts";
import type { RelationKind } from "./schema.ts";

const rivalry: ReadonlySet<RelationKind> = new Set(["rival-of", "compared-with", "copied-by"]);

/** A competitor, with what it does that touches the platform, or what matters most of it. */
export interface Rival {
  entity: Entity;
  claims: readonly StoredClaim[];
}

/** So many claims of each: more are a comparison. */
const SHOWN = 3;

export function rivalsOf(knowledge: Knowledge, id: string): Rival[] {
  const entities = new Map(knowledge.entities.map((e) => [e.id, e]));
  const kin = kinOf(knowledge.entities, [id]);
  const found = new Set<string>();
  for (const entity of knowledge.entities) {
    for (const { kind, target } of entity.relations) {
      if (!rivalry.has(kind)) continue;
      const [from, to] = [kin.now(entity.id), kin.now(target)];
      if (from && !kin.ever(target)) found.add(target);
      if (to && !kin.ever(entity.id)) found.add(entity.id);
    }
  }
  return [...found].flatMap((other) => {
    const entity = entities.get(other);
    if (!entity || entity.kind === "market") return [];
    const theirs = kinOf(knowledge.entities, [other]);
    const claims = knowledge.claims
      .filter((c) => theirs.at(c.subject, c) !== undefined && kin.at(c.subject, c) === undefined)
      .map((claim) => ({ claim, rank: (claim.objects.some((o) => kin.at(o, claim)) ? 10 : 0) + claim.weight }))
      .sort((a, b) => b.rank - a.rank || (a.claim.id < b.claim.id ? -1 : 1));
    return [{ entity, claims: claims.slice(0, SHOWN).map(({ claim }) => claim) }];
  });
}
