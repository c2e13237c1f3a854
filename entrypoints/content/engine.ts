/** All that reads and marks one page, for one set of the reader's wishes after the other. */
import { FormFinder } from "../../data/lexicon/finder.ts";
import { type PackedLexicon, unpack } from "../../data/lexicon/pack.ts";
import { createRecogniser, type Recogniser } from "../../data/lexicon/recognise.ts";
import type { LexiconData, SenseData } from "../../data/lexicon/types.ts";
import { followFrame } from "./frame.ts";
import { type Hit, hitAt } from "./hit.ts";
import { type Mark, Marks } from "./marks.ts";
import { Painter, type Shown } from "./paint.ts";
import { Scanner } from "./scan.ts";

/** What the reader wants marked. */
export interface Wishes {
  shown: Shown;
  /** Terms of the trade too. */
  terms: boolean;
  ownNames: readonly { text: string; entity: string }[];
  silenced: ReadonlySet<string>;
}

export interface EngineOptions {
  /** The forms that tell whether anybody is named. */
  names: LexiconData;
  /** Those in which one of these stands. */
  longer: readonly string[];
  /** Asks the background for what decides about names. */
  lexicon: () => Promise<{ names: PackedLexicon; senses: SenseData }>;
  /** Asks the background for the terms of the trade. */
  terms: () => Promise<PackedLexicon>;
  own: string | null;
  onSettled: () => void;
  /** Called when the page is read anew since it wrote its document anew, which takes all listeners with it. */
  onReplaced: () => void;
}

/** So often shadow roots that came without any other change are looked for after the page's start, and after what its reader does. */
const SEARCHES = 12;

/** Events after which something may be shown that was not, though the page's tree is as it was. */
const SHOWING_EVENTS = ["click", "change", "toggle", "transitionend", "animationend", "fullscreenchange"];

export class Engine {
  marks = new Marks();
  private painter: Painter | undefined;
  private scanner: Scanner | undefined;
  private reading: AbortController | undefined;
  private searches = SEARCHES;

  constructor(private readonly options: EngineOptions) {}

  /** Reads the page, anew if it was read before. */
  async start(wishes: Wishes): Promise<void> {
    this.stop();
    const reading = new AbortController();
    this.reading = reading;
    const { signal } = reading;
    const { names, own, onSettled, onReplaced } = this.options;
    // Without an answer names are marked all the same.
    const terms = wishes.terms ? await this.options.terms().catch(() => undefined) : undefined;
    if (signal.aborted) return;
    const further = terms ? unpack(terms) : { names: [], variants: "" };
    const spotter = new FormFinder(
      [...wishes.ownNames, ...names.names, ...further.names],
      names.variants + further.variants,
    );
    this.painter = new Painter(CSS.highlights, this.marks, wishes.shown);
    this.scanner = new Scanner({
      root: document.documentElement,
      spot: (text) => spotter.any(text),
      seam: spotter.edges(this.options.longer),
      recogniser: () => this.recogniser(wishes, further),
      marks: this.marks,
      painter: this.painter,
      own,
      onSettled,
      onReplaced: () => {
        onReplaced();
        void this.start(wishes);
      },
      signal,
    });
    this.scanner.start();
    this.follow(signal);
  }

  /** Lets go of the page. */
  stop(): void {
    this.reading?.abort();
    this.painter?.end();
    this.marks = new Marks();
    this.painter = undefined;
    this.scanner = undefined;
  }

  /** Called every now and then: looks a little for what no event and no record tells of. */
  search(): void {
    if (this.searches > 0 && !document.hidden && this.scanner?.search()) this.searches -= 1;
  }

  /** Whether a mention is underlined. */
  isMarked(mark: Mark): boolean {
    return this.painter?.painted.has(mark) ?? false;
  }

  /** The mention under a point of the window. */
  hitAt(x: number, y: number): Hit | undefined {
    this.painter?.restore();
    return this.scanner && hitAt(this.marks, this.scanner.shadowRoots, x, y);
  }

  private async recogniser(wishes: Wishes, further: LexiconData): Promise<Recogniser> {
    const { names, senses } = await this.options.lexicon();
    const lexicon = unpack(names);
    const data = { names: [...lexicon.names, ...further.names], variants: lexicon.variants + further.variants };
    const { silenced, terms, ownNames: own } = wishes;
    return createRecogniser(data, { senses, silenced, terms, own });
  }

  private follow(signal: AbortSignal): void {
    const look = (): void => {
      this.searches = SEARCHES;
      this.scanner?.look();
    };
    const listening = { capture: true, passive: true, signal } as const;
    for (const name of SHOWING_EVENTS) document.addEventListener(name, look, listening);
    const onLoad = ({ target }: Event): void => {
      if (target instanceof HTMLLinkElement) look();
    };
    document.addEventListener("load", onLoad, listening);
    document.addEventListener("scroll", () => this.scanner?.hurry(), listening);
    addEventListener("resize", look, listening);
    // Back from the browser's cache of pages: what was taken out of the registry meanwhile is put back.
    addEventListener("pageshow", look, listening);
    followFrame(look, signal);
  }
}
