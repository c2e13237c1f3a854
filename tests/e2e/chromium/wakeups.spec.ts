/** A page that names nobody wakes no background. */
import type { BrowserContext, Page } from "playwright/test";
import { ContentWorld, expect, serve, test } from "../chromium.ts";
import { pageOf } from "../pages.ts";
import { stopWorkers } from "../workers.ts";

const URL_163 = "https://www.163.com/nobody.html";

/** Whether the extension's background runs. */
async function isAwake(context: BrowserContext, extensionId: string): Promise<boolean> {
  const cdp = await context.browser()?.newBrowserCDPSession();
  if (!cdp) throw new Error("no browser");
  const { targetInfos } = await cdp.send("Target.getTargets");
  await cdp.detach();
  return targetInfos.some((t) => t.type === "service_worker" && t.url.includes(extensionId));
}

/** Waits until what was asked for in idle time before is done, and what that asked for in its turn. */
const idle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let i = 0; i < 5; i++) await new Promise((done) => requestIdleCallback(done));
  });

test("a page that names nobody leaves the background asleep, until it names somebody", async ({
  context,
  extensionId,
}) => {
  await serve(context, URL_163, pageOf("<h1>山里的咖啡</h1><p>天气不错，没有谁的名字。</p>".repeat(20)));
  const page = await context.newPage();
  await stopWorkers(page);
  await expect.poll(() => isAwake(context, extensionId)).toBe(false);
  await page.goto(URL_163);
  const world = await ContentWorld.of(page, extensionId);
  await idle(page);
  expect(await isAwake(context, extensionId)).toBe(false);
  // What changes and names nobody wakes it no more than that.
  await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<p>又一段</p>"));
  await idle(page);
  expect(await isAwake(context, extensionId)).toBe(false);
  await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<p>上抖音看看</p>"));
  await expect.poll(() => world.marked()).toEqual(["抖音"]);
  expect(await isAwake(context, extensionId)).toBe(true);
});
