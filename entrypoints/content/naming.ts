/**
 * Who is named in the blocks that are read. Until somebody may be named nothing but the forms is looked for; then
 * what decides about names is fetched, and what has been spotted meanwhile waits for it.
 */
import type { Recogniser } from "../../data/lexicon/recognise.ts";
import type { Block } from "./blocks.ts";
import { type Mark, type Marks, markOf, type Order, type Reading } from "./marks.ts";
import { isHere, isProse, parentOf } from "./roles.ts";

export interface NamingOptions {
  /** Whether a text may name anybody; what it passes is read. */
  spot: (text: string) => boolean;
  /** Fetches what decides about names; called when the first of them is met. */
  recogniser: () => Promise<Recogniser>;
  /** What decides about names, where it is at hand already. */
  atHand?: Recogniser;
  marks: Marks;
  /** The entity whose own site this is: left unmarked, and evidence for the others. */
  own: string | null;
}

/** What naming tells of. */
export interface NamingListener {
  /** Marks came or went. */
  onMarks(): void;
  /** A text that was read together with another, of which there is a new reading: it must be read again. */
  onOrphan(text: Text): void;
  /** What decides about names has come, or could not be fetched. */
  onAnswer(came: boolean): void;
}

export class Naming {
  private recogniser: Recogniser | undefined;
  private fetching = false;
  /** Blocks that wait for the recogniser. */
  private spotted: { block: Block; root: Node }[] = [];
  /** The version of the page's evidence that the doubtful blocks were read with. */
  private judged = 0;
  /** Whether anything was read that a reading of the whole may come by again. */
  mixed = false;
  /** Whether elements are prose, as far as it was asked in this slice. */
  prose = new Map<Element, boolean>();

  constructor(
    private readonly options: NamingOptions,
    private readonly listener: NamingListener,
  ) {
    this.recogniser = options.atHand;
  }

  /** Whether nothing can be decided yet: it goes on with the answer. */
  get isWaiting(): boolean {
    return this.fetching && !this.recogniser;
  }

  /** Another slice begins: the page may have changed. */
  beginSlice(): void {
    this.prose = new Map();
  }

  /** Reads a block of a root. */
  read(block: Block, root: Node, order: Order): void {
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
    this.listener.onMarks();
    if (refused && marks.named.size > 0 && this.judged === marks.version) this.judge(reading);
  }

  /**
   * Reads one of the blocks that waited for the recogniser.
   * @param sectionAt where a text stands by now
   * @returns whether there was any
   */
  readWaiting(sectionAt: (first: Text) => Node): boolean {
    if (!this.recogniser) return false;
    const last = this.spotted.pop();
    if (!last) return false;
    const { block, root } = last;
    const [first] = block.nodes;
    if (first && block.nodes.every(isHere)) this.read({ ...block, section: sectionAt(first) }, root, "sorted");
    return true;
  }

  /** Reads the doubtful blocks again where others are surely named by now. @returns whether that was so */
  judgeAnew(): boolean {
    const { marks } = this.options;
    if (this.judged === marks.version || !this.recogniser) return false;
    this.judged = marks.version;
    for (const reading of [...marks.all]) if (reading.doubtful) this.judge(reading);
    return true;
  }

  /** Lets go of an earlier reading of what is read now; what else it had read, `outside`, is read again. */
  giveUp(reading: Reading | undefined, outside: (text: Text) => boolean): void {
    if (!reading) return;
    this.forget(reading);
    for (const node of reading.block.nodes) if (outside(node)) this.listener.onOrphan(node);
  }

  /** Lets go of all that was read of a node and what lies in it. */
  giveUpIn(node: Node): void {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const outside = (text: Text): boolean => !node.contains(text);
    for (let at: Node | null = walker.currentNode; at; at = walker.nextNode())
      if (at.nodeType === Node.TEXT_NODE) this.giveUp(this.options.marks.of(at as Text), outside);
  }

  /** Lets go of everything. */
  forgetAll(): void {
    for (const reading of [...this.options.marks.all]) this.forget(reading);
  }

  private forget(reading: Reading): void {
    this.options.marks.remove(reading);
    this.listener.onMarks();
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
    this.listener.onMarks();
  }

  private isProse({ startNode }: { startNode: Text }): boolean {
    const parent = parentOf(startNode);
    return parent !== null && isProse(parent, this.prose);
  }

  /** Fetches what decides about names, once. */
  private fetch(): void {
    if (this.fetching) return;
    this.fetching = true;
    this.options.recogniser().then(
      (recogniser) => {
        this.recogniser = recogniser;
        this.listener.onAnswer(true);
      },
      () => {
        // The background did not answer: the next name asks again.
        this.fetching = false;
        this.listener.onAnswer(false);
      },
    );
  }
}
