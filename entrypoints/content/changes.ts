/** What a page changed, as far as it concerns its text: gathered cheaply, told when there is time. */

import { HOST } from "./host.ts";

/** Attributes that change what is shown without changing the tree. */
const SHOWING = ["class", "style", "hidden", "open", "slot", "inert"];
/** Attributes that make text readable or not. */
const READING = ["contenteditable", "role", "translate"];
/** So many changes at once are no list of places any more: all is read again. */
const MOST = 4_000;

/** A place in `parent` where something came or went: what stands on both sides may go together now, or no more. */
export interface Seam {
  parent: Node;
  /** The child before it; null at the beginning. */
  before: Node | null;
}

/** Places to read again. */
export class Changes {
  /** Text nodes and whole subtrees that came or changed. */
  private readonly nodes = new Set<Node>();
  private seams: Seam[] = [];
  /** Something may be shown that was not, or the other way round. */
  styles = false;
  /** Something left the page. */
  removed = false;
  /** Too much changed to tell what. */
  everything = false;

  get any(): boolean {
    return this.places || this.styles || this.removed || this.everything;
  }

  /** Whether there are places to read. */
  get places(): boolean {
    return this.nodes.size > 0 || this.seams.length > 0;
  }

  add(node: Node): void {
    if (this.everything) return;
    this.nodes.add(node);
    this.limit();
  }

  addSeam(seam: Seam): void {
    if (this.everything) return;
    this.seams.push(seam);
    this.limit();
  }

  takeNode(): Node | undefined {
    for (const node of this.nodes) {
      this.nodes.delete(node);
      return node;
    }
    return undefined;
  }

  takeSeam(): Seam | undefined {
    return this.seams.pop();
  }

  /** Forgets all, when everything is read anyhow. */
  clear(): void {
    this.nodes.clear();
    this.seams = [];
    this.styles = false;
    this.removed = false;
    this.everything = false;
  }

  private limit(): void {
    if (this.nodes.size + this.seams.length <= MOST) return;
    this.clear();
    this.everything = true;
  }
}

/** Hears of changes in documents and shadow roots. */
export class Watcher {
  private readonly observer: MutationObserver;

  /**
   * @param onText called at once for each text node whose characters changed
   * @param onRoot called when the document's own children changed: it may have got another element
   * @param onChange called when there is something to do
   */
  constructor(
    private readonly changes: Changes,
    private readonly onText: (text: Text) => void,
    /** Called for an element that changed and has an open shadow root: it may have got it just now. */
    private readonly onHost: (host: Element) => void,
    private readonly onRoot: () => void,
    private readonly onChange: () => void,
    signal: AbortSignal,
  ) {
    this.observer = new MutationObserver((records) => this.note(records));
    signal.addEventListener("abort", () => this.observer.disconnect());
  }

  watch(root: Node): void {
    this.observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: [...SHOWING, ...READING],
    });
  }

  private note(records: readonly MutationRecord[]): void {
    const { changes } = this;
    for (const { type, target, attributeName, addedNodes, removedNodes, previousSibling } of records) {
      if (type === "characterData") {
        // Comments have characters too.
        if (target.nodeType !== Node.TEXT_NODE) continue;
        this.onText(target as Text);
        changes.add(target);
      } else if (type === "attributes") {
        if ((target as Element).localName === HOST) continue;
        changes.styles = true;
        if ((target as Element).shadowRoot) this.onHost(target as Element);
        if (READING.includes(attributeName ?? "")) changes.add(target);
      } else {
        if (target.nodeType === Node.DOCUMENT_NODE) this.onRoot();
        if (removedNodes.length > 0) changes.removed = true;
        for (const node of addedNodes) changes.add(node);
        changes.addSeam({ parent: target, before: previousSibling });
        const last = addedNodes[addedNodes.length - 1];
        if (last) changes.addSeam({ parent: target, before: last });
      }
    }
    if (changes.any) this.onChange();
  }
}
