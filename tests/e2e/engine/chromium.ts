/** One Chromium for all cases of the engine: each has a page of its own. */
import type { BrowserContext, Page } from "playwright/test";
import { test as base, ContentWorld, expect, hoverName, launch, serve, serviceWorker } from "../chromium.ts";
import { pageOf } from "../pages.ts";
import { type EngineCase, type EnginePage, follow } from "./case.ts";

interface Browser {
  context: BrowserContext;
  id: string;
}

const test = base.extend<{ check: (what: EngineCase) => Promise<void> }, { browserWithUs: Browser }>({
  browserWithUs: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's shape
    async ({}, use) => {
      const { context, close } = await launch();
      const worker = await serviceWorker(context);
      await use({ context, id: new URL(worker.url()).host });
      await close();
    },
    { scope: "worker" },
  ],
  check: async ({ browserWithUs }, use) => {
    let opened: Page | undefined;
    await use(async (what) => {
      const page = await browserWithUs.context.newPage();
      opened = page;
      await check(browserWithUs, page, what);
    });
    await opened?.close();
  },
});

let counter = 0;

async function check({ context, id }: Browser, page: Page, what: EngineCase): Promise<void> {
  const url = `https://www.163.com/engine/${counter++}.html`;
  await serve(context, url, pageOf(what.body, what.head), what.headers);
  for (const [path, html] of Object.entries(what.beside ?? {})) await serve(context, new URL(path, url).href, html);
  const errors = errorsOf(page);
  await page.goto(url);
  await follow(inChromium(page, await ContentWorld.of(page, id)), what);
  expect(errors.filter((error) => !what.complaint?.test(error))).toEqual([]);
}

/** What goes wrong in a page, its content scripts included, from now on. */
export function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  return errors;
}

/** A page, as the cases handle it. */
export function inChromium(page: Page, world: ContentWorld): EnginePage {
  return {
    run: (expression) => page.evaluate(expression),
    click: (selector) => page.click(selector),
    wheel: (px) => page.mouse.wheel(0, px),
    move: (x, y) => page.mouse.move(x, y),
    pressEscape: () => page.keyboard.press("Escape"),
    hover: (name) => hoverName(page, world, name),
    cardText: () => world.cardText(),
    asPrinted: (printed) => page.emulateMedia({ media: printed ? "print" : "screen" }),
    choose: async (settings) => {
      const worker = await serviceWorker(page.context());
      await worker.evaluate(`chrome.storage.sync.set({ settings: ${JSON.stringify(settings)} })`);
    },
  };
}

/** Makes a test of each case. */
export function testInChromium(cases: readonly EngineCase[]): void {
  for (const one of cases) test(one.name, ({ check }) => check(one));
}
