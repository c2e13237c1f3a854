/** What the panel asks of a page: who is named, and where. */
import type { PageEntity, PageReport } from "../../data/knowledge.ts";
import { liveRange, type Mark, type Marks } from "./marks.ts";
import { inReadingOrder } from "./paint.ts";
import { isShown, parentOf } from "./roles.ts";

/** What is named on the page, in the order in which it comes up. */
export function pageReport(marks: Marks, own: string | null): PageReport {
  const found = new Map<string, PageEntity>();
  for (const { entity: id, term } of visible(marks).sort(inReadingOrder)) {
    const entry = found.get(id) ?? { id, count: 0, ...(term && { term }) };
    entry.count += 1;
    found.set(id, entry);
  }
  return { host: location.hostname, own, entities: [...found.values()] };
}

/** The mention that was jumped to, lit for a moment: long enough to be found by the eye after the scrolling. */
export const FLASH = "qiju-flash";
const FLASH_MS = 1_600;

let revealed: Mark | undefined;
let flashing: ReturnType<typeof setTimeout> | undefined;

/** Brings the next mention of the entity into view, in reading order, from the first again after the last. */
export function reveal(marks: Marks, entity: string): boolean {
  const found = visible(marks)
    .filter((m) => m.entity === entity)
    .sort(inReadingOrder);
  const next = found[(revealed ? found.indexOf(revealed) : -1) + 1] ?? found[0];
  revealed = next;
  if (!next) return false;
  const range = liveRange(next);
  // Boxes that scroll inside the page first, then the page itself.
  parentOf(next.startNode)?.scrollIntoView({ block: "nearest" });
  const smooth = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  scrollBy({ top: range.getBoundingClientRect().top - innerHeight / 3, behavior: smooth ? "smooth" : "auto" });
  flash(range);
  return true;
}

/** Lights a range, where the browser can. */
function flash(range: Range): void {
  const registry: HighlightRegistry | undefined = CSS.highlights;
  if (!registry) return;
  registry.set(FLASH, new Highlight(range));
  clearTimeout(flashing);
  flashing = setTimeout(() => registry.delete(FLASH), FLASH_MS);
}

/** The platforms that can be seen named, the most named first. Looks at no more mentions than it must: called at every rest. */
export function whoIsNamed(marks: Marks): string[] {
  const known = new Map<Element, boolean>();
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  for (const { entity, term, startNode } of marks.list()) {
    if (term) continue;
    counts.set(entity, (counts.get(entity) ?? 0) + 1);
    const parent = seen.has(entity) ? null : parentOf(startNode);
    if (parent && isShown(parent, known)) seen.add(entity);
  }
  return [...seen].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
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
