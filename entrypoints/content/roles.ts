/** What elements do to the text around them: by tag, since asking for a style costs more than reading; by style where it matters. */

/** No text of it is read: no prose, or not shown as such. Stands in its line like an image. */
export const SKIP = 1;
/** Neither it nor its text is there: the gloss of a ruby, a place where a line may break. */
export const NOTHING = 2;
/** A line break, which a source may have inside a name. */
export const BREAK = 3;
/** Goes with the text around it, unless its style says otherwise; cannot have a shadow root. */
export const PHRASE = 4;
/** The same, and may have a shadow root. */
export const INLINE = 5;
/** Parts the text before it from the text behind, unless its style says otherwise. */
export const BLOCK = 6;
/** A block that begins a part of its section. */
export const HEADING = 7;
/** A block that is a section of the page. */
export const SECTION = 8;

/** Whether the text in elements of the role is read. */
export function isRead(role: number): boolean {
  return role >= PHRASE;
}

/** Plain inline elements. */
export const PHRASES = "a abbr b bdi bdo cite del dfn em font i ins label mark q s small strong sub sup time tt u var";

const tags: [number, string][] = [
  [
    SKIP,
    "script style noscript template textarea input select option datalist code pre kbd samp iframe frame object embed canvas video audio img picture title head meter progress svg math qiju-card",
  ],
  [NOTHING, "rt rp wbr"],
  [BREAK, "br"],
  [PHRASE, `${PHRASES} ruby`],
  [HEADING, "h1 h2 h3 h4 h5 h6"],
  [SECTION, "article aside dialog footer header main nav section"],
  [
    BLOCK,
    "address blockquote body button caption center dd details div dl dt fieldset figcaption figure form hgroup hr html legend li menu ol p search summary table tbody td tfoot th thead tr ul",
  ],
];
const roles = new Map(tags.flatMap(([role, names]) => names.split(" ").map((name) => [name, role] as const)));

/** The role that an element's name gives it. */
export function roleOf(element: Element): number {
  return roles.get(element.localName) ?? INLINE;
}

/** How an element is laid out: with the text around it, as a box in its line, apart from it, or not at all. */
export type Layout = "inline" | "box" | "block" | "none";

/** The layout that an element's style gives it. Costs as much as reading a hundred characters. */
export function layoutOf(element: Element): Layout {
  const { display, position, float } = getComputedStyle(element);
  if (display === "none") return "none";
  if (display === "inline" || display === "contents" || display.startsWith("ruby")) return "inline";
  // What is taken out of the line leaves no gap in it, but is read apart.
  if (position === "absolute" || position === "fixed" || float !== "none") return "block";
  return display.startsWith("inline-") ? "box" : "block";
}

/** Elements that page widgets show code or take input in, beyond those that their names tell. */
const CODE_LIKE = /code|highlight|hljs|monaco|ace_|cm-|editor/i;
const TYPED_IN = /^(?:textbox|searchbox)$/;

/** Whether the text directly in an element is read at all: it can be seen, and nobody edits it. */
export function isShown(element: Element, known: Map<Element, boolean>): boolean {
  return isProse(element, known) && element.checkVisibility({ visibilityProperty: true });
}

/** Whether reading enters the element: neither it nor one that it lies in has text that is not read. */
export function isEntered(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) if (!isRead(roleOf(at))) return false;
  return true;
}

/** Whether neither the element nor one that it lies in is a field or shows code. `known` is kept for one pass. */
export function isProse(element: Element, known: Map<Element, boolean>): boolean {
  let prose = known.get(element);
  if (prose !== undefined) return prose;
  const role = roleOf(element);
  prose =
    isRead(role) &&
    (!element.hasAttributes() ||
      (!isEditable(element) &&
        !TYPED_IN.test(element.getAttribute("role") ?? "") &&
        !(element.getAttribute("translate") === "no" && CODE_LIKE.test(element.getAttribute("class") ?? ""))));
  const parent = parentOf(element);
  if (prose && parent) prose = isProse(parent, known);
  known.set(element, prose);
  return prose;
}

function isEditable(element: Element): boolean {
  const value = element.getAttribute("contenteditable");
  return value !== null && value.toLowerCase() !== "false";
}

/** Whether a node is in this page: connected, and not carried over into the document of a frame or out of it. */
export function isHere(node: Node): boolean {
  return node.isConnected && node.ownerDocument === document;
}

/** The element that an element lies in, out of a shadow root too. */
export function parentOf(node: Node): Element | null {
  const { parentElement } = node;
  if (parentElement) return parentElement;
  const { parentNode } = node;
  // By what it is and not by its class: a root that was carried here from another document has that one's.
  return (parentNode as ShadowRoot | null)?.host ?? null;
}
