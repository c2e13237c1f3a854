/** The real side panel as a page that Playwright drives, beside a page of ours. */
import type { BrowserContext, Page } from "playwright/test";
import { test as base, ContentWorld, chooseLanguage, expect, hoverName, serve } from "./chromium.ts";
import { demoPage } from "./pages.ts";

export { expect };

export const ARTICLE = "https://www.163.com/dy/article/1.html";

/** Has Playwright list what browsers show beside pages. Read when the target appears, so it is set for that moment alone. */
const ATTACH = "PW_CHROMIUM_ATTACH_TO_OTHER";

/** A width that side panels have. */
const SIDE = { width: 400, height: 760 };

interface Fixtures {
  /** The demo article, in front. */
  article: Page;
  /** The real side panel beside it, opened by a card's button, in 简体中文. */
  side: Page;
  /** Opens an address of the panel in a tab. */
  inTab: (hash?: string) => Promise<Page>;
}

export const test = base.extend<Fixtures>({
  article: async ({ context, worker }, use) => {
    await chooseLanguage(worker, "zh");
    await serve(context, ARTICLE, demoPage("article"));
    const page = await context.newPage();
    await page.goto(ARTICLE);
    await use(page);
  },
  side: async ({ context, article, extensionId }, use) => use(await openSide(context, article, extensionId, "SHEIN")),
  inTab: async ({ context, worker, extensionId }, use) => {
    await chooseLanguage(worker, "zh");
    await use(async (hash = "") => {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/sidepanel.html${hash}`);
      return page;
    });
  },
});

/** Opens the browser's own side panel with the button of a name's card. */
export async function openSide(context: BrowserContext, page: Page, extensionId: string, name: string): Promise<Page> {
  const world = await ContentWorld.of(page, extensionId);
  await hoverName(page, world, name);
  const button = await world.inCard<{ x: number; y: number }>(
    `(() => { const b = root.querySelector("[data-act=compare]").getBoundingClientRect(); return { x: b.x + b.width / 2, y: b.y + b.height / 2 }; })()`,
  );
  if (!button) throw new Error("no button");
  const find = (): Page | undefined => context.pages().find((p) => p.url().includes("sidepanel.html"));
  process.env[ATTACH] = "1";
  try {
    await page.mouse.click(button.x, button.y);
    await expect.poll(() => find()?.url()).toBeTruthy();
  } finally {
    delete process.env[ATTACH];
  }
  const side = find();
  if (!side) throw new Error("no side panel");
  await side.setViewportSize(SIDE);
  // The card's wish has been heard: nothing comes after it.
  await expect(side.locator(".column-name").first()).toHaveText(name);
  return side;
}

/** Goes to a place in a panel that is open, as a link does. */
export async function goTo(panel: Page, hash: string): Promise<void> {
  await panel.evaluate((to) => {
    location.hash = to;
  }, hash);
}
