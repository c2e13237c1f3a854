/** From a point of the viewport to the mention under it. */
import { liveRange, type Mark, type Marks } from "./marks.ts";
import { isShown, parentOf } from "./roles.ts";
import { caretAt } from "./view.ts";

/** A mention under a point, with the box of the line that the point is on. */
export interface Hit {
  mark: Mark;
  line: DOMRect;
}

/**
 * The mention under a point, if the point lies on its ink: a caret is found beside text too, and a
 * bounding box covers blank space on a wrapped line, so the line boxes decide. By the caret and not by
 * `highlightsFromPoint`, since mentions that are not underlined answer as well.
 */
export function hitAt(marks: Marks, shadowRoots: ShadowRoot[], x: number, y: number): Hit | undefined {
  if (marks.all.size === 0) return undefined;
  const caret = caretAt(x, y, shadowRoots);
  const mark = caret && marks.at(caret.node, caret.offset);
  if (!mark) return undefined;
  const parent = parentOf(mark.startNode);
  if (!parent || !isShown(parent, new Map())) return undefined;
  const line = lineAt(mark, x, y);
  return line ? { mark, line } : undefined;
}

/** The box of the mark's line under a point. */
function lineAt(mark: Mark, x: number, y: number): DOMRect | undefined {
  for (const box of liveRange(mark).getClientRects()) {
    if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return box;
  }
  return undefined;
}
