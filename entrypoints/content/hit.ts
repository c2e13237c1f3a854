/** From a point of the viewport to the mention under it. */
import { liveRange, type Mark, type Marks } from "./marks.ts";

/** A mention under a point, with the box of the line that the point is on. */
export interface Hit {
  mark: Mark;
  line: DOMRect;
}

/**
 * The mention under a point, if the point lies on its ink: a caret is found beside text too, and a
 * bounding box covers blank space on a wrapped line, so the line boxes decide.
 */
export function hitAt(marks: Marks, x: number, y: number): Hit | undefined {
  const caret = caretAt(x, y);
  if (!caret) return undefined;
  const mark = marks.at(caret.node, caret.offset);
  if (!mark) return undefined;
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

function caretAt(x: number, y: number): { node: Text; offset: number } | undefined {
  // caretRangeFromPoint is for Chrome before 128.
  if (typeof document.caretPositionFromPoint === "function") {
    const caret = document.caretPositionFromPoint(x, y);
    return caret?.offsetNode.nodeType === Node.TEXT_NODE
      ? { node: caret.offsetNode as Text, offset: caret.offset }
      : undefined;
  }
  const range = document.caretRangeFromPoint(x, y);
  return range?.startContainer.nodeType === Node.TEXT_NODE
    ? { node: range.startContainer as Text, offset: range.startOffset }
    : undefined;
}
