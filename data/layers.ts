/** The two layers of the knowledge: what the documents say, and what has happened since. Pure. */
import type { Layer } from "./model.ts";
import type { SourceRef } from "./schema.ts";

/** Whether a reference is to a public page, not to a place in a document. */
export function isPage(ref: SourceRef): boolean {
  return ref.startsWith("web:");
}

/** The layer of what rests on these sources. */
export function layerOf(sources: readonly SourceRef[]): Layer {
  return sources.length > 0 && sources.every(isPage) ? "since" : "documents";
}
