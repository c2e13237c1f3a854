import type { BrowserContext, Page, Worker } from "playwright/test";
import lifeServices from "../../../data/curated/platforms/douyin-life-services.json" with { type: "json" };
import xiaohongshu from "../../../data/curated/platforms/xiaohongshu.json" with { type: "json" };
import { chooseLanguage, expect, serve, test } from "../chromium.ts";
import { pageOf } from "../pages.ts";

const URL_163 = "https://www.163.com/dy/article/1.html";

/**
 * A click in the menu as the browser tells of it. The menu itself is drawn by the browser, where no
 * test reaches; without the reader's own click the browser opens no side panel, so the panel's page comes in a tab.
 */
async function clickMenu(context: BrowserContext, worker: Worker, selectionText: string): Promise<Page> {
  const [panel] = await Promise.all([
    context.waitForEvent("page", (p) => /sidepanel\.html(#|$)/.test(p.url())),
    worker.evaluate(`(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      chrome.contextMenus.onClicked.dispatch({ menuItemId: "look-up", selectionText: ${JSON.stringify(selectionText)} }, tab);
    })()`),
  ]);
  return panel;
}

interface Suggested {
  first: string;
  others: { content: string; description: string }[];
}

/** What the address bar is told to show for what is typed. Its list is drawn by the browser: it is caught on its way. */
function suggested(worker: Worker, typed: string): Promise<Suggested> {
  return worker.evaluate(`new Promise((done) => {
    let first = "";
    // Browsers take a while to read it.
    chrome.omnibox.setDefaultSuggestion = ({ description }) =>
      new Promise((read) => setTimeout(read, 50)).then(() => { first = description; });
    chrome.omnibox.onInputChanged.dispatch(${JSON.stringify(typed)}, (others) => done({ first, others }));
  })`);
}

test.beforeEach(async ({ context, worker }) => {
  await chooseLanguage(worker, "en");
  await serve(context, URL_163, pageOf("<p>看看</p>"));
  await (await context.newPage()).goto(URL_163);
});

test("a selection that names one platform leads to it", async ({ context, worker }) => {
  const panel = await clickMenu(context, worker, " 1688 ");
  await expect(panel.locator(".column-name").first()).toHaveText(/1688/);
  await expect(panel.locator(".lookup")).toHaveCount(0);
});

test("a selection that names several asks which", async ({ context, worker }) => {
  const panel = await clickMenu(context, worker, "小红书和闲鱼都在抢年轻人");
  const asked = panel.getByRole("complementary", { name: "What you looked up" });
  await expect(asked).toContainText("“小红书和闲鱼都在抢年轻人” names these. Which one do you want?");
  await expect(asked.locator(".lookup-choice strong")).toHaveText(["Xiaohongshu", "Xianyu"]);
  await asked.getByRole("button", { name: /^Xiaohongshu/ }).click();
  await expect(panel.locator(".column-name").first()).toHaveText("Xiaohongshu");
  await expect(asked).toHaveCount(0);
});

test("a selection that names nobody says so and offers a search by name, alias or initials", async ({
  context,
  worker,
}) => {
  const panel = await clickMenu(context, worker, "<b>南京东路</b>");
  const asked = panel.getByRole("complementary", { name: "What you looked up" });
  await expect(asked).toContainText("“<b>南京东路</b>” names no platform that Qiju knows.");
  const search = asked.getByRole("searchbox");
  await search.fill("zzz");
  await expect(asked).toContainText("No platform of that name");
  await search.fill("xhs");
  await asked.getByRole("button", { name: /^Xiaohongshu/ }).click();
  await expect(panel.locator(".column-name").first()).toHaveText("Xiaohongshu");
});

test("the reader's own names are known to the menu too", async ({ context, worker }) => {
  await worker.evaluate(`chrome.storage.sync.set({ ownNames0: [{ text: "小破站", entity: "xiaohongshu" }] })`);
  const panel = await clickMenu(context, worker, "小破站");
  await expect(panel.locator(".column-name").first()).toHaveText("Xiaohongshu");
});

test("the keyword in the address bar suggests by name, alias and initials, and leads to the panel", async ({
  context,
  worker,
}) => {
  const xhs = await suggested(worker, "xhs");
  expect(xhs.first).toMatch(/^Xiaohongshu.*: /);
  // Without any other line Chrome would go on showing what fitted the key before.
  expect(xhs.others).toEqual([{ content: "xhs", description: xhs.first }]);
  expect((await suggested(worker, "zhifubao zzz")).first).toBe(
    "No platform of that name; press Enter to search in Qiju",
  );
  const dou = await suggested(worker, "dou");
  expect(dou.first).toMatch(/^Douyin/);
  expect(dou.others.length).toBeGreaterThan(1);
  expect(dou.others.length).toBeLessThan(6);
  // Read as XML by the browser: no bare sign may be in it.
  for (const line of [dou.first, ...dou.others.map((o) => o.description)]) expect(line).not.toMatch(/[<>"']|&(?!#)/);

  const page = context.pages().find((p) => p.url() === URL_163);
  if (!page) throw new Error("no page");
  await page.bringToFront();
  await worker.evaluate(`chrome.omnibox.onInputEntered.dispatch("xhs", "currentTab")`);
  await expect.poll(() => page.url()).toMatch(/sidepanel\.html(#|$)/);
  await expect(page.locator(".column-name").first()).toHaveText("Xiaohongshu");
  const [opened] = await Promise.all([
    context.waitForEvent("page"),
    worker.evaluate(`chrome.omnibox.onInputEntered.dispatch("没有这个", "newForegroundTab")`),
  ]);
  await expect(opened.locator(".lookup")).toContainText("“没有这个” names no platform");
});

test("the address bar says who a platform is by now, and with the documents alone what they say", async ({
  worker,
}) => {
  const shown = async (typed: string): Promise<string> => {
    const { first, others } = await suggested(worker, typed);
    return [first, ...others.map((o) => o.description)].join("\n");
  };
  expect(await shown("xhs")).toContain(xiaohongshu.now.headline.en);
  expect(await shown("dou")).toContain(lifeServices.now.headline.en);
  await worker.evaluate(`chrome.storage.sync.set({ settings: { language: "en", documentsOnly: true } })`);
  expect(await shown("xhs")).toContain(xiaohongshu.headline.en);
  expect(await shown("dou")).toContain(lifeServices.headline.en);
});

test("the menu's title follows the reader's language", async ({ worker }) => {
  // Browsers do not tell a menu's title; what they are told is caught on its way.
  await worker.evaluate(`(() => {
    const create = chrome.contextMenus.create.bind(chrome.contextMenus);
    globalThis.titles = [];
    chrome.contextMenus.create = (menu, done) => { globalThis.titles.push(menu.title); return create(menu, done); };
  })()`);
  for (const [language, title] of [
    ["zhHant", "在棋局中查“%s”"],
    ["en", "Look up “%s” in Qiju"],
  ] as const) {
    await chooseLanguage(worker, language);
    await expect.poll(() => worker.evaluate("globalThis.titles.at(-1)")).toBe(title);
  }
});

test("what an update brought is one line in the panel, until it is put away", async ({
  context,
  extensionId,
  worker,
}) => {
  await worker.evaluate(`chrome.storage.local.set({ whatsNew: "0.2.0" })`);
  const panel = await context.newPage();
  await panel.goto(`chrome-extension://${extensionId}/sidepanel.html`);
  const news = panel.getByRole("complementary", { name: "What’s new" });
  await expect(news).toContainText("New: a settings page");
  await news.getByRole("button", { name: "Close" }).click();
  await expect(news).toHaveCount(0);
  await panel.reload();
  await expect(panel.locator(".column-name").first()).toBeVisible();
  await expect(news).toHaveCount(0);
});
