/** Whether what a store gave back can be shown. A store on a disk may be cut short or garbled. Pure. */
import type { Knowledge, LocalText } from "./model.ts";

/** Tables without which there is nothing to show. */
const needed = ["entities", "claims", "groups", "dimensions", "documents", "terms"] as const;

/** Looks at every row for what the views read without asking. */
export function isWhole(knowledge: Knowledge): boolean {
  if (!needed.every((table) => knowledge[table].length > 0)) return false;
  const { entities, claims, terms, dimensions, documents } = knowledge;
  return (
    entities.every((e) => isText(e.names) && isText(e.headline) && isText(e.brief) && Array.isArray(e.aliases)) &&
    claims.every(
      (c) =>
        isText(c.text) &&
        typeof c.subject === "string" &&
        Array.isArray(c.sources) &&
        Array.isArray(c.objects) &&
        typeof c.date === "object",
    ) &&
    terms.every((t) => isText(t.names) && isText(t.definition)) &&
    dimensions.every((d) => isText(d.names)) &&
    documents.every((d) => isText(d.names) && Array.isArray(d.errors))
  );
}

function isText(text: unknown): boolean {
  if (typeof text !== "object" || text === null) return false;
  const { zh, zhHant, en } = text as Partial<LocalText>;
  return typeof zh === "string" && typeof zhHant === "string" && typeof en === "string";
}
