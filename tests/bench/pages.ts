/** Pages for benches, made of prose of our own. */
import { NAMES, prose } from "./text.ts";

const INLINE = ["a", "b", "span", "em"];
/** Characters of a text node, as on an article page that is full of links. */
const PER_NODE = 21;

/**
 * A long article: headings, paragraphs of some 270 characters, every other text node in an inline element.
 * @param size characters of text, about
 */
export function article(size: number): string {
  const text = prose(size, NAMES, 270);
  const parts: string[] = [];
  let paragraph = 0;
  for (let at = 0; at < text.length; ) {
    if (paragraph % 25 === 0) parts.push(`<h2>第${paragraph / 25 + 1}节</h2>`);
    parts.push("<p>");
    for (let node = 0; node < 13 && at < text.length; node++) {
      // A name is not cut in two.
      let end = Math.min(text.length, at + PER_NODE);
      const name = NAMES.find((n) => [...n].some((_, i) => i > 0 && text.startsWith(n, end - i)));
      if (name) end = Math.min(text.length, end + name.length);
      const piece = text.slice(at, end);
      const tag = INLINE[node % INLINE.length];
      parts.push(node % 2 === 0 ? piece : `<${tag}${tag === "a" ? ' href="#x"' : ""}>${piece}</${tag}>`);
      at = end;
    }
    parts.push("</p>");
    paragraph += 1;
  }
  return parts.join("");
}

/** A page of items, as shops show them. */
export function shop(items: number): string {
  return Array.from({ length: items }, (_, i) => {
    const name = i % 10 === 0 ? `${NAMES[(i / 10) % NAMES.length]}同款 ` : "";
    return `<div class="item"><img alt=""><div class="title">${name}羽绒服女冬季加厚短款 ${i} 号</div><div class="price"><span>¥</span>${100 + (i % 900)}.00</div><a href="#s">某某旗舰店</a></div>`;
  }).join("");
}
