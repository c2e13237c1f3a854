/**
 * The page's mentions by the keyboard: a ring is drawn over one after the other, has the focus and says where
 * it stands. Keys are heard inside the ring alone, so the page loses none.
 */
import type { Dress } from "../../data/cards.ts";
import type { Hit } from "./hit.ts";
import { Layer, place } from "./layer.ts";
import { liveRange, type Mark } from "./marks.ts";
import { parentOf } from "./roles.ts";

export interface StepperOptions {
  /** The mentions that can be seen, in reading order. */
  mentions: () => Mark[];
  dress: () => Promise<Dress>;
  /** The name of an entity in the reader's language, where it can be known. */
  nameOf: (entity: string) => Promise<string | undefined>;
  open: (hit: Hit) => void;
  signal: AbortSignal;
}

export class Stepper {
  private readonly layer = new Layer();
  private at: Mark | undefined;
  private ring: HTMLElement | undefined;
  private said: HTMLElement | undefined;
  /** What had the focus before. */
  private back: Element | null = null;

  constructor(private readonly options: StepperOptions) {
    const follow = (): void => this.follow();
    const { signal } = options;
    document.addEventListener("scroll", follow, { capture: true, passive: true, signal });
    addEventListener("resize", follow, { passive: true, signal });
    signal.addEventListener("abort", () => this.leave());
  }

  owns(event: Event): boolean {
    return this.layer.owns(event);
  }

  /** Goes to the next mention, or to the one before; from what is in view at first. */
  async step(direction: 1 | -1): Promise<void> {
    const { dress, nameOf, mentions } = this.options;
    const { style, step } = await dress();
    const list = mentions();
    const mark = list[next(list, this.at, direction)];
    if (!mark) return;
    const near = parentOf(mark.startNode) ?? document.documentElement;
    const scrolls = !inView(boxOf(mark));
    if (scrolls) near.scrollIntoView({ block: "center", behavior: "instant" });
    if (!this.ring) this.begin(style, near);
    this.at = mark;
    this.follow();
    const known = await nameOf(mark.entity).catch(() => undefined);
    // Another step was taken meanwhile.
    if (this.at !== mark) return;
    const values = { name: known ?? mark.surface, n: list.indexOf(mark) + 1, count: list.length };
    const text = step.replace(/\{(\w+)\}/g, (_, key: keyof typeof values) => String(values[key]));
    this.ring?.setAttribute("aria-label", text);
    if (this.said) this.said.textContent = text;
    // Our own scrolling is told of in a later frame, and would dismiss a card that is opened before.
    if (scrolls) await frames(2);
    if (this.at === mark) this.focus();
  }

  /** Gives the ring the focus, if there is one. */
  focus(): void {
    this.ring?.focus({ preventScroll: true });
  }

  private begin(style: string, near: Element): void {
    this.back = document.activeElement;
    const { host, shadow } = this.layer.mount(style, near);
    const make = (tag: string, name: string): HTMLElement => {
      const element = document.createElement(tag);
      element.className = name;
      shadow.append(element);
      return element;
    };
    this.ring = make("button", "ring");
    this.said = make("p", "unseen");
    this.said.setAttribute("role", "status");
    place(host, { visibility: "visible", width: "0", height: "0" });
    this.ring.addEventListener("click", () => {
      const line = this.at && boxOf(this.at);
      if (this.at && line) this.options.open({ mark: this.at, line });
    });
    shadow.addEventListener("keydown", (event) => {
      if ((event as KeyboardEvent).key === "Escape") this.leave();
    });
  }

  private leave(): void {
    this.layer.remove();
    this.ring = undefined;
    this.at = undefined;
    if (this.back instanceof HTMLElement && this.back.isConnected) this.back.focus({ preventScroll: true });
    this.back = null;
  }

  /** Draws the ring where the mention is by now; leaves where it is no more. */
  private follow(): void {
    if (!this.ring || !this.at) return;
    const box = this.at.startNode.isConnected && this.at.endNode.isConnected ? boxOf(this.at) : undefined;
    if (!box) {
      this.leave();
      return;
    }
    const px = (value: number): string => `${value}px`;
    place(this.ring, { left: px(box.left), top: px(box.top), width: px(box.width), height: px(box.height) });
  }
}

async function frames(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise((done) => requestAnimationFrame(done));
}

function boxOf(mark: Mark): DOMRect | undefined {
  return liveRange(mark).getClientRects()[0];
}

function inView(box: DOMRect | undefined): boolean {
  return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
}

/** Where to go from `at`; from nowhere to the first that is in view or below, or the last above. */
function next(list: readonly Mark[], at: Mark | undefined, direction: 1 | -1): number {
  const same = (m: Mark): boolean => m.startNode === at?.startNode && m.startOffset === at.startOffset;
  const here = at ? list.findIndex(same) : -1;
  if (here >= 0) return (here + direction + list.length) % list.length;
  const below = list.findIndex((mark) => (boxOf(mark)?.bottom ?? 0) > 0);
  return direction === 1 ? Math.max(below, 0) : (below < 0 ? list.length : below) - 1;
}
