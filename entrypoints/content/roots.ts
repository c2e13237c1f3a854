/** The roots that are read: the document's element and the open shadow roots below it; and elements that may get one. */
import { isHere } from "./roles.ts";

/** How long one look for late shadow roots may take. */
const SEARCH_MS = 2;

export class Roots {
  private readonly known = new Set<Node>();
  /** Elements with a name of their own that had no shadow root when they were read, and may get one. */
  private readonly hosts = new Set<Element>();
  /** How far the last look for late shadow roots came among the document's elements. */
  private sought = 0;

  /** @param onRoot called for each root when it becomes known */
  constructor(private readonly onRoot: (root: Node) => void) {}

  add(root: Node): void {
    this.known.add(root);
    this.onRoot(root);
  }

  /** Takes an element's shadow root in, if it has one that is open. */
  enter(element: Element): void {
    const { shadowRoot } = element;
    if (shadowRoot) {
      if (!this.known.has(shadowRoot)) this.add(shadowRoot);
    } else if (element.localName.includes("-")) this.hosts.add(element);
  }

  /** Whether elements wait for a shadow root. */
  get areWaiting(): boolean {
    return this.hosts.size > 0;
  }

  /** Looks at those again that had no shadow root. */
  enterWaiting(): void {
    for (const host of this.hosts) if (host.shadowRoot && this.hosts.delete(host)) this.enter(host);
  }

  /**
   * Looks for shadow roots that elements got without any other change, which no record tells of: goes on where the
   * last look ended, for two milliseconds, or to the end of the document.
   * @returns whether the end was reached
   */
  search(within: Element): boolean {
    const elements = within.getElementsByTagName("*");
    const until = performance.now() + SEARCH_MS;
    for (let element = elements[this.sought]; element; element = elements[this.sought]) {
      this.sought += 1;
      if (element.shadowRoot) this.enter(element);
      if ((this.sought & 63) === 0 && performance.now() > until) return false;
    }
    this.sought = 0;
    return true;
  }

  /** The root that a node lies in, if it is in the page and its root is read. */
  of(node: Node): Node | undefined {
    if (!isHere(node)) return undefined;
    const root = node.getRootNode();
    const own = root.nodeType === Node.DOCUMENT_NODE ? (root as Document).documentElement : root;
    return own && this.known.has(own) ? own : undefined;
  }

  get all(): Iterable<Node> {
    return this.known;
  }

  /** The open shadow roots among them. */
  get shadow(): ShadowRoot[] {
    return [...this.known].filter(isShadow);
  }

  /** Lets go of what left the page. */
  prune(): void {
    for (const root of this.known) if (!isHere(root)) this.known.delete(root);
    for (const host of this.hosts) if (!isHere(host)) this.hosts.delete(host);
  }
}

/** Where reading a root begins: the document's own is its element, so that a doctype or a comment beside it is no matter. */
export function firstIn(root: Node): Node | null {
  return isShadow(root) ? root.firstChild : root;
}

/** What changes of a root are seen from. */
export function watchedOf(root: Node): Node {
  return isShadow(root) ? root : (root.ownerDocument ?? root);
}

function isShadow(root: Node): root is ShadowRoot {
  return root.nodeType === Node.DOCUMENT_FRAGMENT_NODE;
}
