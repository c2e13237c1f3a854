/** Points looked at in the window, in px apart: closer than any two lines of text that matter. */
const STEP_X = 400;
const STEP_Y = 90;

/** Text nodes that are in view now, found by points: a page need not be measured for it. */
export function textsInView(): Set<Text> {
  const found = new Set<Text>();
  for (let y = STEP_Y / 2; y < innerHeight; y += STEP_Y) {
    for (let x = STEP_X / 2; x < innerWidth; x += STEP_X) {
      const node = caretAt(x, y)?.node;
      if (node) found.add(node);
    }
  }
  return found;
}

/** The place in a text under a point of the window, in open shadow roots too if they are given. */
export function caretAt(
  x: number,
  y: number,
  shadowRoots: ShadowRoot[] = [],
): { node: Text; offset: number } | undefined {
  // caretRangeFromPoint is for Chrome before 128.
  if (typeof document.caretPositionFromPoint === "function") {
    const caret = document.caretPositionFromPoint(x, y, { shadowRoots });
    return asText(caret?.offsetNode, caret?.offset);
  }
  const range = document.caretRangeFromPoint(x, y);
  return asText(range?.startContainer, range?.startOffset);
}

function asText(node: Node | undefined, offset = 0): { node: Text; offset: number } | undefined {
  return node?.nodeType === Node.TEXT_NODE ? { node: node as Text, offset } : undefined;
}
