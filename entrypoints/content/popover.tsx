/**
 * The card over the page: a closed shadow root in the top layer. Its host is in the page only while
 * a card is shown.
 */
import { computePosition, flip, offset, type Platform, shift, size } from "@floating-ui/core";
import { type ComponentChild, render } from "preact";
import { HOST } from "./host.ts";

/** Between the name and the card, in px. */
const GAP = 8;
/** Between the card and the edge of the window, in px. */
const MARGIN = 8;

export class Popover {
  private host: HTMLElement | undefined;
  private shadow: ShadowRoot | undefined;

  /** Whether an event came from inside the card: the root is closed, so its target is the host. */
  owns(event: Event): boolean {
    return this.host !== undefined && event.target === this.host;
  }

  /** Shows `content` by the box of the name's line, never over it and never off screen. */
  async show(content: ComponentChild, line: DOMRect, style: string): Promise<void> {
    const { host, shadow } = this.mount(style);
    render(content, shadow);
    const { x, y } = await computePosition(line, host, {
      platform: inWindow,
      strategy: "fixed",
      placement: "bottom-start",
      middleware: [
        offset(GAP),
        flip({ padding: MARGIN }),
        shift({ padding: MARGIN }),
        size({
          padding: MARGIN,
          apply: ({ availableHeight }) => place(host, { "--room": `${Math.floor(availableHeight)}px` }),
        }),
      ],
    });
    if (this.host !== host) return; // closed in the meantime
    place(host, { left: `${Math.round(x)}px`, top: `${Math.round(y)}px`, visibility: "visible" });
  }

  hide(): void {
    if (!this.host || !this.shadow) return;
    render(null, this.shadow);
    this.host.remove();
    this.host = undefined;
    this.shadow = undefined;
  }

  private mount(style: string): { host: HTMLElement; shadow: ShadowRoot } {
    if (this.host && this.shadow) return { host: this.host, shadow: this.shadow };
    const host = document.createElement(HOST);
    const shadow = host.attachShadow({ mode: "closed" });
    adoptStyles(shadow, style);
    host.popover = "manual";
    // Set one by one through the object model: a page's content policy may forbid style attributes.
    place(host, {
      // Takes back the page's rules and the browser's own for popovers: margin, border, background, inset.
      all: "initial",
      position: "fixed",
      left: "0",
      top: "0",
      visibility: "hidden",
      width: "max-content",
      height: "max-content",
    });
    document.documentElement.append(host);
    host.showPopover();
    this.host = host;
    this.shadow = shadow;
    return { host, shadow };
  }
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

function place(element: HTMLElement, style: Record<string, string>): void {
  for (const [property, value] of Object.entries(style)) element.style.setProperty(property, value, "important");
}

function adoptStyles(shadow: ShadowRoot, text: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox does not let a content script adopt sheets (bug 1751346): an element inside the root does.
    const element = document.createElement("style");
    element.textContent = text;
    shadow.append(element);
  }
}
