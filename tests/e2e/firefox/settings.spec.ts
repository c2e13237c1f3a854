import type { Tab } from "../bidi.ts";
import { expect, extensionPage, marked, test } from "../firefox.ts";
import { pageOf } from "../pages.ts";

const LISTED = "https://www.163.com/settings.html";
const OTHER = "https://www.example.org/settings.html";
const html = pageOf("<p>逛小红书的人也逛淘宝，淘宝在卖。</p>");

const text = (tab: Tab): Promise<string> => tab.run("document.body.innerText");

/** Clicks the middle of an element, as a reader does: some of what follows is allowed only then. */
async function click(tab: Tab, find: string): Promise<void> {
  await expect.poll(() => tab.run(`(${find}) != null`)).toBe(true);
  const { x, y } = await tab.run<{ x: number; y: number }>(`(async () => {
    const e = ${find};
    e.scrollIntoView({ block: "center", behavior: "instant" });
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const b = e.getBoundingClientRect();
    return { x: b.x + b.width / 2, y: b.y + b.height / 2 };
  })()`);
  await tab.click(x, y);
}
const button = (words: string): string =>
  `[...document.querySelectorAll("button")].find((b) => b.innerText === ${JSON.stringify(words)} || b.ariaLabel === ${JSON.stringify(words)})`;
const stored = (tab: Tab): Promise<Record<string, never>> => tab.run("browser.storage.sync.get()");

test.beforeEach(async ({ firefox }) => {
  const tab = await firefox.newTab();
  await tab.goto(extensionPage("options"), "none");
  await expect.poll(() => tab.run("document.querySelector('#file') !== null")).toBe(true);
  await tab.run(`browser.storage.sync.clear().then(() => browser.storage.sync.set({ settings: { language: "en" } }))`);
  await firefox.send("browsingContext.close", { context: tab.context });
});

test("settings are kept, exported, wiped and imported the same", async ({ firefox }) => {
  const tab = await firefox.newTab();
  await tab.goto(extensionPage("options"), "none");
  await expect.poll(() => text(tab)).toContain("Qiju settings");
  await click(tab, `document.querySelector("input[value=all]")`);
  await click(tab, `document.querySelector("#terms")`);
  await tab.run(`(async () => {
    const field = document.querySelector("#sites .field");
    field.value = "example.com";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  })()`);
  await click(tab, button("Turn off a site"));
  await expect
    .poll(() => stored(tab))
    .toMatchObject({ settings: { marks: "all", terms: true }, sitesOff0: ["example.com"] });
  const before = await stored(tab);

  // The file as it is handed out, caught on its way: a download is the browser's own affair.
  await tab.run(`(async () => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { window.caught = blob.text(); return make.call(URL, blob); };
    HTMLAnchorElement.prototype.click = () => {};
  })()`);
  await click(tab, button("Save to a file"));
  await expect.poll(() => tab.run("window.caught !== undefined")).toBe(true);
  const file = await tab.run<string>("window.caught");
  await tab.run("browser.storage.sync.clear()");
  await expect.poll(() => tab.run("document.querySelectorAll('#sites .entry').length")).toBe(0);

  const choose = (content: string): Promise<unknown> =>
    tab.run(`(async () => {
      const input = document.querySelector("input[type=file]");
      const files = new DataTransfer();
      files.items.add(new File([${JSON.stringify(content)}], "mine.json"));
      input.files = files.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    })()`);
  await choose(file.replace('"version": 1', '"version": 9'));
  await expect.poll(() => text(tab)).toMatch(/newer version|更新的版本/);
  await choose(file);
  await click(tab, `document.querySelector("input[value=replace]")`);
  await click(tab, `document.querySelector(".preview .main")`);
  await expect.poll(() => stored(tab)).toEqual(before);
});

test("the shortcuts of the browser are shown, and what may be withdrawn is said", async ({ firefox }) => {
  const tab = await firefox.newTab();
  await tab.goto(extensionPage("options"), "none");
  await expect.poll(() => text(tab)).toMatch(/Open the panel\s*Alt\+Shift\+Q/);
  expect(await text(tab)).toContain("Firefox lets you withdraw single sites of the list");
});

test("a site is granted by one click for its host alone, read at once and always, and given back", async ({
  firefox,
  site,
}) => {
  site.serve(LISTED, html);
  site.serve(OTHER, html);
  const page = await firefox.newTab();
  await page.goto(OTHER);
  // Asked from a page of ours, in a click: the toolbar's popup is drawn where no test reaches.
  const popup = await firefox.newTab();
  await popup.goto(extensionPage("options"), "none");
  await expect.poll(() => text(popup)).toContain("Qiju settings");
  const origins = (): Promise<string[]> =>
    popup
      .run<string[]>("browser.permissions.getAll().then((p) => p.origins)")
      .then((all) => all.filter((o) => o.includes("example.org")));
  const registered = (): Promise<{ matches: string[] }[]> =>
    popup.run("browser.scripting.getRegisteredContentScripts()");
  expect(await origins()).toEqual([]);
  await popup.run(`(async () => {
    const ask = document.createElement("button");
    ask.id = "ask";
    ask.style = "position:fixed;inset:0 auto auto 0;z-index:9";
    ask.textContent = "ask";
    ask.onclick = () => browser.permissions.request({ origins: ["https://www.example.org/*"] });
    document.body.append(ask);
  })()`);
  await click(popup, `document.querySelector("#ask")`);
  await expect.poll(origins).toEqual(["https://www.example.org/*"]);
  await expect.poll(registered).toMatchObject([{ id: "granted", matches: ["https://www.example.org/*"] }]);
  // The page that was open is read at once, and the next by itself. A page behind others rests until it is in front.
  await firefox.send("browsingContext.activate", { context: page.context });
  await expect.poll(() => marked(page)).toEqual(["小红书", "淘宝"]);
  const later = await firefox.newTab();
  await later.goto(OTHER);
  await expect.poll(() => marked(later)).toEqual(["小红书", "淘宝"]);

  await firefox.send("browsingContext.activate", { context: popup.context });
  await click(popup, button("Stop reading www.example.org"));
  await expect.poll(origins).toEqual([]);
  await expect.poll(registered).toEqual([]);
  await later.goto(OTHER);
  await later.run("new Promise((done) => requestIdleCallback(done))");
  expect(await marked(later)).toEqual([]);
});
