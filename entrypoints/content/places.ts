/** Where blocks begin, and which texts are neighbours: found from any place in the document. */
import { isWordPart } from "../../data/lexicon/characters.ts";
import { isRead, roleOf } from "./roles.ts";
import { Between, END, endsAt, firstThatCounts, lastThatCounts, preceding, type Seam } from "./seams.ts";

/** The first text node of the block that `text` is in. */
export function startOfBlock(text: Text, root: Node, seam: Seam): Text {
  const between = new Between();
  let first = text;
  let data = text.data;
  let spaced = false;
  let at: Node = text;
  for (;;) {
    const before = preceding(at, root, (_, role) => between.pass(role));
    if (!before) return first;
    at = before;
    if (before.nodeType !== Node.TEXT_NODE) continue;
    const earlier = (before as Text).data;
    const to = lastThatCounts(earlier);
    if (to < 0) {
      spaced ||= earlier.length > 0;
      continue;
    }
    const from = firstThatCounts(data);
    const c = data.charCodeAt(from);
    const last = earlier.charCodeAt(to);
    const word = !spaced && from === 0 && to === earlier.length - 1 && isWordPart(c) && isWordPart(last);
    if (from < data.length) {
      const styled = between.matters(
        endsAt(earlier, to),
        data,
        from,
        word && seam.parts(earlier, earlier.length, data, 0),
        seam,
      );
      const joint = styled ? between.byStyles(before as Text, first, root) : between.byTags;
      if (joint === END) return first;
    }
    between.clear();
    spaced = false;
    first = before as Text;
    data = earlier;
  }
}

/** The nearest text that counts before and behind a place, whatever lies between. */
export function textsAround(parent: Node, before: Node | null, root: Node): Text[] {
  const pass = (): void => {};
  const found: Text[] = [];
  // Backwards from the end of what stands before; from the parent's beginning where nothing does.
  let at: Node | null = before;
  if (at) while (at.lastChild && !isClosed(at)) at = at.lastChild;
  else if (parent !== root) at = preceding(parent, root, pass);
  while (at && !isTextThatCounts(at)) at = at === root ? null : preceding(at, root, pass);
  if (at) found.push(at as Text);
  let next: Node | null = before ? succeeding(before, root) : parent.firstChild;
  if (!before && !next) next = succeeding(parent, root);
  while (next && !isTextThatCounts(next)) next = (isClosed(next) ? null : next.firstChild) ?? succeeding(next, root);
  if (next) found.push(next as Text);
  return found;
}

/** The node behind `node` and all that is in it. */
function succeeding(node: Node, root: Node): Node | null {
  for (let at: Node | null = node; at && at !== root; at = at.parentNode) if (at.nextSibling) return at.nextSibling;
  return null;
}

/** Whether the text in a node is not read. */
function isClosed(node: Node): boolean {
  if (node.nodeType !== Node.ELEMENT_NODE) return false;
  return !isRead(roleOf(node as Element));
}

function isTextThatCounts(node: Node): boolean {
  return node.nodeType === Node.TEXT_NODE && lastThatCounts((node as Text).data) >= 0;
}
