import { chooseLanguage, expect, serve, test } from "../chromium.ts";
import { demoPage } from "../pages.ts";
import { stopWorkers } from "../workers.ts";

test("compares platforms out of the store, and takes more", async ({ context, extensionId, worker }) => {
  await chooseLanguage(worker, "zh");
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/sidepanel.html`);
  await expect(page.locator(".column-name")).toHaveText(["抖音", "阿里巴巴集团"]);
  const stored = await page.evaluate(
    () =>
      new Promise<number>((done, fail) => {
        const open = indexedDB.open("qiju");
        open.onerror = () => fail(open.error);
        open.onsuccess = () => {
          const count = open.result.transaction("claims").objectStore("claims").count();
          count.onsuccess = () => done(count.result);
        };
      }),
  );
  expect(stored).toBeGreaterThan(200);

  await page.getByRole("combobox", { name: "添加平台" }).fill("xiaohong");
  await page.keyboard.press("Enter");
  await expect(page.locator(".column-name")).toHaveText(["抖音", "阿里巴巴集团", "小红书"]);
  await page.getByRole("button", { name: "移走抖音" }).click();
  await expect(page.locator(".column-name")).toHaveText(["阿里巴巴集团", "小红书"]);
  await expect(page.locator("td .blank").first()).toHaveText("材料未提");
});

test("says what the sources are and where they err", async ({ context, extensionId, worker }) => {
  await chooseLanguage(worker, "en");
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/sidepanel.html`);
  await page.getByRole("link", { name: "Sources", exact: true }).click();
  await expect(page.locator(".source")).toHaveCount(2);
  await page.locator("summary").first().click();
  expect(await page.locator(".errors li:visible").count()).toBeGreaterThan(9);
});

test("lists who is named on the page beside it", async ({ context, extensionId, worker }) => {
  await chooseLanguage(worker, "zh");
  const url = "https://www.163.com/a.html";
  await serve(context, url, demoPage("article"));
  const article = await context.newPage();
  await article.goto(url);
  // In a tab of its own the panel's active tab is itself: it reports the article once that is in front.
  const panel = await context.newPage();
  await panel.goto(`chrome-extension://${extensionId}/sidepanel.html`);
  await panel.getByRole("link", { name: "本页" }).click();
  await expect(panel.locator(".start-board-says")).toContainText("面板自己占着这个标签页");
  await article.bringToFront();
  await expect(panel.locator(".page-name").first()).toHaveText("抖音");
  await panel.locator(".page-entity", { hasText: "慧聪网" }).click();
});

test("changes its language at once", async ({ context, extensionId }) => {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/sidepanel.html`);
  await page.getByRole("combobox", { name: "Language" }).selectOption("zhHant");
  await expect(page.getByRole("link", { name: "對照" })).toBeVisible();
  await expect(page.locator(".column-name")).toHaveText(["抖音", "阿里巴巴集團"]);
});

test("works on when the background was stopped", async ({ context, extensionId }) => {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/sidepanel.html`);
  await expect(page.locator(".column-name")).toHaveCount(2);
  await stopWorkers(page);
  await page.reload();
  await expect(page.locator(".column-name")).toHaveCount(2);
});

test("opens where it was left, and each tab where its view was left", async ({ context, extensionId, worker }) => {
  await chooseLanguage(worker, "zh");
  const page = await context.newPage();
  const bare = `chrome-extension://${extensionId}/sidepanel.html`;
  await page.goto(`${bare}#/compare?p=jd,taobao&diff=1`);
  await page.getByRole("link", { name: "平台", exact: true }).click();
  await page.locator('.entry[href="#/platform/alibaba-1688"]').click();
  await expect(page.getByRole("heading", { level: 2, name: /^1688/ })).toBeVisible();
  await page.close();
  const again = await context.newPage();
  await again.goto(bare);
  await expect(again.getByRole("heading", { level: 2, name: /^1688/ })).toBeVisible();
  expect(new URL(again.url()).hash).toBe("#/platform/alibaba-1688");
  await again.getByRole("link", { name: "出处", exact: true }).click();
  await again.getByRole("link", { name: "平台", exact: true }).click();
  await expect(again.getByRole("heading", { level: 2, name: /^1688/ })).toBeVisible();
});
