import type { Bundle, Entity, Knowledge, SourceDocument, StoredClaim, Term } from "./model.ts";

/** What cards and the panel ask of the knowledge, whether it lies in the store or in memory. */
export interface Library {
  /** Where the answers come from: `memory` when the store cannot open. */
  readonly kind: "store" | "memory";
  entities(ids: readonly string[]): Promise<Entity[]>;
  terms(ids: readonly string[]): Promise<Term[]>;
  /** Claims that are about one of `ids`, or name one of them. */
  claimsNaming(ids: readonly string[]): Promise<StoredClaim[]>;
  documents(): Promise<SourceDocument[]>;
  /** Everything, for the panel. */
  all(): Promise<Knowledge>;
}

/** The bundled knowledge itself, for when the store cannot open. */
export function memoryLibrary(bundle: Bundle): Library {
  const { knowledge } = bundle;
  return {
    kind: "memory",
    entities: async (ids) => knowledge.entities.filter((e) => ids.includes(e.id)),
    terms: async (ids) => knowledge.terms.filter((t) => ids.includes(t.id)),
    claimsNaming: async (ids) =>
      knowledge.claims.filter((c) => ids.includes(c.subject) || c.objects.some((o) => ids.includes(o))),
    documents: async () => [...knowledge.documents],
    all: async () => knowledge,
  };
}
