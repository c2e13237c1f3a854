import { kinOf } from "./kin.ts";
import { ownerOf } from "./layers.ts";
import type { Entity, Knowledge } from "./model.ts";
import type { RelationKind, SourceRef } from "./schema.ts";

/** Kinds of relation that make the tree of owners and units; all others are links across it. */
const ownership: ReadonlySet<RelationKind> = new Set(["part-of", "owned-by", "arm-of"]);

/** An entity in the tree of owners and units. */
export interface Owned {
  id: string;
  chosen: boolean;
  /** How it belongs to the one above, and where that is stated; null at the top, or where no place states it. */
  tie: { kind: RelationKind; sources: readonly SourceRef[] } | null;
  units: readonly Owned[];
  /** Units that it has and that are not shown. */
  more: number;
}

/** A relation that is no ownership: `from` is `kind` to `to`. */
export interface Link {
  from: string;
  to: string;
  kind: RelationKind;
  sources: readonly SourceRef[];
}

/**
 * The owners and units of the chosen entities as trees: each with its owners up to the top, and its
 * units down to so many levels.
 */
export function ownershipOf(knowledge: Pick<Knowledge, "entities">, ids: readonly string[], levels: number): Owned[] {
  const byId = new Map(knowledge.entities.map((e) => [e.id, e]));
  const chosen = ids.filter((id) => byId.has(id));
  const shown = new Set<string>();
  const roots: string[] = [];
  for (const id of chosen) {
    let top = id;
    for (const owner of ownersOf(byId, id)) {
      shown.add(owner);
      top = owner;
    }
    if (!roots.includes(top)) roots.push(top);
    showUnits(knowledge.entities, id, levels, shown);
  }
  const grow = (id: string): Owned => {
    const units = knowledge.entities.filter((e) => ownerOf(e) === id);
    const visible = units.filter((e) => shown.has(e.id));
    return {
      id,
      chosen: chosen.includes(id),
      tie: tieOf(byId.get(id)),
      units: visible.map((e) => grow(e.id)),
      more: units.length - visible.length,
    };
  };
  return roots.map(grow);
}

/**
 * The relations of the chosen entities that are no ownership, in the order in which they are stated.
 * @param units whether those of their units are wanted too
 */
export function linksOf(knowledge: Pick<Knowledge, "entities">, ids: readonly string[], units: boolean): Link[] {
  const byId = new Map(knowledge.entities.map((e) => [e.id, e]));
  const kin = kinOf(knowledge.entities, ids);
  const isOurs = (id: string): boolean => (units ? kin.now(id) !== undefined : ids.includes(id));
  const links: Link[] = [];
  for (const entity of knowledge.entities) {
    const above = new Set([...ownersOf(byId, entity.id)]);
    for (const { kind, target, sources } of entity.relations) {
      if (!isOurs(entity.id) && !isOurs(target)) continue;
      // The tree shows it already, or it is over.
      if (ownership.has(kind) && (above.has(target) || target === entity.parent)) continue;
      links.push({ from: entity.id, to: target, kind, sources });
    }
  }
  return links;
}

function ownerAbove(entity: Entity | undefined): string | null {
  return entity ? ownerOf(entity) : null;
}

/** An entity and its owners as they are by now, itself first. */
function* ownersOf(byId: ReadonlyMap<string, Entity>, id: string): Generator<string> {
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null && !seen.has(at); at = ownerAbove(byId.get(at))) {
    seen.add(at);
    yield at;
  }
}

function showUnits(entities: readonly Entity[], id: string, levels: number, shown: Set<string>): void {
  if (levels === 0) return;
  for (const unit of entities.filter((e) => ownerOf(e) === id)) {
    shown.add(unit.id);
    showUnits(entities, unit.id, levels - 1, shown);
  }
}

function tieOf(entity: Entity | undefined): Owned["tie"] {
  const stated = entity?.relations.find((r) => r.target === ownerOf(entity) && ownership.has(r.kind));
  return stated ? { kind: stated.kind, sources: stated.sources } : null;
}
