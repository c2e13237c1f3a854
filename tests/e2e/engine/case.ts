/** What a case of the page's engine is: a page, what is marked on it, and what happens to it then. The same in both browsers. */
import { expect } from "playwright/test";

/** A page that is open in one of the browsers, as a reader and the page itself can handle it. */
export interface EnginePage {
  /** Evaluates an expression in the page's own world; its value must be JSON. */
  run<T>(expression: string): Promise<T>;
  /** Clicks the middle of an element as a hand does. */
  click(selector: string): Promise<void>;
  /** Turns the wheel over the page, by so many CSS pixels. */
  wheel(px: number): Promise<void>;
  /** Moves the pointer to a point of the window, in CSS pixels. */
  move(x: number, y: number): Promise<void>;
  pressEscape(): Promise<void>;
  /** Rests on the first mark with this text until its card shows. @returns the card's text */
  hover(name: string): Promise<string>;
  /** The text of the card that can be seen; null without one. */
  cardText(): Promise<string | null>;
  /** Shows the page as it is printed, or on a screen again. */
  asPrinted(printed: boolean): Promise<void>;
  /** Keeps settings, as the reader would. */
  choose(settings: object): Promise<void>;
}

export interface EngineCase {
  name: string;
  body: string;
  head?: string;
  /** Headers that the page comes with. */
  headers?: Record<string, string>;
  /** What else the site serves, by path. */
  beside?: Record<string, string>;
  /** What is marked when the page has come, in reading order. */
  marks: string[];
  next?: (page: EnginePage) => Promise<void>;
  /** The page's own complaints that its console may show; any other error fails the case. */
  complaint?: RegExp;
}

/** The names in the registry of a window, in reading order: an expression for the page. */
export const namesIn = (view: string): string => `(({ document, Range, CSS }) => {
  const live = [...(CSS.highlights.get("qiju") ?? [])].map((s) => { const r = document.createRange(); r.setStart(s.startContainer, s.startOffset); r.setEnd(s.endContainer, s.endOffset); return r; });
  return live.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b)).map(String);
})(${view})`;

/** Waits until these names are marked, in this order, and no others. */
export async function marks(page: EnginePage, names: string[]): Promise<void> {
  await expect.poll(() => page.run(namesIn("window"))).toEqual(names);
}

/** Waits until these names are marked in the page's only frame. */
export async function marksInFrame(page: EnginePage, names: string[]): Promise<void> {
  await expect.poll(() => page.run(namesIn(`document.querySelector("iframe").contentWindow`))).toEqual(names);
}

/** How an element's marks are drawn: `underline`, or `none`. */
export function line(page: EnginePage, selector: string): Promise<string> {
  return page.run(
    `getComputedStyle(document.querySelector(${JSON.stringify(selector)}), "::highlight(qiju)").textDecorationLine`,
  );
}

/** Does a case on its page, which has been opened. */
export async function follow(page: EnginePage, { marks: names, next }: EngineCase): Promise<void> {
  await marks(page, names);
  await next?.(page);
}
