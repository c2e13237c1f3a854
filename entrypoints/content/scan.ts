/**
 * Reads the page in slices of idle time: once over, then whatever changes. State: which containers
 * wait to be read, and which marks each read container holds.
 */
import type { Recogniser } from "../../data/lexicon/recognise.ts";
import { containerOf, isWithinReadable, readContainer } from "./blocks.ts";
import type { Mark, Marks } from "./marks.ts";

/** Nothing runs longer at a stretch: half a frame at 60 Hz. */
const SLICE_MS = 8;
/** A page that is never idle is read all the same, a slice at a time. */
const IDLE_TIMEOUT_MS = 300;

/** Attributes that change what is shown without changing the tree. */
const SHOWING = ["class", "style", "hidden", "open", "contenteditable"];

export interface ScanOptions {
  root: Element;
  /** Whether a text may name anybody; what it passes is read. */
  spot: (text: string) => boolean;
  /** Fetches what decides about names; called when the first of them is met. */
  recogniser: () => Promise<Recogniser>;
  marks: Marks;
  /** The entity whose own site this is: left unmarked, and evidence for the others. */
  own: string | null;
  /** Called when all that waited is read. */
  onSettled: () => void;
  signal: AbortSignal;
}

/** Starts reading `root` and follows its changes until the signal aborts. */
export function scan(options: ScanOptions): void {
  new Scanner(options).start();
}

class Scanner {
  /** Containers to read, oldest first. */
  private readonly waiting = new Set<Element>();
  /**
   * Changed nodes whose containers are not looked up yet: that asks for layout, so it waits for the
   * slice. `true` where everything inside may have changed too.
   */
  private readonly changed = new Map<Node, boolean>();
  /** The marks of each container that was read. */
  private readonly held = new WeakMap<Element, Mark[]>();
  private scheduled = false;
  /** Entities that the page surely names: evidence for the ambiguous forms on it. */
  private readonly sure = new Set<string>();
  /** Containers with refused forms, and how many entities were sure when they were read. */
  private readonly doubtful = new Map<Element, number>();
  private recogniser: Recogniser | undefined;
  private fetching: Promise<void> | undefined;

  constructor(private readonly options: ScanOptions) {}

  start(): void {
    const { root, signal } = this.options;
    const observer = new MutationObserver((records) => this.note(records));
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: SHOWING,
    });
    signal.addEventListener("abort", () => observer.disconnect());
    this.waiting.add(root);
    this.schedule();
  }

  /** Drops what is no longer so at once; reads again later. */
  private note(records: readonly MutationRecord[]): void {
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type === "attributes") {
        this.changed.set(target, true);
        continue;
      }
      if (type === "characterData") this.options.marks.forgetNode(target as Text);
      for (const node of removedNodes) this.forget(node);
      for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE) this.changed.set(node, true);
      if (!this.changed.has(target)) this.changed.set(target, false);
    }
    this.schedule();
  }

  /** Lets go of everything that was read in a subtree. */
  private forget(node: Node): void {
    const { marks } = this.options;
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let at: Node | null = node; at; at = walker.nextNode()) {
      if (at.nodeType === Node.TEXT_NODE) marks.forgetNode(at as Text);
      else if (at.nodeType === Node.ELEMENT_NODE) this.held.delete(at as Element);
    }
  }

  private schedule(): void {
    if (this.scheduled || this.options.signal.aborted) return;
    this.scheduled = true;
    requestIdleCallback(() => this.slice(), { timeout: IDLE_TIMEOUT_MS });
  }

  private slice(): void {
    this.scheduled = false;
    if (this.options.signal.aborted) return;
    const end = performance.now() + SLICE_MS;
    while (performance.now() < end) if (!this.step()) break;
    if (this.changed.size > 0 || this.waiting.size > 0) this.schedule();
    else if (this.fetching && !this.recogniser)
      return; // goes on with the answer
    else if (this.reconsider()) this.schedule();
    else this.options.onSettled();
  }

  /** Does one small piece of work. @returns whether there was any */
  private step(): boolean {
    for (const [node, inside] of this.changed) {
      this.changed.delete(node);
      this.resolve(node, inside);
      return true;
    }
    for (const container of this.waiting) {
      this.waiting.delete(container);
      this.read(container);
      return true;
    }
    return false;
  }

  /** Finds out which containers a changed node belongs to. */
  private resolve(node: Node, inside: boolean): void {
    if (!node.isConnected) return;
    if (inside) this.forget(node);
    const container = containerOf(node);
    this.wait(container);
    // An element that came as a block, or turned into one, parts the text around it as well.
    if (inside && container === node) this.wait(container.parentElement && containerOf(container.parentElement));
  }

  private wait(container: Element | null): void {
    if (!container) return;
    if (isWithinReadable(container) && container.checkVisibility()) this.waiting.add(container);
    else this.forget(container); // hidden or not for reading, with everything inside
  }

  /** Fetches what decides about names, once, and reads again where they stand. */
  private fetch(): void {
    this.fetching ??= this.options.recogniser().then(
      (recogniser) => {
        if (this.options.signal.aborted) return;
        this.recogniser = recogniser;
        for (const container of this.doubtful.keys()) this.waiting.add(container);
        this.schedule();
      },
      () => {
        // The background did not answer: the next name asks again.
        this.fetching = undefined;
        this.schedule();
      },
    );
  }

  /** Reads again what was refused before the page named those who are named now. @returns whether there is any */
  private reconsider(): boolean {
    for (const [container, known] of this.doubtful) {
      if (!container.isConnected) this.doubtful.delete(container);
      else if (known < this.sure.size) this.waiting.add(container);
    }
    return this.waiting.size > 0;
  }

  private read(container: Element): void {
    for (const mark of this.held.get(container) ?? []) this.options.marks.remove(mark);
    this.held.delete(container);
    if (!container.isConnected) return;
    const { marks, own } = this.options;
    const { blocks, nested } = readContainer(container);
    const held: Mark[] = [];
    const page = { entities: this.sure, own };
    this.doubtful.delete(container);
    for (const block of blocks) {
      if (!this.options.spot(block.text)) continue;
      if (!this.recogniser) {
        this.doubtful.set(container, this.sure.size);
        this.fetch();
        break;
      }
      const { mentions, refused } = this.recogniser.read(block.text, page);
      for (const mention of mentions) {
        if (!mention.doubtful && !mention.term) this.sure.add(mention.entity);
        if (mention.entity !== own) held.push(marks.add(block, mention));
      }
      if (refused) this.doubtful.set(container, this.sure.size);
    }
    this.held.set(container, held);
    for (const element of nested) if (!this.held.has(element)) this.waiting.add(element);
  }
}
