/**
 * Reads the page in slices of idle time: what is in view first, then all of it, then whatever changes.
 * What is named is a function of the page's text alone, however it came about: the marks of a page that
 * has come to rest are those of a page read anew.
 */
import { type Block, BlockStream } from "./blocks.ts";
import { Changes, Watcher } from "./changes.ts";
import type { Order, Reading } from "./marks.ts";
import { Naming, type NamingOptions } from "./naming.ts";
import type { Painter } from "./paint.ts";
import { startOfBlock, textsAround } from "./places.ts";
import { isEntered, isHere, parentOf } from "./roles.ts";
import { firstIn, Roots, watchedOf } from "./roots.ts";
import { Schedule } from "./schedule.ts";
import type { Seam as SeamTest } from "./seams.ts";
import { SectionCursor, Sections } from "./sections.ts";
import { textsInView } from "./view.ts";

export interface ScanOptions extends NamingOptions {
  /** The document's element. */
  root: Element;
  /** What may lie across a seam of two texts. */
  seam: SeamTest;
  painter: Painter;
  /** Called when all that waited is read and painted. */
  onSettled: () => void;
  /** Called when the document has another element, as after `document.open`: this scanner has nothing to read any more. */
  onReplaced?: () => void;
  signal: AbortSignal;
}

/** Reads, and follows the page's changes, from `start` until the signal aborts. */
export class Scanner {
  private readonly changes = new Changes();
  private readonly watcher: Watcher;
  private readonly schedule: Schedule;
  private readonly naming: Naming;
  private readonly sections: Sections;
  private readonly roots = new Roots((root) => {
    this.watcher.watch(watchedOf(root));
    this.readWhole(root);
  });
  /** Readings of whole roots and of changed places, the next one last. */
  private readonly streams: BlockStream[] = [];
  /** How many readings of whole roots are under way: what is read beside them is put in order afterwards. */
  private wholes = 0;
  private painting: Generator<undefined, void> | undefined;
  private toPaint = true;
  private viewed = false;
  /** Until then all is read as fast as idle time allows. */
  private settledOnce = false;
  /** Texts whose blocks' bounds depend on styles. */
  private styled = new Set<Text>();

  constructor(private readonly options: ScanOptions) {
    const { signal, marks, painter } = options;
    const { changes } = this;
    const naming = new Naming(options, {
      onMarks: () => this.repaint(),
      onOrphan: (text) => changes.add(text),
      onAnswer: (came) => this.schedule.request(came ? "reading" : "following"),
    });
    this.naming = naming;
    this.sections = new Sections((key, came, next) => {
      // Where nothing but the whole was read, nothing is known of what lies behind the heading.
      if (next && !naming.mixed) return;
      marks.rekey(key, came, (node) => this.sections.keyAt(node));
      this.repaint();
    });
    this.schedule = new Schedule((mayGoOn) => this.work(mayGoOn), signal);
    const onText = (text: Text): void => {
      const reading = marks.of(text);
      if (reading) this.unpaint(reading);
      naming.giveUp(reading, (other) => other !== text);
    };
    const onHost = (host: Element): void => this.roots.enter(host);
    const onRoot = (): void => {
      const { documentElement } = document;
      if (documentElement && documentElement !== options.root && !signal.aborted) options.onReplaced?.();
    };
    const onChange = (): void => {
      if (changes.removed) painter.dropDetached();
      this.schedule.request("following");
    };
    this.watcher = new Watcher(changes, onText, onHost, onRoot, onChange, signal);
  }

  start(): void {
    this.roots.add(this.options.root);
    this.schedule.request("reading");
  }

  /** Something may be shown that was not, or the other way round: told by events that no mutation comes with. */
  look(): void {
    if (this.options.marks.all.size === 0 && !this.roots.areWaiting) return;
    this.changes.styles = true;
    this.schedule.request("following");
  }

  /** Looks for shadow roots that came without any other change, as far as a moment goes. @returns whether all was looked at */
  search(): boolean {
    const ended = this.roots.search(this.options.root);
    if (this.streams.length > 0) this.schedule.request("following");
    return ended;
  }

  /** Asks for a slice, so that `onSettled` is called when all that is known of is read. */
  settle(): void {
    this.schedule.request("reading");
  }

  /** The open shadow roots that are read. */
  get shadowRoots(): ShadowRoot[] {
    return this.roots.shadow;
  }

  /** What is in view is read next: the reader has moved on before all was read. */
  hurry(): void {
    if (this.streams.length > 0) this.readView();
  }

  private readWhole(root: Node): void {
    const first = firstIn(root);
    if (first) this.streams.push(this.stream(root, first, null));
  }

  private stream(root: Node, from: Node, until: Node | null): BlockStream {
    const whole = until === null;
    if (whole) this.wholes += 1;
    return new BlockStream(root, from, until, {
      seam: this.options.seam,
      onBlock: (block) => this.read(block, root, whole ? "last" : this.wholes > 0 ? "loose" : "sorted"),
      onElement: (element) => this.roots.enter(element),
      sections: new SectionCursor(this.sections, from),
    });
  }

  private read(block: Block, root: Node, order: Order): void {
    if (block.styled) for (const node of block.nodes) this.styled.add(node);
    this.naming.read(block, root, order);
  }

  /** One slice: does what there is to do while it may go on. Says at which pace the rest is wanted, if there is any. */
  work(mayGoOn: () => boolean): "reading" | "following" | undefined {
    this.naming.beginSlice();
    while (mayGoOn()) {
      if (this.step(mayGoOn)) continue;
      if (this.naming.isWaiting) return undefined;
      this.settledOnce = true;
      this.options.onSettled();
      return this.changes.any ? "following" : undefined;
    }
    return this.settledOnce ? "following" : "reading";
  }

  /** Does one piece of work. @returns whether there was any */
  private step(mayGoOn: () => boolean): boolean {
    const { changes } = this;
    if (!this.viewed) {
      this.viewed = true;
      // A page that is seen from its beginning is read from there anyhow.
      if (scrollY > 0) this.readView();
      return true;
    }
    if (changes.removed) {
      this.prune();
      return true;
    }
    if (changes.everything) {
      this.readAllAgain();
      return true;
    }
    if (changes.styles) {
      changes.styles = false;
      this.toPaint = true;
      for (const text of this.styled) changes.add(text);
      this.styled = new Set();
      this.roots.enterWaiting();
      return true;
    }
    const stream = this.streams.at(-1);
    if (stream) {
      stream.resume();
      if (stream.read(mayGoOn)) {
        this.streams.splice(this.streams.indexOf(stream), 1);
        if (stream.isWhole) this.wholes -= 1;
      }
      this.toPaint = true;
      return true;
    }
    const seam = changes.takeSeam();
    if (seam) {
      const { parent, before } = seam;
      const root = this.roots.of(parent);
      // A neighbour that moved on has a record of its own.
      if (root && (!before || before.parentNode === parent))
        for (const text of textsAround(parent, before, root)) changes.add(text);
      return true;
    }
    const node = changes.takeNode();
    if (node) {
      this.readAgain(node);
      return true;
    }
    if (this.naming.readWaiting((first) => this.sections.keyAt(first))) return true;
    if (this.naming.judgeAnew()) {
      this.toPaint = true;
      return true;
    }
    return this.paint(mayGoOn);
  }

  /** Lets go of what left the page. */
  private prune(): void {
    const { changes } = this;
    changes.removed = false;
    for (const reading of this.options.marks.prune()) {
      this.unpaint(reading);
      for (const text of reading.block.nodes) if (isHere(text)) changes.add(text);
    }
    this.sections.prune();
    for (const text of this.styled) if (!isHere(text)) this.styled.delete(text);
    this.roots.prune();
    this.toPaint = true;
  }

  private readAllAgain(): void {
    this.changes.clear();
    this.streams.length = 0;
    this.wholes = 0;
    this.naming.forgetAll();
    for (const root of this.roots.all) this.readWhole(root);
    this.readView();
  }

  /** Reads what a changed or new node belongs to. */
  private readAgain(node: Node): void {
    const root = this.roots.of(node);
    if (!root) return;
    const isText = node.nodeType === Node.TEXT_NODE;
    const around = isText ? parentOf(node) : (node as Element);
    if (!isText && node.nodeType !== Node.ELEMENT_NODE) return;
    if (!around || !isEntered(around)) {
      this.naming.giveUpIn(node);
      return;
    }
    if (!isText) this.naming.giveUpIn(node);
    const first = isText ? (node as Text) : firstText(node);
    const from = first ? startOfBlock(first, root, this.options.seam) : node;
    this.streams.push(this.stream(root, from, node));
  }

  private readView(): void {
    const { root, seam } = this.options;
    for (const text of textsInView()) {
      if (this.roots.of(text) === root) this.streams.push(this.stream(root, startOfBlock(text, root, seam), text));
    }
  }

  private paint(mayGoOn: () => boolean): boolean {
    if (!this.painting && !this.toPaint) return false;
    this.painting ??= this.options.painter.paint(this.naming.prose);
    this.toPaint = false;
    while (!this.painting.next().done) if (!mayGoOn()) return true;
    this.painting = undefined;
    return true;
  }

  /** What is being chosen for painting is chosen anew. */
  private repaint(): void {
    this.painting = undefined;
    this.toPaint = true;
  }

  private unpaint(reading: Reading): void {
    for (const mark of reading.marks) this.options.painter.drop(mark);
  }
}

function firstText(node: Node): Text | null {
  return document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode() as Text | null;
}
