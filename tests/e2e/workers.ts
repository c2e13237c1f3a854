import type { Page } from "playwright/test";

/** Stops the background, as the browser does when it has been idle: the next message wakes it. */
export async function stopWorkers(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("ServiceWorker.enable");
  await cdp.send("ServiceWorker.stopAllWorkers");
}
