import { ContentWorld, reported, serve } from "../chromium.ts";
import { pageOf } from "../pages.ts";
import { ARTICLE, expect, test } from "../sidepanel.ts";

test("lists what the page names, in reading order or by count", async ({ side, context }) => {
  await side.getByRole("link", { name: "本页" }).click();
  const names = side.locator(".page-list .page-name");
  await expect(names.first()).toHaveText("抖音");
  const counts = await reported(context);
  await expect(names).toHaveCount(counts.size);
  await expect(side.getByRole("heading", { name: `提到${counts.size}个平台` })).toBeVisible();
  const shown = async (): Promise<number[]> =>
    (await side.locator(".page-list .page-count").allTextContents()).map((text) => Number.parseInt(text, 10));
  expect(await shown()).toEqual([...counts.values()]);

  await side.getByRole("button", { name: "按次数" }).click();
  expect(await shown()).toEqual([...counts.values()].sort((a, b) => b - a));
});

test("a click jumps to the mention and lights it, again to the next", async ({ side, article, extensionId }) => {
  await side.getByRole("link", { name: "本页" }).click();
  const world = await ContentWorld.of(article, extensionId);
  /** The text that is lit, and how far down the window and the page it stands. */
  const lit = (): Promise<{ text: string; top: number; down: number } | null> =>
    world.run(`(() => {
      const range = [...(CSS.highlights.get("qiju-flash") ?? [])][0];
      if (!range) return null;
      const { top } = range.getBoundingClientRect();
      return { text: String(range), top, down: Math.round(top + scrollY) };
    })()`);
  const button = side.locator(".page-entity", { hasText: "慧聪网" });
  await button.click();
  await expect(side.getByRole("status").filter({ hasText: "已跳到慧聪网" })).toBeVisible();
  await expect.poll(async () => (await lit())?.text).toBe("慧聪网");
  const first = await lit();
  await button.click();
  await expect.poll(async () => (await lit())?.down).toBeGreaterThan(first?.down ?? 0);
  // What is lit is in the window once the scrolling has ended.
  await expect
    .poll(() =>
      world.run<boolean>(
        `(() => { const { top } = [...CSS.highlights.get("qiju-flash")][0].getBoundingClientRect(); return top > 0 && top < innerHeight; })()`,
      ),
    )
    .toBe(true);
  // And goes out by itself.
  await expect.poll(lit).toBeNull();
});

test("follows tabs, navigation, and what is read later", async ({ side, article, context }) => {
  await side.getByRole("link", { name: "本页" }).click();
  const names = side.locator(".page-list .page-name");
  await expect(names.first()).toHaveText("抖音");

  await serve(context, "https://www.sohu.com/b.html", pageOf("<p>拼多多和淘特</p>"));
  const other = await context.newPage();
  await other.goto("https://www.sohu.com/b.html");
  await expect(names).toHaveText(["拼多多", "淘特"]);

  await serve(context, "https://www.sohu.com/c.html", pageOf("<p>盒马</p>"));
  await other.goto("https://www.sohu.com/c.html");
  await expect(names).toHaveText(["盒马"]);

  await other.evaluate(() => {
    document.body.insertAdjacentHTML("afterbegin", "<p>淘宝的商家</p>");
  });
  await expect(names).toHaveText(["淘宝", "盒马"]);

  await article.bringToFront();
  await expect(names.first()).toHaveText("抖音");
});

test("follows to another tab also where the page that was left has news meanwhile", async ({
  side,
  article,
  context,
}) => {
  await side.getByRole("link", { name: "本页" }).click();
  const names = side.locator(".page-list .page-name");
  await expect(names.first()).toHaveText("抖音");
  // The browser's answer, which tab is in front, is long in coming: until the page that was left has told its end.
  await side.evaluate(`(() => {
    const { query } = chrome.tabs;
    window.asked = 0;
    const answers = new Promise((done) => { window.answer = done; });
    chrome.tabs.query = (...args) => { window.asked += 1; return answers.then(() => query.apply(chrome.tabs, args)); };
  })()`);
  await serve(context, "https://www.sohu.com/d.html", pageOf("<p>盒马</p>"));
  const other = await context.newPage();
  await expect.poll(() => side.evaluate("window.asked")).toBe(1);
  await article.reload();
  // The panel gathers for 150 ms before it looks at a page that it lost: a later timer of its own comes after that.
  await side.evaluate("new Promise((done) => setTimeout(done, 250))");
  await side.evaluate("window.answer()");
  await other.goto("https://www.sohu.com/d.html");
  await expect(names).toHaveText(["盒马"]);
});

test("says where one is: a platform's own site", async ({ side, context }) => {
  await side.getByRole("link", { name: "本页" }).click();
  await serve(context, "https://www.1688.com/", pageOf("<p>1688与淘宝</p>"));
  const shop = await context.newPage();
  await shop.goto("https://www.1688.com/");
  await expect(side.locator(".page-where")).toHaveText(/www\.1688\.com · 这是 1688/);
  await side.locator(".page-where").getByRole("link", { name: "1688" }).click();
  await expect(side.getByRole("heading", { level: 2, name: /^1688/ })).toBeVisible();
});

test("says when a page is not read, and the one click changes it", async ({ side, context, worker }) => {
  await side.getByRole("link", { name: "本页" }).click();
  await expect(side.locator(".page-name").first()).toBeVisible();

  // A page of the browser's own.
  const blank = await context.newPage();
  await blank.goto("chrome://version/");
  await expect(side.locator(".unread")).toContainText(/棋局没有读这一页|浏览器自己的页面/);
  await blank.close();

  // A site that was turned off.
  await worker.evaluate(`chrome.storage.sync.set({ settings: { language: "zh", sitesOff: ["163.com"] } })`);
  await expect(side.locator(".unread")).toContainText("你让棋局不读");
  await side.getByRole("button", { name: "重新读这个网站" }).click();
  await expect(side.locator(".page-name").first()).toHaveText("抖音");
  const kept = await worker.evaluate("chrome.storage.sync.get(null).then((all) => JSON.stringify(all))");
  expect(kept).not.toContain("163.com");
});

test("offers terms, lists them and jumps to them", async ({ side }) => {
  await side.getByRole("link", { name: "本页" }).click();
  await side.getByRole("button", { name: "也标出用语" }).click();
  const terms = side.locator(".page-list").nth(1).locator(".page-item");
  await expect(terms.first()).toBeVisible();
  await terms.first().locator(".page-entity").click();
  await expect(side.getByRole("status").filter({ hasText: "已跳到" })).toBeVisible();
  await terms.first().locator(".page-more").click();
  await expect(side.locator(".term")).toHaveCount(1);
});

test("the page goes: the panel says so, and takes up the next", async ({ side, article, context }) => {
  await side.getByRole("link", { name: "本页" }).click();
  await expect(side.locator(".page-name").first()).toHaveText("抖音");
  await article.goto("about:blank");
  await expect(side.locator(".unread")).toBeVisible();
  await serve(context, "https://www.sohu.com/c.html", pageOf("<p>盒马</p>"));
  await article.goto("https://www.sohu.com/c.html");
  await expect(side.locator(".page-name")).toHaveText(["盒马"]);
  const last = await context.newPage();
  await last.goto(ARTICLE);
  await expect(side.locator(".page-name").first()).toHaveText("抖音");
  await last.close();
  await expect(side.locator(".page-name")).toHaveText(["盒马"]);
});
