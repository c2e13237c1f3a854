import { chooseLanguage, expect, launch, test, welcomePage } from "../chromium.ts";
import { stopWorkers } from "../workers.ts";

test("greets a reader once, at install, and not when the background starts again", async () => {
  const { context, close } = await launch({ welcome: true });
  const page = await welcomePage(context);
  await expect(page.locator(".sample-name").first()).toBeVisible();
  await stopWorkers(page);
  // Its names are asked of the background, which starts for that.
  await page.reload();
  await expect(page.locator(".sample-name").first()).toBeVisible();
  expect(context.pages().filter((p) => p.url().endsWith("welcome.html"))).toHaveLength(1);
  await close();
});

test("an update greets nobody", async ({ context, worker }) => {
  await worker.evaluate(`chrome.runtime.onInstalled.dispatch({ reason: "update", previousVersion: "0.0.1" })`);
  // The menu is made anew; then all that an update does is done.
  const menu = "chrome.contextMenus.update('look-up', {}).then(() => true, () => false)";
  await expect.poll(() => worker.evaluate(menu)).toBe(true);
  expect(context.pages().filter((p) => p.url().endsWith("welcome.html"))).toEqual([]);
});

test("the sample answers the pointer as a page does, and leaves look-alikes alone", async ({
  context,
  extensionId,
  worker,
}) => {
  await chooseLanguage(worker, "zh");
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/welcome.html`);
  const names = page.locator(".sample-name");
  await expect(names).toHaveText(["抖音", "淘宝", "1688", "拼多多", "拼小圈"]);
  await expect(page.locator(".sample-text")).toContainText("南京东路上刚出炉的可颂");
  await names.nth(1).hover();
  const card = page.locator("#sample-card .card");
  await expect(card).toContainText("淘宝");
  await expect(card.locator(".claim").first()).toBeVisible();
  // The pointer may go into the card; away from both, it goes.
  await card.locator(".card-name").hover();
  await expect(card).toBeVisible();
  await page.mouse.move(5, 5);
  await expect(card).toHaveCount(0);
});

test("the sample answers the keyboard alone, in each language", async ({ context, extensionId, worker }) => {
  await chooseLanguage(worker, "en");
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/welcome.html`);
  await expect(page.locator(".sample-name")).toHaveText(["Douyin", "Taobao", "Pinduoduo", "Xiaohongshu"]);
  await page.keyboard.press("Tab");
  const card = page.locator("#sample-card .card");
  await expect(card.getByRole("heading", { name: "Douyin" })).toBeVisible();
  await expect(page.locator(".sample-name").first()).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);
  await page.keyboard.press("Tab");
  await expect(card.getByRole("heading", { name: "Taobao" })).toBeVisible();
  await chooseLanguage(worker, "zhHant");
  await expect(page.locator(".sample-name").first()).toHaveText("抖音");
  await expect(page.getByRole("heading", { name: "它讀哪些網頁" })).toBeVisible();
});
