/** Random edits of a page, for the model of the engine. */
import fc from "fast-check";

const TEXTS = [
  "抖音",
  "阿里",
  "巴巴",
  "小红",
  "书",
  "淘宝网",
  "拼",
  "多多",
  "SHEIN",
  "TikTok",
  " Shop",
  "1688",
  "菜鸟",
  "在",
  "，",
  "。",
  " ",
  "天猫",
  "南京",
  "京东",
  "东路",
  "的商家",
  "xy",
  "\n",
];
const TAGS = ["p", "div", "span", "b", "a", "h2", "li", "code", "section", "i", "br", "td", "x-box"];
const STYLES = [
  "display:none",
  "display:inline",
  "display:block",
  "visibility:hidden",
  "display:inline-block",
  "",
  "float:left",
  "position:absolute",
];

export const text = fc.array(fc.constantFrom(...TEXTS), { minLength: 1, maxLength: 4 }).map((t) => t.join(""));
const at = fc.nat(1_000);
export type Edit = [string, number, number, string, string, string];
export const edit: fc.Arbitrary<Edit> = fc.tuple(
  fc.constantFrom(
    "insert",
    "insert",
    "wrap",
    "remove",
    "split",
    "merge",
    "move",
    "retext",
    "restyle",
    "attribute",
    "shadow",
    "replace",
  ),
  at,
  at,
  text,
  fc.constantFrom(...TAGS),
  fc.constantFrom(...STYLES),
);

/** Makes one edit inside `root`; the numbers choose the nodes. */
export function apply(root: Element, [what, a, b, words, tag, style]: Edit): void {
  const elements = [root, ...root.querySelectorAll("*")];
  const inside = elements.flatMap((e) => (e.shadowRoot ? [e, ...e.shadowRoot.querySelectorAll("*")] : [e]));
  const pick = (n: number): Element => inside[n % inside.length] ?? root;
  const textsOf = inside.flatMap((e) => [...e.childNodes].filter((n): n is Text => n.nodeType === Node.TEXT_NODE));
  const someText = textsOf[a % Math.max(1, textsOf.length)];
  const element = pick(a);
  switch (what) {
    case "insert": {
      const node = b % 3 === 0 ? document.createTextNode(words) : document.createElement(tag);
      if (node instanceof Element) node.textContent = words;
      element.insertBefore(node, element.childNodes[b % (element.childNodes.length + 1)] ?? null);
      break;
    }
    case "wrap": {
      if (!someText?.parentNode) break;
      const wrapper = document.createElement(tag);
      someText.replaceWith(wrapper);
      wrapper.append(someText);
      break;
    }
    case "remove":
      if (element !== root) element.remove();
      break;
    case "split":
      if (someText && someText.length > 1) someText.splitText(1 + (b % (someText.length - 1)));
      break;
    case "merge":
      element.normalize();
      break;
    case "move": {
      const target = pick(b);
      if (element !== root && !element.contains(target) && element.getRootNode() === target.getRootNode())
        target.append(element);
      break;
    }
    case "retext":
      if (someText) someText.data = words;
      break;
    case "restyle":
      if (element !== root) element.setAttribute("style", style);
      break;
    case "attribute":
      if (element !== root) element.toggleAttribute(["hidden", "open", "contenteditable"][b % 3] ?? "hidden");
      break;
    case "shadow":
      if (element !== root && /^(div|span|section|p|h2|x-box)$/.test(element.localName) && !element.shadowRoot) {
        element.attachShadow({ mode: "open" }).innerHTML = `<p>${words}</p><slot></slot>`;
        // Nothing tells of a root alone: pages give the host its class or its content with it.
        element.setAttribute("class", "host");
      }
      break;
    case "replace":
      element.replaceChildren(words);
      break;
  }
}
