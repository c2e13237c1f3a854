/**
 * Reading a paragraph as a whole, where its text lies in it and in plain inline elements. To look at each
 * element from a script takes longer than to read all of the text, so the browser is asked three things only:
 * whether it is so, its text, and its text nodes.
 */
import { isWordPart } from "../../data/lexicon/characters.ts";
import { layoutOf, PHRASES } from "./roles.ts";
import { crossedBetween, type Ends, firstThatCounts, lastThatCounts, type Seam } from "./seams.ts";

/**
 * Finds what makes an element no flat paragraph: an element in it that is no plain inline one, or holds others.
 * What is frequent stands first: the browser compares one name after the other.
 */
const NOT_FLAT = `:not(span,${PHRASES.replaceAll(" ", ",")}),:scope>*>*`;

/** The text of a flat paragraph. */
export interface Flat {
  text: string;
  /** Its text nodes that have more than white space. */
  nodes: Text[];
  starts: number[];
  ends: Ends;
  /** Whether white space follows what counts. */
  spaced: boolean;
  /** Whether a style was asked. */
  styled: boolean;
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
 * @returns undefined where it must be read node by node: it is no flat paragraph, or styles make it none
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
  let styled = false;
  /** How the last text ends that counts, and the one before it: an element that is not shown may lie between. */
  let earlier = 0;
  let last = 0;
  let earlierBefore = 0;
  let lastBefore = 0;
  /** Where the last text that counts begins and ends. */
  let start = 0;
  let at = -1;
  let end = 0;
  walker ??= document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  walker.currentNode = element;
  while (end < text.length) {
    const node = walker.nextNode() as Text | null;
    if (!node) return undefined;
    const begin = end;
    end += node.length;
    const from = firstThatCounts(text, begin, end);
    if (from === end) continue;
    const first = text.charCodeAt(from);
    const before = nodes.at(-1);
    if (before) {
      const next = from + 1 < end ? text.charCodeAt(from + 1) : 0;
      const word = at + 1 === from && isWordPart(first) && isWordPart(last);
      if (seam.crosses(earlier, last, first, next) || (word && seam.parts(text, from, text, from, start, end))) {
        const crossed = crossedBetween(before, node, element);
        for (const other of crossed) if (layoutOf(other) !== "inline") return undefined;
        styled ||= crossed.length > 0;
      }
      if (lastBefore !== 0 && seam.crosses(earlierBefore, lastBefore, first, next)) {
        // Where the text before is not shown, the one before it goes together with this one.
        const inside = before.parentElement;
        if (inside && inside !== element && inside !== node.parentElement) {
          if (layoutOf(inside) === "none") return undefined;
          styled = true;
        }
      }
    } else if (!mayBegin(text, from, end)) return undefined;
    nodes.push(node);
    starts.push(begin);
    earlierBefore = earlier;
    lastBefore = last;
    start = begin;
    at = lastThatCounts(text, begin, end);
    last = text.charCodeAt(at);
    earlier = at > begin ? text.charCodeAt(at - 1) : 0;
  }
  // A document in XML may have text that the walker does not see.
  if (nodes.length > 0 && !element.contains(nodes.at(-1) ?? null)) return undefined;
  return { text, nodes, starts, ends: { earlier, last }, spaced: at < text.length - 1, styled };
}
