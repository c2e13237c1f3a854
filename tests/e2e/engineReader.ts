/** Chromium for the engine's cases: one browser for all, and a page of its own for each. */
import type { BrowserContext, Page } from "playwright/test";
import { test as base, ContentWorld, expect, launch, serve, serviceWorker } from "./chromium.ts";
import { pageOf } from "./pages.ts";

export interface Reader {
  page: Page;
  world: ContentWorld;
  /** Waits until these names are marked, in this order, and no others. */
  marks: (names: readonly string[]) => Promise<void>;
}

interface Browser {
  context: BrowserContext;
  id: string;
}

let counter = 0;

export const test = base.extend<{ read: (body: string, head?: string) => Promise<Reader> }, { browserWithUs: Browser }>(
  {
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
    read: async ({ browserWithUs: { context, id } }, use) => {
      const pages: Page[] = [];
      await use(async (body, head = "") => {
        const url = `https://www.163.com/engine/${counter++}.html`;
        await serve(context, url, pageOf(body, head));
        const page = await context.newPage();
        pages.push(page);
        await page.goto(url);
        const world = await ContentWorld.of(page, id);
        const marks = (names: readonly string[]): Promise<void> => expect.poll(() => world.marked()).toEqual(names);
        return { page, world, marks };
      });
      for (const page of pages) await page.close();
    },
  },
);
