/**
 * Reading a paragraph as a whole, where its text lies in it and in plain inline elements: two short loops over
 * its nodes, the browser's own text of it, and a look at the few seams where something may lie across.
 */
import { isWordPart } from "../../data/lexicon/characters.ts";
import { layoutOf, PHRASES } from "./roles.ts";
import { countsAtAGlance, crossedBetween, type Ends, firstThatCounts, lastThatCounts, type Seam } from "./seams.ts";

/** Elements whose text goes with the text around them. Alone of them a span may have a shadow root. */
const SPAN = "span";
const PLAIN = new Set([SPAN, ...PHRASES.split(" ")]);

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

/** Text nodes, and where each starts. */
type Texts = Pick<Flat, "nodes" | "starts">;

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
  const texts = textsOf(element, longest);
  if (!texts) return undefined;
  const { nodes, starts } = texts;
  const text = nodes.length > 0 ? (element.textContent ?? "") : "";
  let styled = false;
  let kept = 0;
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as Text;
    const begin = starts[i] as number;
    const end = starts[i + 1] ?? text.length;
    let from = begin;
    let first = text.charCodeAt(from);
    if (!countsAtAGlance(first)) {
      from = firstThatCounts(text, begin, end);
      if (from === end) continue;
      first = text.charCodeAt(from);
    }
    if (kept === 0) {
      if (!mayBegin(text, from, end)) return undefined;
    } else if (seam.begins(first) || isWordPart(first)) {
      const joint = jointOf(texts, kept, node, element, text, begin, from, end, seam);
      if (joint === APART) return undefined;
      styled ||= joint === ASKED;
    }
    nodes[kept] = node;
    starts[kept] = begin;
    kept++;
  }
  nodes.length = kept;
  starts.length = kept;
  const at = kept > 0 ? lastThatCounts(text, starts[kept - 1], text.length) : -1;
  const earlier = at > (starts[kept - 1] ?? 0) ? text.charCodeAt(at - 1) : 0;
  const ends = { earlier, last: at < 0 ? 0 : text.charCodeAt(at) };
  return { text, nodes, starts, ends, spaced: at < text.length - 1, styled };
}

/** The text nodes of an element that has no others in it but plain ones with text alone; undefined if it has. */
function textsOf(element: Element, longest: number): Texts | undefined {
  const nodes: Text[] = [];
  const starts: number[] = [];
  let at = 0;
  for (let child = element.firstChild; child; child = child.nextSibling) {
    const type = child.nodeType;
    if (type === Node.TEXT_NODE) {
      nodes.push(child as Text);
      starts.push(at);
      at += (child as Text).length;
    } else if (type === Node.ELEMENT_NODE) {
      const name = (child as Element).localName;
      if (!PLAIN.has(name) || (name === SPAN && (child as Element).shadowRoot)) return undefined;
      for (let inner = child.firstChild; inner; inner = inner.nextSibling) {
        if (inner.nodeType === Node.TEXT_NODE) {
          nodes.push(inner as Text);
          starts.push(at);
          at += (inner as Text).length;
        } else if (hasText(inner)) return undefined;
      }
    } else if (hasText(child)) return undefined;
    if (at > longest) return undefined;
  }
  return { nodes, starts };
}

/** Whether a node that is no text may have text: an element, and in XML a section of raw text. */
function hasText({ nodeType }: Node): boolean {
  return nodeType !== Node.COMMENT_NODE && nodeType !== Node.PROCESSING_INSTRUCTION_NODE;
}

/** How a text goes on from the ones before it: they go together, or do after a look at styles, or may not. */
type Joint = typeof TOGETHER | typeof ASKED | typeof APART;
const TOGETHER = 0;
const ASKED = 1;
const APART = 2;

/**
 * @param texts of which the first `count` are those before that count
 * @param begin where the node's text begins, `from` where what counts does, `end` where it ends
 */
function jointOf(
  { nodes, starts }: Texts,
  count: number,
  node: Text,
  element: Element,
  text: string,
  begin: number,
  from: number,
  end: number,
  seam: Seam,
): Joint {
  const before = nodes[count - 1] as Text;
  const start = starts[count - 1] as number;
  const first = text.charCodeAt(from);
  const next = from + 1 < end ? text.charCodeAt(from + 1) : 0;
  let joint: Joint = TOGETHER;
  const at = lastThatCounts(text, start, begin);
  const word = at + 1 === from && isWordPart(first) && isWordPart(text.charCodeAt(at));
  if (isAcrossFrom(text, start, at, first, next, seam) || (word && seam.parts(text, from, text, from, start, end))) {
    const crossed = crossedBetween(before, node, element);
    for (const other of crossed) if (layoutOf(other) !== "inline") return APART;
    if (crossed.length > 0) joint = ASKED;
  }
  if (count === 1) return joint;
  // Where the text before is not shown, the one before it goes together with this one.
  const earlier = starts[count - 2] as number;
  if (!isAcrossFrom(text, earlier, lastThatCounts(text, earlier, start), first, next, seam)) return joint;
  const inside = before.parentElement;
  if (!inside || inside === element || inside === node.parentElement) return joint;
  return layoutOf(inside) === "none" ? APART : ASKED;
}

/** Whether a name may lie across from a text that starts at `start`, and whose last character that counts is at `at`. */
function isAcrossFrom(text: string, start: number, at: number, first: number, next: number, seam: Seam): boolean {
  return seam.crosses(at > start ? text.charCodeAt(at - 1) : 0, text.charCodeAt(at), first, next);
}
