/** The card over the page: beside the hovered line of a name, or a sheet at the bottom of a narrow window. */
import { computePosition, flip, offset, type Platform, shift, size } from "@floating-ui/core";
import type { DrawnCard } from "../../data/cards.ts";
import { grow } from "./grow.ts";
import type { Hit } from "./hit.ts";
import { Layer, place } from "./layer.ts";
import { parentOf } from "./roles.ts";

/** Between the name and the card, in px. */
const GAP = 8;
/** Between the card and the edge of the window, in px. */
const MARGIN = 8;
/** Narrower windows show a sheet: a card beside a name would cover what is read. In px. */
const NARROW = 480;

/** With less room than this what is known comes before whom to compare with. In px. */
const SHORT = 480;

/** What the reader does on a card. */
export type OnAct = (act: string, id: string | undefined, hit: Hit) => void;

export class Popover {
  private readonly layer = new Layer();
  /** The name's line and the card, where the pointer may pass from one to the other. */
  private between: DOMRect | undefined;
  /** Stays until the reader lets it go. */
  pinned = false;

  constructor(private readonly onAct: OnAct) {}

  get isShown(): boolean {
    return this.layer.element !== undefined;
  }

  owns(event: Event): boolean {
    return this.layer.owns(event);
  }

  /** Whether a point lies between the name and the card. */
  isBetween(x: number, y: number): boolean {
    const box = this.between;
    return box !== undefined && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  }

  /** Shows a card by the name's line, never over it and never off screen, and never elsewhere once it is shown. */
  async show(card: DrawnCard, hit: Hit, style: string, theme: string | undefined): Promise<void> {
    const near = parentOf(hit.mark.startNode) ?? document.documentElement;
    const { host, shadow } = this.layer.mount(style, near);
    this.pinned = false;
    if (theme) host.setAttribute("data-theme", theme);
    grow(shadow, card.tree, hit.mark.surface);
    shadow.addEventListener("click", (event) => this.act(event, hit));
    if (innerWidth < NARROW) {
      host.setAttribute("data-sheet", "");
      place(host, { top: "auto", bottom: "0", visibility: "visible" });
      return;
    }
    const { direction, writingMode } = getComputedStyle(near);
    const { x, y } = await computePosition(hit.line, host, {
      platform: { ...inWindow, isRTL: () => direction === "rtl" },
      strategy: "fixed",
      placement: writingMode.startsWith("vertical") ? "left-start" : "bottom-start",
      middleware: [
        offset(GAP),
        flip({ padding: MARGIN }),
        shift({ padding: MARGIN }),
        size({
          padding: MARGIN,
          apply: ({ availableHeight }) => {
            place(host, { "--room": `${Math.floor(availableHeight)}px` });
            host.toggleAttribute("data-short", availableHeight < SHORT);
          },
        }),
      ],
    });
    if (this.layer.element !== host) return; // closed in the meantime
    place(host, { left: `${Math.round(x)}px`, top: `${Math.round(y)}px`, visibility: "visible" });
    this.between = gapBetween(hit.line, host.getBoundingClientRect());
  }

  /** Moves the focus into the card. */
  focus(): void {
    (this.layer.root?.querySelector(".card") as HTMLElement | null)?.focus();
  }

  hide(): void {
    this.layer.remove();
    this.between = undefined;
    this.pinned = false;
  }

  private act(event: Event, hit: Hit): void {
    const button = (event.target as Element).closest("[data-act]");
    const act = button?.getAttribute("data-act");
    if (!button || !act) return;
    if (act === "pin") {
      this.pinned = !this.pinned;
      button.setAttribute("aria-pressed", String(this.pinned));
    } else this.onAct(act, button.getAttribute("data-id") ?? undefined, hit);
  }
}

/** What lies between two boxes, one below the other, as wide as both. */
function gapBetween(name: DOMRect, card: DOMRect): DOMRect {
  const top = Math.min(name.bottom, card.bottom);
  const bottom = Math.max(name.top, card.top);
  const left = Math.min(name.left, card.left);
  return new DOMRect(left, top, Math.max(name.right, card.right) - left, bottom - top);
}

/**
 * What Floating UI needs to know, for a fixed box in the top layer beside a line of text: half of what its
 * package for the DOM weighs goes into scrolling parents, which there are none of here.
 */
const inWindow: Platform = {
  getElementRects: ({ reference, floating }) => {
    const { x, y, width, height } = reference as DOMRect;
    return { reference: { x, y, width, height }, floating: { x: 0, y: 0, ...sizeOf(floating) } };
  },
  getClippingRect: () => ({ x: 0, y: 0, width: document.documentElement.clientWidth, height: innerHeight }),
  getDimensions: sizeOf,
};

function sizeOf(element: HTMLElement): { width: number; height: number } {
  return { width: element.offsetWidth, height: element.offsetHeight };
}
