/**
 * Reading a paragraph as a whole, where its text lies in it and in plain inline elements. To look at each
 * element from a script takes longer than to read all of the text, so the browser is asked three things only:
 * whether it is so, its text, and its text nodes.
 */
import { isWordPart } from "../../data/lexicon/characters.ts";
import { PHRASES } from "./roles.ts";
import { type Ends, endsAt, firstThatCounts, isAcross, lastThatCounts, type Seam } from "./seams.ts";

/** Finds what makes an element no flat paragraph: an element in it that holds others, or is no plain inline one. */
const NOT_FLAT = `:scope > * > *, :scope > :not(${PHRASES.replaceAll(" ", ",")},span)`;

/** The text of a flat paragraph. */
export interface Flat {
  text: string;
  /** Its text nodes that have more than white space. */
  nodes: Text[];
  starts: number[];
  ends: Ends;
  /** Whether white space follows what counts. */
  spaced: boolean;
}

/** Walks over text nodes from any element; made once, since making one takes as long as a paragraph. */
let walker: TreeWalker | undefined;

/** Lets go of the last paragraph: a walker keeps what it stands on alive. */
export function letGo(): void {
  if (walker) walker.currentNode = document;
}

/**
 * Reads an element that parts its text from the rest.
 * @param mayBegin whether its text may begin a block behind what was read before, whatever the styles
 * @returns undefined where it must be read node by node: it is no flat paragraph, or styles matter in it
 */
export function readFlat(
  element: Element,
  longest: number,
  seam: Seam,
  mayBegin: (text: string, from: number, end: number) => boolean,
): Flat | undefined {
  if (element.querySelector(NOT_FLAT)) return undefined;
  const text = element.textContent ?? "";
  if (text.length > longest) return undefined;
  const nodes: Text[] = [];
  const starts: number[] = [];
  /** How the last text ends that counts, and the one before it: an element that is not shown may lie between. */
  let ends: Ends | undefined;
  let before: Ends | undefined;
  let last = -1;
  let end = 0;
  walker ??= document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  walker.currentNode = element;
  while (end < text.length) {
    const node = walker.nextNode() as Text | null;
    if (!node) return undefined;
    const start = end;
    end += node.length;
    const from = firstThatCounts(text, start, end);
    if (from === end) continue;
    if (ends) {
      const word = last + 1 === from && isWordPart(ends.last) && isWordPart(text.charCodeAt(from));
      if (word && seam.parts(text, from, text, from, starts.at(-1), end)) return undefined;
      if (isAcross(seam, ends, text, from, end) || (before && isAcross(seam, before, text, from, end)))
        return undefined;
    } else if (!mayBegin(text, from, end)) return undefined;
    nodes.push(node);
    starts.push(start);
    last = lastThatCounts(text, start, end);
    before = ends;
    ends = endsAt(text, last, start);
  }
  // A document in XML may have text that the walker does not see.
  if (!element.contains(nodes.at(-1) ?? null) && nodes.length > 0) return undefined;
  return { text, nodes, starts, ends: ends ?? { earlier: 0, last: 0 }, spaced: last < text.length - 1 };
}
