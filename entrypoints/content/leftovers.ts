import { HOST } from "./host.ts";
import { HIGHLIGHT, TERM_HIGHLIGHT } from "./paint.ts";
import { FLASH } from "./report.ts";

/**
 * Clears away what an earlier copy of this script left in the page. Most clear up themselves when a newer one
 * comes, but Firefox ends a script without a word when its extension goes.
 */
export function clearLeftovers(): void {
  for (const host of document.querySelectorAll(HOST)) host.remove();
  const registry: HighlightRegistry | undefined = CSS.highlights;
  for (const key of [HIGHLIGHT, TERM_HIGHLIGHT, FLASH]) registry?.delete(key);
}
