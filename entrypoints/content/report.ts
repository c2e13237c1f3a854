/** What the panel asks of a page: who is named, and where. */
import type { PageReport } from "../../data/knowledge.ts";
import { liveRange, type Mark, type Marks } from "./marks.ts";
import { inReadingOrder } from "./paint.ts";
import { isShown, parentOf } from "./roles.ts";

/** Who is named on the page, the most named first. */
export function pageReport(marks: Marks, own: string | null): PageReport {
  const counts = new Map<string, number>();
  for (const mark of visible(marks)) if (!mark.term) counts.set(mark.entity, (counts.get(mark.entity) ?? 0) + 1);
  const entities = [...counts]
    .map(([id, count]) => ({ id, count }))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  return { host: location.hostname, own, entities };
}

let revealed: Mark | undefined;

/** Brings the next mention of the entity into view, in reading order, from the first again after the last. */
export function reveal(marks: Marks, entity: string): boolean {
  const found = visible(marks)
    .filter((m) => m.entity === entity)
    .sort(inReadingOrder);
  const next = found[(revealed ? found.indexOf(revealed) : -1) + 1] ?? found[0];
  revealed = next;
  if (!next) return false;
  const box = liveRange(next).getBoundingClientRect();
  const smooth = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  scrollBy({ top: box.top - innerHeight / 3, behavior: smooth ? "smooth" : "auto" });
  return true;
}

/** The mentions that can be seen, in reading order; no terms. */
export function mentions(marks: Marks): Mark[] {
  return visible(marks)
    .filter((mark) => !mark.term)
    .sort(inReadingOrder);
}

/** The marks that can be seen. */
function visible(marks: Marks): Mark[] {
  const known = new Map<Element, boolean>();
  return [...marks.list()].filter(({ startNode }) => {
    const parent = parentOf(startNode);
    return parent !== null && isShown(parent, known);
  });
}
