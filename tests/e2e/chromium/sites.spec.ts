import type { BrowserContext, Page, Worker } from "playwright/test";
import { ContentWorld, chooseLanguage, clickToolbar, expect, serve, test } from "../chromium.ts";
import { pageOf } from "../pages.ts";
import type { PanelSession } from "../session.ts";

const LISTED = "https://www.163.com/dy/article/1.html";
const OTHER = "https://www.example.org/a.html";
const html = pageOf("<p>逛小红书的人也逛淘宝，淘宝在卖。</p>");

async function open(context: BrowserContext, url: string): Promise<Page> {
  await serve(context, url, html);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/**
 * Answers the browser's question beforehand, on its own page of extensions: the question itself is
 * drawn by the browser, and no test can click it. What Qiju asks is unchanged.
 */
async function allowBeforehand(context: BrowserContext, extensionId: string, origin: string): Promise<void> {
  const page = await context.newPage();
  await page.goto("chrome://extensions");
  await page.evaluate(`chrome.developerPrivate.addHostPermission("${extensionId}", "${origin}")`);
  await page.close();
}

/** Has the reader allow a page's site for good, in the popup. */
async function grant(context: BrowserContext, page: Page, extensionId: string): Promise<PanelSession> {
  await allowBeforehand(context, extensionId, `${new URL(page.url()).origin}/*`);
  const popup = await clickToolbar(context, page, extensionId);
  await popup.click({ text: "Always read this site" });
  return popup;
}

/** Whether the content script runs in the page, by what the worker can see. */
function answers(worker: Worker): Promise<boolean> {
  return worker.evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return chrome.tabs.sendMessage(tab.id, { id: 1, type: "report", timestamp: Date.now() }, { frameId: 0 }).then(() => true, () => false);
  })()`) as Promise<boolean>;
}

test.beforeEach(async ({ worker }) => chooseLanguage(worker, "en"));

test("on a host that is neither listed nor granted nothing runs", async ({ context, extensionId, worker }) => {
  const page = await open(context, OTHER);
  await page.bringToFront();
  expect(await answers(worker)).toBe(false);
  await expect(ContentWorld.of(page, extensionId)).rejects.toThrow("no content script runs in this page");
  expect(await worker.evaluate("chrome.scripting.getRegisteredContentScripts()")).toEqual([]);
  // Nor does the page's address reach the extension before the reader clicks.
  expect(await worker.evaluate("chrome.tabs.query({ active: true }).then((tabs) => tabs.map((t) => t.url))")).toEqual([
    undefined,
  ]);
});

test("the popup says who is named here, leads to them in the panel, and turns the site off and on", async ({
  context,
  extensionId,
  worker,
}) => {
  const page = await open(context, LISTED);
  let popup = await clickToolbar(context, page, extensionId);
  await expect.poll(() => popup.text()).toContain("www.163.com: read by itself");
  await expect.poll(() => popup.text()).toMatch(/Taobao\s*2×\s*Xiaohongshu\s*1×/);

  const world = await ContentWorld.of(page, extensionId);
  const sitesOff = (): Promise<unknown> =>
    worker.evaluate("chrome.storage.sync.get('sitesOff0').then((s) => s.sitesOff0)");
  await popup.click("#site");
  await expect.poll(() => popup.text()).toContain("www.163.com: turned off");
  expect(await sitesOff()).toEqual(["163.com"]);
  await expect.poll(() => world.marked()).toEqual([]);
  await popup.click("#site");
  await expect.poll(() => popup.text()).toContain("www.163.com: read by itself");
  expect(await sitesOff()).toEqual([]);
  await expect.poll(() => world.marked()).toEqual(["小红书", "淘宝"]);

  // What cannot be kept is said, and nothing has changed.
  await popup.run(
    `(() => { chrome.storage.sync.set = () => Promise.reject(new Error("QUOTA_BYTES quota exceeded")); })()`,
  );
  await popup.click("#site");
  await expect.poll(() => popup.text()).toContain("This could not be saved");
  expect(await popup.run(`document.querySelector("#site").checked`)).toBe(true);
  expect(await sitesOff()).toEqual([]);

  await expect.poll(() => popup.text()).toContain("Xiaohongshu");
  await popup.click({ text: "Xiaohongshu" });
  const panels = "chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] }).then((c) => c.length)";
  await expect.poll(() => worker.evaluate(panels)).toBe(1);
  expect(await worker.evaluate("chrome.storage.session.get('panelRequest')")).toMatchObject({
    panelRequest: { entity: "xiaohongshu" },
  });
  popup = await clickToolbar(context, page, extensionId);
  // A press on a popup that is not drawn yet is lost.
  await expect.poll(() => popup.text()).toContain("Xiaohongshu");
  const [options] = await Promise.all([context.waitForEvent("page"), popup.click({ text: "Settings" })]);
  await expect(options).toHaveURL(/options\.html$/);
});

test("one page is read once without a permission that is kept", async ({ context, extensionId, worker }) => {
  const page = await open(context, OTHER);
  const popup = await clickToolbar(context, page, extensionId);
  await expect.poll(() => popup.text()).toContain("www.example.org: not read");
  await popup.click({ text: "Read this page" });
  await expect.poll(() => popup.text()).toContain("only this page was read");
  await expect.poll(() => popup.text()).toMatch(/Taobao\s*2×/);
  const world = await ContentWorld.of(page, extensionId);
  await expect.poll(() => world.marked()).toEqual(["小红书", "淘宝"]);
  // Its style came along: the mark is underlined.
  expect(await page.evaluate(() => getComputedStyle(document.body, "::highlight(qiju)").textDecorationLine)).toBe(
    "underline",
  );
  const { origins = [] } = await worker.evaluate<{ origins?: string[] }>("chrome.permissions.getAll()");
  expect(origins.filter((o) => o.includes("example.org"))).toEqual([]);
  expect(await worker.evaluate("chrome.scripting.getRegisteredContentScripts()")).toEqual([]);
  await page.reload();
  await expect.poll(() => answers(worker)).toBe(false);
});

test("a site is granted by one click for its host alone, read at once and always, and given back", async ({
  context,
  extensionId,
  worker,
}) => {
  const page = await open(context, OTHER);
  let popup = await grant(context, page, extensionId);
  await expect.poll(() => popup.text()).toContain("www.example.org: you allowed it");
  await expect.poll(() => popup.text()).toMatch(/Taobao\s*2×/);
  const world = await ContentWorld.of(page, extensionId);
  await expect.poll(() => world.marked()).toEqual(["小红书", "淘宝"]);
  const registered = (): Promise<{ matches: string[]; allFrames: boolean }[]> =>
    worker.evaluate("chrome.scripting.getRegisteredContentScripts()");
  await expect
    .poll(registered)
    .toMatchObject([
      { id: "granted", matches: ["https://www.example.org/*"], allFrames: true, persistAcrossSessions: true },
    ]);

  // Read again by itself, here and in a page opened later; not on another host.
  const later = await open(context, "https://www.example.org/b.html");
  const laterWorld = await ContentWorld.of(later, extensionId);
  await expect.poll(() => laterWorld.marked()).toEqual(["小红书", "淘宝"]);
  const elsewhere = await open(context, "https://sub.www.example.org/");
  await elsewhere.bringToFront();
  expect(await answers(worker)).toBe(false);

  popup = await clickToolbar(context, later, extensionId);
  // The names come last, and move what stands below them.
  await expect.poll(() => popup.text()).toMatch(/Taobao\s*2×/);
  await popup.click({ text: "Stop reading this site" });
  await expect.poll(registered).toEqual([]);
  await later.reload();
  await expect.poll(() => answers(worker)).toBe(false);
});

test("what the browser refuses is said in the popup, and nothing has changed", async ({ context, extensionId }) => {
  const page = await open(context, OTHER);
  const said = "That did not work: the browser refused.";
  /** From now on the browser refuses, each time when `refuse()` is called. */
  const refuseAll = (popup: PanelSession): Promise<void> =>
    popup.run(`(() => {
      const refusing = () => new Promise((_, reject) => {
        globalThis.refuse = () => { globalThis.refuse = undefined; reject(new Error("refused")); };
      });
      chrome.sidePanel.open = () => Promise.reject(new Error("refused"));
      for (const [api, method] of [["permissions", "request"], ["permissions", "remove"], ["tabs", "create"], ["runtime", "openOptionsPage"]])
        chrome[api][method] = refusing;
    })()`);
  const press = async (popup: PanelSession, text: string): Promise<void> => {
    await popup.click({ text });
    await expect.poll(() => popup.run("typeof refuse"), text).toBe("function");
    // What was said of the click before is gone.
    await expect.poll(() => popup.text(), text).not.toContain(said);
    await popup.run("refuse()");
    await expect.poll(() => popup.text(), text).toContain(said);
  };
  let popup = await clickToolbar(context, page, extensionId);
  await expect.poll(() => popup.text()).toContain("www.example.org: not read");
  await refuseAll(popup);
  for (const button of ["Always read this site", "Open the panel", "Settings"]) await press(popup, button);
  expect(await popup.text()).toContain("www.example.org: not read");
  await popup.run("close()").catch(() => {});

  popup = await grant(context, page, extensionId);
  await expect.poll(() => popup.text()).toMatch(/Taobao\s*2×/);
  await refuseAll(popup);
  for (const button of ["Taobao", "Stop reading this site"]) await press(popup, button);
  expect(await popup.text()).toContain("www.example.org: you allowed it");
});

test("granted sites are listed in the settings, and revoked and brought back there", async ({
  context,
  extensionId,
  worker,
}) => {
  await grant(context, await open(context, OTHER), extensionId);
  const options = await context.newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  await expect(options.locator("#sites .entry")).toHaveText([/www\.example\.org/]);
  const told = options.locator(".told-line");
  await options.evaluate(`(() => {
    const { remove } = chrome.permissions;
    globalThis.allowRemoval = () => { chrome.permissions.remove = remove; };
    chrome.permissions.remove = () => Promise.reject(new Error("refused"));
  })()`);
  await options.getByRole("button", { name: "Stop reading www.example.org" }).click();
  await expect(told).toContainText("The browser did not keep this change.");
  await expect(options.locator("#sites .entry")).toHaveCount(1);
  await options.evaluate("allowRemoval()");
  await options.getByRole("button", { name: "Stop reading www.example.org" }).click();
  await expect(options.locator("#sites .entry")).toHaveCount(0);
  await expect.poll(() => worker.evaluate("chrome.scripting.getRegisteredContentScripts()")).toEqual([]);
  await options.getByRole("button", { name: "Undo" }).click();
  await expect(options.locator("#sites .entry")).toHaveText([/www\.example\.org/]);
  await expect
    .poll(() => worker.evaluate("chrome.scripting.getRegisteredContentScripts().then((s) => s.length)"))
    .toBe(1);
});

test("the popup knows the pages that browsers keep for themselves", async ({ context, extensionId }) => {
  const page = await context.newPage();
  await page.goto("chrome://version");
  const popup = await clickToolbar(context, page, extensionId);
  await expect.poll(() => popup.text()).toContain("A page that browsers keep for themselves");
  expect(await popup.run("document.querySelectorAll('.popup-asks button, #site').length")).toBe(0);
});

test("the badge says how many platforms the page names, and a count from elsewhere is refused", async ({
  context,
  worker,
}) => {
  const page = await open(context, LISTED);
  await page.bringToFront();
  // As the page's own script says it; that nobody else may is asked of the same handler.
  const say = (data: unknown, from: string): Promise<unknown> =>
    worker.evaluate(`(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const sender = { id: ${JSON.stringify(from)}.replace("own", chrome.runtime.id), tab, frameId: 0 };
      return new Promise((done) => chrome.runtime.onMessage.dispatch({ id: 1, type: "named", data: ${JSON.stringify(data)}, timestamp: 1 }, sender, done));
    })()`);
  const badge = (): Promise<unknown> =>
    worker.evaluate(`(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      return chrome.action.getBadgeText({ tabId: tab.id });
    })()`);
  // What the page's own script says first: 小红书 and 淘宝.
  await expect.poll(badge).toBe("2");
  await say(7, "own");
  await expect.poll(badge).toBe("7");
  expect(await say(9, "somebody")).toMatchObject({ err: { message: expect.stringContaining("refused") } });
  expect(await say("<b>", "own")).toHaveProperty("err");
  expect(await badge()).toBe("7");
  await say(200, "own");
  await expect.poll(badge).toBe("99+");
  await say(0, "own");
  await expect.poll(badge).toBe("");
});
