/**
 * Reads the page in slices of idle time: what is in view first, then all of it, then whatever changes.
 * What is named is a function of the page's text alone, however it came about: the marks of a page that
 * has come to rest are those of a page read anew.
 */
import type { Recogniser } from "../../data/lexicon/recognise.ts";
import { type Block, BlockStream } from "./blocks.ts";
import { Changes, Watcher } from "./changes.ts";
import { type Mark, type Marks, markOf, type Order, type Reading } from "./marks.ts";
import type { Painter } from "./paint.ts";
import { startOfBlock, textsAround } from "./places.ts";
import { isEntered, isHere, isProse, parentOf } from "./roles.ts";
import { Schedule } from "./schedule.ts";
import type { Seam as SeamTest } from "./seams.ts";
import { SectionCursor, Sections } from "./sections.ts";
import { textsInView } from "./view.ts";

export interface ScanOptions {
  /** The document's element. */
  root: Element;
  /** Whether a text may name anybody; what it passes is read. */
  spot: (text: string) => boolean;
  /** What may lie across a seam of two texts. */
  seam: SeamTest;
  /** Fetches what decides about names; called when the first of them is met. */
  recogniser: () => Promise<Recogniser>;
  /** What decides about names, where it is at hand already. */
  atHand?: Recogniser;
  marks: Marks;
  painter: Painter;
  /** The entity whose own site this is: left unmarked, and evidence for the others. */
  own: string | null;
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
  /** Readings of whole roots and of changed places, the next one last. */
  private readonly streams: BlockStream[] = [];
  /** How many readings of whole roots are under way: what is read beside them is put in order afterwards. */
  private wholes = 0;
  /** Whether anything was read that a reading of the whole may come by again. */
  private mixed = false;
  private readonly sections: Sections;
  private readonly roots = new Set<Node>();
  /** Elements that had no shadow root when they were read, and may get one. */
  private readonly hosts = new Set<Element>();
  private recogniser: Recogniser | undefined;
  private fetching = false;
  /** Blocks that wait for the recogniser. */
  private spotted: { block: Block; root: Node }[] = [];
  /** The version of the page's evidence that the doubtful blocks were read with. */
  private judged = 0;
  private painting: Generator<undefined, void> | undefined;
  private toPaint = true;
  private viewed = false;
  /** Until then all is read as fast as idle time allows. */
  private settledOnce = false;
  /** Whether elements are prose, for one slice. */
  private prose = new Map<Element, boolean>();
  /** Texts whose blocks' bounds depend on styles. */
  private styled = new Set<Text>();

  constructor(private readonly options: ScanOptions) {
    const { signal, marks } = options;
    this.recogniser = options.atHand;
    this.sections = new Sections((key, came, next) => {
      // Where nothing but the whole was read, nothing is known of what lies behind the heading.
      if (next && !this.mixed) return;
      marks.rekey(key, came, (node) => this.sections.keyAt(node));
      this.repaint();
    });
    this.schedule = new Schedule((mayGoOn) => this.work(mayGoOn), signal);
    const onText = (text: Text): void => {
      const reading = marks.of(text);
      if (reading) this.unpaint(reading);
      this.giveUp(reading, (other) => other !== text);
    };
    const onHost = (host: Element): void => this.enter(host);
    const onRoot = (): void => {
      const { documentElement } = document;
      if (documentElement && documentElement !== options.root && !signal.aborted) options.onReplaced?.();
    };
    const onChange = (): void => {
      if (this.changes.removed) options.painter.dropDetached();
      this.schedule.request("following");
    };
    this.watcher = new Watcher(this.changes, onText, onHost, onRoot, onChange, signal);
  }

  start(): void {
    this.readRoot(this.options.root);
    this.schedule.request("reading");
  }

  /** Something may be shown that was not, or the other way round: told by events that no mutation comes with. */
  look(): void {
    if (this.options.marks.all.size === 0 && this.hosts.size === 0) return;
    this.changes.styles = true;
    this.schedule.request("following");
  }

  /** Asks for a slice, so that `onSettled` is called when all that is known of is read. */
  settle(): void {
    this.schedule.request("reading");
  }

  /** The open shadow roots that are read. */
  get shadowRoots(): ShadowRoot[] {
    return [...this.roots].filter((root): root is ShadowRoot => root.nodeType === Node.DOCUMENT_FRAGMENT_NODE);
  }

  /** What is in view is read next: the reader has moved on before all was read. */
  hurry(): void {
    if (this.streams.length > 0) this.readView();
  }

  private readRoot(root: Node): void {
    // The document's own root is its element, so that a doctype or a comment beside it is no matter.
    this.roots.add(root);
    this.watcher.watch(root.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? root : (root.ownerDocument ?? root));
    const first = root.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? root.firstChild : root;
    if (first) this.streams.push(this.stream(root, first, null));
  }

  private stream(root: Node, from: Node, until: Node | null): BlockStream {
    const whole = until === null;
    if (whole) this.wholes += 1;
    return new BlockStream(root, from, until, {
      seam: this.options.seam,
      onBlock: (block) => this.read(block, root, whole ? "last" : this.wholes > 0 ? "loose" : "sorted"),
      onElement: (element) => this.enter(element),
      sections: new SectionCursor(this.sections, from),
    });
  }

  private enter(element: Element): void {
    const { shadowRoot } = element;
    if (shadowRoot) {
      if (!this.roots.has(shadowRoot)) this.readRoot(shadowRoot);
    } else if (element.localName.includes("-")) this.hosts.add(element);
  }

  /** One slice: does what there is to do while it may go on. Says at which pace the rest is wanted, if there is any. */
  work(mayGoOn: () => boolean): "reading" | "following" | undefined {
    this.prose = new Map();
    while (mayGoOn()) {
      if (this.step(mayGoOn)) continue;
      if (this.fetching && !this.recogniser) return undefined; // goes on with the answer
      this.settledOnce = true;
      this.options.onSettled();
      return this.changes.any ? "following" : undefined;
    }
    return this.settledOnce ? "following" : "reading";
  }

  /** Does one piece of work. @returns whether there was any */
  private step(mayGoOn: () => boolean): boolean {
    const { changes, options } = this;
    const { marks } = options;
    if (!this.viewed) {
      this.viewed = true;
      // A page that is seen from its beginning is read from there anyhow.
      if (scrollY > 0) this.readView();
      return true;
    }
    if (changes.removed) {
      changes.removed = false;
      for (const reading of marks.prune()) {
        this.unpaint(reading);
        for (const text of reading.block.nodes) if (isHere(text)) changes.add(text);
      }
      this.sections.prune();
      for (const text of this.styled) if (!isHere(text)) this.styled.delete(text);
      for (const root of this.roots) if (!isHere(root)) this.roots.delete(root);
      for (const host of this.hosts) if (!isHere(host)) this.hosts.delete(host);
      this.toPaint = true;
      return true;
    }
    if (changes.everything) {
      changes.clear();
      this.streams.length = 0;
      this.wholes = 0;
      for (const reading of [...marks.all]) this.forget(reading);
      for (const root of this.roots) {
        const first = root.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? root.firstChild : root;
        if (first) this.streams.push(this.stream(root, first, null));
      }
      this.readView();
      return true;
    }
    if (changes.styles) {
      changes.styles = false;
      this.toPaint = true;
      for (const text of this.styled) changes.add(text);
      this.styled = new Set();
      for (const host of this.hosts) if (host.shadowRoot && this.hosts.delete(host)) this.enter(host);
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
      const root = this.rootOf(parent);
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
    if (this.spotted.length > 0 && this.recogniser) {
      const last = this.spotted.pop();
      const first = last?.block.nodes[0];
      if (last && first && last.block.nodes.every(isHere)) {
        last.block.section = this.sections.keyAt(first);
        this.read(last.block, last.root, "sorted");
      }
      return true;
    }
    if (this.judged !== marks.version && this.recogniser) {
      this.judged = marks.version;
      for (const reading of [...marks.all]) if (reading.doubtful) this.judge(reading);
      this.toPaint = true;
      return true;
    }
    return this.paint(mayGoOn, options.painter);
  }

  private paint(mayGoOn: () => boolean, painter: Painter): boolean {
    if (!this.painting && !this.toPaint) return false;
    this.painting ??= painter.paint(this.prose);
    this.toPaint = false;
    while (!this.painting.next().done) if (!mayGoOn()) return true;
    this.painting = undefined;
    return true;
  }

  /** Reads what a changed or new node belongs to. */
  private readAgain(node: Node): void {
    const root = this.rootOf(node);
    if (!root) return;
    const isText = node.nodeType === Node.TEXT_NODE;
    const around = isText ? parentOf(node) : (node as Element);
    if (!isText && node.nodeType !== Node.ELEMENT_NODE) return;
    if (!around || !isEntered(around)) {
      this.forgetIn(node);
      return;
    }
    if (!isText) this.forgetIn(node);
    const first = isText ? (node as Text) : firstText(node);
    const from = first ? startOfBlock(first, root, this.options.seam) : node;
    this.streams.push(this.stream(root, from, node));
  }

  /** The root that a node lies in, if it is in the page and its root is read. */
  private rootOf(node: Node): Node | undefined {
    if (!isHere(node)) return undefined;
    const root = node.getRootNode();
    const own = root.nodeType === Node.DOCUMENT_NODE ? (root as Document).documentElement : root;
    return own && this.roots.has(own) ? own : undefined;
  }

  private read(block: Block, root: Node, order: Order): void {
    if (block.styled) for (const node of block.nodes) this.styled.add(node);
    const { marks, own, spot } = this.options;
    if (!this.recogniser) {
      if (!spot(block.text)) return;
      this.spotted.push({ block, root });
      this.fetch();
      return;
    }
    const { mentions, refused } = this.recogniser.read(block.text, { own });
    // While nothing but the whole is read, no block was read before.
    if (order !== "last") this.mixed = true;
    if (this.mixed) {
      const outside = (text: Text): boolean => !block.nodes.includes(text);
      for (const node of block.nodes) this.giveUp(marks.of(node), outside);
    }
    if (mentions.length === 0 && !refused) return;
    const kept: Mark[] = [];
    for (const mention of mentions) {
      if (mention.entity === own) continue;
      const mark = markOf(block, mention, root);
      if (this.isProse(mark)) kept.push(mark);
    }
    if (kept.length === 0 && !refused) return;
    const reading: Reading = { block, root, marks: kept, doubtful: refused, section: block.section };
    marks.add(reading, order);
    this.repaint();
    if (refused && marks.named.size > 0 && this.judged === marks.version) this.judge(reading);
  }

  /** Reads a doubtful block again, with who is surely named on the page. */
  private judge(reading: Reading): void {
    const { marks, own } = this.options;
    const { block, root } = reading;
    if (!this.recogniser) return;
    const base = this.recogniser.read(block.text, { own });
    const full = this.recogniser.read(block.text, { own, entities: marks.named });
    const sure = new Set(base.mentions.filter((m) => !m.doubtful).map((m) => m.start));
    const found = full.mentions
      .map((mention) => ({ ...markOf(block, mention, root), sure: sure.has(mention.start) && !mention.term }))
      .filter((mark) => mark.entity !== own && this.isProse(mark));
    marks.replace(reading, found);
    this.repaint();
  }

  private isProse({ startNode }: { startNode: Text }): boolean {
    const parent = parentOf(startNode);
    return parent !== null && isProse(parent, this.prose);
  }

  /** Lets go of an earlier reading of what is read now; what else it had read, `outside`, is read again. */
  private giveUp(reading: Reading | undefined, outside: (text: Text) => boolean): void {
    if (!reading) return;
    this.forget(reading);
    for (const node of reading.block.nodes) if (outside(node)) this.changes.add(node);
  }

  private forget(reading: Reading | undefined): void {
    if (!reading) return;
    this.options.marks.remove(reading);
    this.repaint();
  }

  /** What is being chosen for painting is chosen anew. */
  private repaint(): void {
    this.painting = undefined;
    this.toPaint = true;
  }

  private unpaint(reading: Reading): void {
    for (const mark of reading.marks) this.options.painter.drop(mark);
  }

  private forgetIn(node: Node): void {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const outside = (text: Text): boolean => !node.contains(text);
    for (let at: Node | null = walker.currentNode; at; at = walker.nextNode())
      if (at.nodeType === Node.TEXT_NODE) this.giveUp(this.options.marks.of(at as Text), outside);
  }

  private readView(): void {
    const { root, seam } = this.options;
    for (const text of textsInView()) {
      const own = this.rootOf(text);
      if (own === root) this.streams.push(this.stream(root, startOfBlock(text, root, seam), text));
    }
  }

  /** Fetches what decides about names, once. */
  private fetch(): void {
    if (this.fetching) return;
    this.fetching = true;
    this.options.recogniser().then(
      (recogniser) => {
        this.recogniser = recogniser;
        this.schedule.request("reading");
      },
      () => {
        // The background did not answer: the next name asks again.
        this.fetching = false;
        this.schedule.request("following");
      },
    );
  }
}

function firstText(node: Node): Text | null {
  return document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode() as Text | null;
}
