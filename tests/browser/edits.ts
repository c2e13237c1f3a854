/** Random edits of a page and its frames, for the model of the engine. */
import fc from "fast-check";
import { elementsIn, framesIn } from "./tree.ts";

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
/** What is done, two numbers that choose nodes, the text, tag and style for it, and which document it is done in. */
export type Edit = [string, number, number, string, string, string, number];
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
    "frame",
    "carry",
    "write",
  ),
  at,
  at,
  text,
  fc.constantFrom(...TAGS),
  fc.constantFrom(...STYLES),
  at,
);

/** Makes one edit in `page` or in one of its frames; the numbers choose where. */
export function apply(page: Element, [what, a, b, words, tag, style, where]: Edit): void {
  const frames = framesIn(page);
  // Half of what is done to a page with frames is done in them.
  const root = where % 2 === 0 ? page : (frames[where % Math.max(1, frames.length)]?.contentDocument?.body ?? page);
  const document = root.ownerDocument;
  const inside = elementsIn(root);
  const pick = (n: number): Element => inside[n % inside.length] ?? root;
  const textsOf = inside.flatMap((e) =>
    [...(e.shadowRoot?.childNodes ?? []), ...e.childNodes].filter((n): n is Text => n.nodeType === Node.TEXT_NODE),
  );
  const someText = textsOf[a % Math.max(1, textsOf.length)];
  const element = pick(a);
  const insert = (node: Node): void => {
    element.insertBefore(node, element.childNodes[b % (element.childNodes.length + 1)] ?? null);
  };
  switch (what) {
    case "insert": {
      if (b % 3 === 0) insert(document.createTextNode(words));
      else insert(Object.assign(document.createElement(tag), { textContent: words }));
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
    case "frame": {
      const frame = document.createElement("iframe");
      if (style !== "") frame.setAttribute("style", style);
      if (b % 2 === 0) frame.srcdoc = `<${tag}>${words}</${tag}>`;
      insert(frame);
      // What a page writes into a frame of its own without an address.
      if (b % 2 === 1)
        frame.contentDocument?.body.append(Object.assign(document.createElement(tag), { textContent: words }));
      break;
    }
    case "carry": {
      // Out of one document into another, with all that is in it.
      const target = [page, ...frames.map((frame) => frame.contentDocument?.body)][b % (frames.length + 1)];
      if (element !== root && target && target !== root && !contains(element, target)) target.append(element);
      break;
    }
    case "write": {
      const written = frames.filter((frame) => !frame.hasAttribute("srcdoc"))[b % Math.max(1, frames.length)];
      written?.contentDocument?.open();
      written?.contentDocument?.write(`<${tag}>${words}</${tag}>`);
      written?.contentDocument?.close();
      break;
    }
  }
}

/** Whether `node` lies in `element`, or in a shadow root or frame in it. */
function contains(element: Element, node: Node): boolean {
  for (let at: Node | null | undefined = node; at; ) {
    if (element.contains(at)) return true;
    const root: Node = at.getRootNode();
    at = (root as ShadowRoot).host ?? (root as Document).defaultView?.frameElement;
  }
  return false;
}
