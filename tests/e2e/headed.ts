/**
 * Chromium with a window, on a display of its own: keys and clicks that the browser itself hears, where its
 * shortcuts, menus, questions and address bar are. Needs Xvfb and xdotool.
 */
import { execFileSync, spawn } from "node:child_process";
import { type BrowserContext, test as base, expect, type Page, type Worker } from "playwright/test";
import { findProgram } from "../setup/browsers.mjs";
import { chooseLanguage, launch, serve, serviceWorker } from "./chromium.ts";

export { expect };

const XVFB = findProgram(["Xvfb"]);
const XDOTOOL = findProgram(["xdotool"]);

/** Whether there is what these tests need. */
export const hasDisplay = XVFB !== undefined && XDOTOOL !== undefined;

/** A reader's hands: what they do reaches whatever the display shows. */
export class Hands {
  private constructor(private readonly display: string) {}

  static async at(display: string): Promise<Hands> {
    const hands = new Hands(display);
    await expect.poll(() => hands.windows().length).toBeGreaterThan(0);
    const [browser = ""] = hands.windows();
    // Without a window manager nobody else gives it the keys.
    hands.does("windowfocus", "--sync", browser);
    return hands;
  }

  /** Presses keys, one after the other, each with what is held with it: `ctrl+l`. */
  press(...keys: string[]): void {
    this.does("key", "--clearmodifiers", ...keys);
  }

  type(text: string): void {
    this.does("type", text);
  }

  /** Clicks the right button at the middle of an element. */
  async clickRight(page: Page, selector: string): Promise<void> {
    const { x, y } = await page.locator(selector).evaluate((element) => {
      const box = element.getBoundingClientRect();
      const bars = outerHeight - innerHeight;
      return { x: screenX + box.x + box.width / 2, y: screenY + bars + box.y + box.height / 2 };
    });
    this.does("mousemove", String(Math.round(x)), String(Math.round(y)), "click", "3");
  }

  /** The windows that can be seen: menus and questions are some. */
  windows(): string[] {
    try {
      return this.does("search", "--onlyvisible", "--name", "").split("\n").filter(Boolean);
    } catch {
      return []; // there is none
    }
  }

  /** Waits for one that was not there. */
  async newWindow(before: readonly string[]): Promise<void> {
    await expect.poll(() => this.windows().filter((id) => !before.includes(id))).not.toEqual([]);
  }

  private does(...args: string[]): string {
    return execFileSync(XDOTOOL ?? "", args, {
      env: { ...process.env, DISPLAY: this.display },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  }
}

interface Desk {
  context: BrowserContext;
  worker: Worker;
  hands: Hands;
}

/** One window for all tests; each has a page of its own in front, and no panel beside it. */
export const test = base.extend<Desk & { open: (url: string, html: string) => Promise<Page> }, { desk: Desk }>({
  desk: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's shape
    async ({}, use) => {
      const { display, close } = await startDisplay();
      const before = process.env.DISPLAY;
      process.env.DISPLAY = display;
      const browser = await launch({ headless: false, viewport: null }).finally(() => {
        if (before === undefined) delete process.env.DISPLAY;
        else process.env.DISPLAY = before;
      });
      const worker = await serviceWorker(browser.context);
      await chooseLanguage(worker, "en");
      await use({ context: browser.context, worker, hands: await Hands.at(display) });
      await browser.close();
      close();
    },
    { scope: "worker" },
  ],
  context: async ({ desk }, use) => use(desk.context),
  worker: async ({ desk }, use) => use(desk.worker),
  hands: async ({ desk }, use) => use(desk.hands),
  open: async ({ context, worker }, use) => {
    const pages: Page[] = [];
    await use(async (url, html) => {
      await serve(context, url, html);
      const page = await context.newPage();
      pages.push(page);
      await page.goto(url);
      await page.bringToFront();
      return page;
    });
    await worker.evaluate(
      `chrome.windows.getAll().then(([w]) => chrome.sidePanel.close({ windowId: w.id })).catch(() => {})`,
    );
    await expect.poll(() => panels(worker)).toEqual([]);
    for (const page of pages) await page.close();
  },
});

/** The addresses of the side panels that are open. */
export function panels(worker: Worker): Promise<string[]> {
  return worker.evaluate(
    "chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] }).then((all) => all.map((c) => c.documentUrl))",
  );
}

/** A display that nobody sees, under a number that is free. */
async function startDisplay(): Promise<{ display: string; close: () => void }> {
  const server = spawn(XVFB ?? "", ["-displayfd", "1", "-screen", "0", "1200x900x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const number = await new Promise<string>((resolve, reject) => {
    server.stdout.once("data", (data) => resolve(String(data).trim()));
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
  return { display: `:${number}`, close: () => server.kill() };
}
