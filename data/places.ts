import type { StoredClaim } from "./model.ts";

/** A place in a document, with the claims that rest on it. */
export interface Place {
  /** `p7`, `p16.1`, `s31`. */
  place: string;
  claims: readonly StoredClaim[];
}

/** The claims of a document by the places that they rest on, in the document's order. Pure. */
export function claimsByPlace(claims: readonly StoredClaim[], document: string): Place[] {
  const at = new Map<string, StoredClaim[]>();
  for (const claim of claims) {
    for (const ref of claim.sources) {
      const [id, place = ""] = ref.split(":");
      if (id === document) at.set(place, [...(at.get(place) ?? []), claim]);
    }
  }
  return [...at].sort(([a], [b]) => comparePlaces(a, b)).map(([place, found]) => ({ place, claims: found }));
}

/** Paragraph 9 before paragraph 10, 16 before 16.1. */
function comparePlaces(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
