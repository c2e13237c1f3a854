import type { Entity } from "./model.ts";

/**
 * Which of the chosen entities speaks for which entity: a unit goes with its nearest chosen owner
 * (抖音电商 with 抖音). Entities without one are not in the map.
 */
export function kinOf(
  entities: readonly Pick<Entity, "id" | "parent">[],
  chosen: readonly string[],
): Map<string, string> {
  const byId = new Map(entities.map((e) => [e.id, e]));
  const wanted = new Set(chosen);
  const kin = new Map<string, string>();
  for (const { id } of entities) {
    const seen = new Set<string>();
    let at: string | null = id;
    while (at !== null && !seen.has(at)) {
      seen.add(at);
      if (wanted.has(at)) {
        kin.set(id, at);
        break;
      }
      at = byId.get(at)?.parent ?? null;
    }
  }
  return kin;
}
