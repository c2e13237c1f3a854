/** From plain data to what is shown. No HTML is parsed on the way: a text stays a text. */
import type { Tree } from "../../data/cards.ts";

const SVG = "http://www.w3.org/2000/svg";
const DRAWN = new Set(["svg", "path", "circle"]);

/** Grows trees below `parent`. `{surface}` in them stands for the name as the page writes it. */
export function grow(parent: Node, trees: readonly Tree[], surface: string): void {
  const written = (text: string): string => text.replaceAll("{surface}", surface);
  for (const tree of trees) {
    if (typeof tree === "string") {
      parent.appendChild(document.createTextNode(written(tree)));
      continue;
    }
    const [tag, attributes, ...children] = tree;
    const element = document.createElementNS(DRAWN.has(tag) ? SVG : "http://www.w3.org/1999/xhtml", tag);
    for (const [name, value] of Object.entries(attributes))
      element.setAttribute(name === "viewbox" ? "viewBox" : name, written(value));
    grow(element, children, surface);
    parent.appendChild(element);
  }
}
