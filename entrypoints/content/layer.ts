/**
 * An element of our own in the top layer, with a closed root. It is in the page only while it has something
 * to show, and at the page's end: nothing of the page's is touched.
 */
import { HOST } from "./host.ts";

export class Layer {
  private host: HTMLElement | undefined;
  private shadow: ShadowRoot | undefined;

  get element(): HTMLElement | undefined {
    return this.host;
  }

  get root(): ShadowRoot | undefined {
    return this.shadow;
  }

  /** Whether an event came from inside: the root is closed, so its target is the host. */
  owns(event: Event): boolean {
    return this.host !== undefined && event.target === this.host;
  }

  /**
   * Puts an empty layer into the page, in the place of an earlier one.
   * @param near what it is shown for: behind a modal dialog nothing could be pointed at, so it lies in the dialog
   */
  mount(style: string, near: Element): { host: HTMLElement; shadow: ShadowRoot } {
    this.remove();
    const host = document.createElement(HOST);
    const shadow = host.attachShadow({ mode: "closed", delegatesFocus: true });
    adoptStyle(shadow, style);
    host.popover = "manual";
    // Takes back the page's rules and the browser's own for popovers: margin, border, background, inset.
    place(host, {
      all: "initial",
      position: "fixed",
      left: "0",
      top: "0",
      visibility: "hidden",
      width: "max-content",
      height: "max-content",
    });
    (near.closest("dialog:modal") ?? document.documentElement).append(host);
    host.showPopover();
    this.host = host;
    this.shadow = shadow;
    return { host, shadow };
  }

  remove(): void {
    this.host?.remove();
    this.host = undefined;
    this.shadow = undefined;
  }
}

/** Sets properties one by one through the object model: a page's content policy may forbid style attributes. */
export function place(element: HTMLElement, style: Record<string, string>): void {
  for (const [property, value] of Object.entries(style)) element.style.setProperty(property, value, "important");
}

function adoptStyle(shadow: ShadowRoot, text: string): void {
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
