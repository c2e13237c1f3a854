/** What outlives a page, and what a page outlives: the browser's cache of pages, and the extension's own end. */
import type { BrowserContext, Page } from "playwright/test";
import { ContentWorld, clickToolbar, expect, hoverName, launch, serve, serviceWorker, test } from "../chromium.ts";
import { pageOf } from "../pages.ts";

const URL_HERE = "https://www.163.com/lifetimes/here.html";
const URL_NEXT = "https://www.163.com/lifetimes/next.html";

/** How many are marked, as the page sees it. */
const size = (page: Page): Promise<number> => page.evaluate(() => CSS.highlights.get("qiju")?.size ?? 0);

/** Gathers what the page's console says is wrong. */
function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  return errors;
}

async function open(context: BrowserContext): Promise<Page> {
  await serve(context, URL_HERE, pageOf("<p>抖音</p>"));
  const page = await context.newPage();
  await page.goto(URL_HERE);
  await expect.poll(() => size(page)).toBe(1);
  return page;
}

/** Switches the extension on or off on the browser's own page. */
async function setEnabled(context: BrowserContext, id: string, on: boolean): Promise<void> {
  const control = await context.newPage();
  await control.goto("chrome://extensions");
  await control.evaluate(`new Promise((done) => chrome.management.setEnabled("${id}", ${on}, done))`);
  await control.close();
}

test("a page that comes back from the browser's cache is marked as it left, followed, and answers", async () => {
  const { context, close } = await launch({ pageCache: true });
  const id = new URL((await serviceWorker(context)).url()).host;
  await serve(context, URL_NEXT, pageOf("<p>下一页</p>"));
  const page = await open(context);
  await page.evaluate(() => {
    addEventListener("pagehide", () => document.querySelector("p")?.append("和淘宝"));
    addEventListener("pageshow", ({ persisted }) => Object.assign(window, { persisted }));
  });
  await page.goto(URL_NEXT);
  // Playwright waits for a load, which never comes: the page is taken as it comes back.
  const cdp = await context.newCDPSession(page);
  const run = async <T>(expression: string): Promise<T> =>
    (await cdp.send("Runtime.evaluate", { expression, returnByValue: true })).result.value;
  await run("history.back()");
  // Of a page that was loaded anew nothing would be known.
  await expect.poll(() => run("window.persisted")).toBe(true);
  const world = await ContentWorld.of(page, id);
  await expect.poll(() => world.marked()).toEqual(["抖音", "淘宝"]);
  await run(`document.querySelector("p").replaceChildren("京东")`);
  await expect.poll(() => world.marked()).toEqual(["京东"]);
  expect(await hoverName(page, world, "京东")).toContain("京东");
  await close();
});

test("after the extension is switched off the old script is silent, and its marks are gone", async ({
  context,
  extensionId,
}) => {
  const page = await open(context);
  const errors = errorsOf(page);
  await setEnabled(context, extensionId, false);
  await page.bringToFront();
  await page.mouse.move(80, 30);
  await page.evaluate(() => document.body.append("淘宝"));
  await expect.poll(() => size(page), { timeout: 15_000 }).toBe(0);
  expect(errors).toEqual([]);
});

test("a second copy of the script after an update takes over: marks of one, one card, no error", async ({
  context,
  extensionId,
}) => {
  const page = await open(context);
  const errors = errorsOf(page);
  await setEnabled(context, extensionId, false);
  await setEnabled(context, extensionId, true);
  const popup = await clickToolbar(context, page, extensionId);
  await expect.poll(() => popup.text()).toContain("was not read yet");
  await popup.click({ text: "Read this page" });
  await expect.poll(() => popup.text()).toMatch(/Douyin\s*1×/);
  await expect.poll(() => size(page), { timeout: 15_000 }).toBe(1);
  await page.evaluate(() => document.querySelector("p")?.append("和淘宝"));
  await expect.poll(() => size(page)).toBe(2);
  const world = await ContentWorld.of(page, extensionId);
  expect(await hoverName(page, world, "淘宝")).toContain("淘宝");
  expect(await page.locator("qiju-card").count()).toBe(1);
  expect(errors).toEqual([]);
});
