/** Who speaks with whom: units with their owners, as they were at the time that is spoken of. Pure. */
import { ownerOf } from "./layers.ts";
import type { Entity, StoredClaim } from "./model.ts";

/** What of an entity tells whose it is and was. */
export type Belonging = Pick<Entity, "id" | "parent" | "identity">;

/** What of a claim tells the time that it speaks of. */
export type Timed = Pick<StoredClaim, "layer" | "date">;

/** Which of the chosen entities speaks for which entity: a unit goes with its nearest chosen owner (抖音电商 with 抖音). */
interface Kin {
  /** As owners are by now. @returns undefined where none of the chosen owns it */
  now: (id: string) => string | undefined;
  /**
   * As owners were when a claim was so: what is said of 银泰 until its sale stands with 阿里, what came
   * after it does not.
   */
  at: (id: string, claim: Timed) => string | undefined;
  /** Whether one of the chosen owns it by now or did once. */
  ever: (id: string) => boolean;
}

export function kinOf(entities: readonly Belonging[], chosen: readonly string[]): Kin {
  const byId = new Map(entities.map((e) => [e.id, e]));
  const wanted = new Set(chosen);
  const nearest = (id: string, ownerAbove: (entity: Belonging) => string | null): string | undefined => {
    const seen = new Set<string>();
    for (let at: string | null = id; at !== null && !seen.has(at); ) {
      if (wanted.has(at)) return at;
      seen.add(at);
      const entity = byId.get(at);
      at = entity ? ownerAbove(entity) : null;
    }
    return undefined;
  };
  const now = (id: string): string | undefined => nearest(id, ownerOf);
  return {
    now,
    at: (id, claim) => nearest(id, (entity) => (isAfterChange(entity, claim) ? ownerOf(entity) : entity.parent)),
    ever: (id) => now(id) !== undefined || nearest(id, ({ parent }) => parent) !== undefined,
  };
}

/**
 * Whether a claim speaks of a time after an entity changed hands. The documents came before all changes
 * that are known; the change itself is still told with the owner that let it go.
 */
function isAfterChange({ identity }: Belonging, { layer, date }: Timed): boolean {
  if (layer === "documents" || identity?.owner === undefined) return false;
  const { since } = identity;
  const last = date.value?.split("/").at(-1);
  if (since === null || last === undefined) return true;
  const known = Math.min(since.length, last.length);
  return last.slice(0, known) > since.slice(0, known);
}
