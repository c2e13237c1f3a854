/** A page's tree through its shadow roots and frames. Nodes of a frame are of another realm: no `instanceof`. */

/** The element and all in it, in open shadow roots too. */
export function elementsIn(element: Element): Element[] {
  const below = [...(element.shadowRoot?.children ?? []), ...element.children];
  return [element, ...below.flatMap(elementsIn)];
}

/** The frames in an element, and those in their documents. */
export function framesIn(element: Element): HTMLIFrameElement[] {
  return elementsIn(element).flatMap((e) => {
    if (e.localName !== "iframe") return [];
    const frame = e as HTMLIFrameElement;
    const body = frame.contentDocument?.body;
    return body ? [frame, ...framesIn(body)] : [frame];
  });
}

/** The HTML of what is in an element, with that of the shadow roots and frames in it. */
export function htmlOf(element: Element): string {
  const inner = elementsIn(element).flatMap((e) => [
    ...(e.shadowRoot ? [e.shadowRoot.innerHTML] : []),
    ...(e.localName === "iframe" ? [(e as HTMLIFrameElement).contentDocument?.documentElement] : []),
  ]);
  return [
    element.innerHTML,
    ...inner.map((i) => (typeof i === "string" ? i : i ? `${i.outerHTML}${htmlOf(i)}` : "")),
  ].join("\n");
}

/** Where a node stands in the test's page: its index in each parent, `#` for a shadow root and `@` for a frame on the way. */
export function pathOf(node: Node): string {
  const steps: string[] = [];
  for (let at: Node | null | undefined = node; at && at !== document; ) {
    const parent: Node | null = at.parentNode;
    if (parent) steps.unshift(String([...parent.childNodes].indexOf(at as ChildNode)));
    else steps.unshift(at.nodeType === Node.DOCUMENT_NODE ? "@" : "#");
    at = parent ?? (at as ShadowRoot).host ?? (at as Document).defaultView?.frameElement;
  }
  return steps.join("/");
}
