/** What the engine reads and marks, in Firefox: all cases of Chromium's but print, which no driver can ask for there. */
import type { Tab } from "../bidi.ts";
import {
  type EngineCase,
  frameBody,
  frameCases,
  frameUrl,
  leftAloneCases,
  MARKED_WITH_FRAME,
  markCases,
  movingText,
  readCases,
} from "../engineCases.ts";
import { addonFolder, cardText, expect, extensionPage, hoverName, marked, test as reader } from "../firefox.ts";
import { pageOf } from "../pages.ts";

let counter = 0;

const test = reader.extend<{ read: (body: string, head?: string) => Promise<Tab> }>({
  read: async ({ firefox, site }, use) => {
    const tabs: Tab[] = [];
    await use(async (body, head) => {
      const url = `https://www.163.com/engine/${counter++}.html`;
      site.serve(url, pageOf(body, head));
      const tab = await firefox.newTab();
      tabs.push(tab);
      await tab.goto(url);
      return tab;
    });
    for (const { context } of tabs) await firefox.send("browsingContext.close", { context });
  },
});

const act = (tab: Tab, script: string): Promise<unknown> => tab.run(`(() => { ${script} })()`);
const isMarked = (tab: Tab, names: readonly string[]): Promise<void> => expect.poll(() => marked(tab)).toEqual(names);

function declare(cases: readonly EngineCase[]): void {
  for (const { name, body, head, steps } of cases) {
    test(name, async ({ read }) => {
      const tab = await read(body, head);
      for (const step of steps) {
        if (step.act) await act(tab, step.act);
        await isMarked(tab, step.marks);
      }
    });
  }
}

test.describe("what is read", () => {
  declare(readCases);

  test("an open shadow root, and one that comes late, without any other change", async ({ read }) => {
    const tab = await read(
      `<div id="h"></div><div id="late"></div><script>document.getElementById("h").attachShadow({ mode: "open" }).innerHTML = "<p>抖音</p>"</script>`,
    );
    const size = (): Promise<number> => tab.run(`CSS.highlights.get("qiju")?.size ?? 0`);
    await expect.poll(size).toBe(1);
    await act(tab, `document.getElementById("late").attachShadow({ mode: "open" }).innerHTML = "<p>淘宝</p>"`);
    await expect.poll(size, { timeout: 15_000 }).toBe(2);
  });

  for (const [name, frame] of frameCases) {
    test(name, async ({ read, site }) => {
      site.serve(frameUrl, pageOf(frameBody));
      const tab = await read(`<p>抖音</p>${frame}`);
      await expect.poll(() => tab.run(MARKED_WITH_FRAME)).toEqual([1, 1]);
    });
  }

  test("text that moves into a frame and out again", async ({ read }) => {
    const tab = await read(movingText.body);
    for (const step of movingText.steps) {
      await act(tab, step.act);
      await expect.poll(() => tab.run(MARKED_WITH_FRAME)).toEqual(step.marked);
    }
  });

  test("a page that comes back from the browser's cache", async ({ read, firefox, site }) => {
    site.serve("https://www.163.com/engine/next.html", pageOf("<p>下一页</p>"));
    const tab = await read("<p>抖音</p>");
    await isMarked(tab, ["抖音"]);
    await act(
      tab,
      `addEventListener("pagehide", () => document.querySelector("p").append("和淘宝")); addEventListener("pageshow", ({ persisted }) => { window.persisted = persisted })`,
    );
    await tab.goto("https://www.163.com/engine/next.html");
    await firefox.send("browsingContext.traverseHistory", { context: tab.context, delta: -1 });
    await expect.poll(() => tab.run("window.persisted")).toBe(true);
    await isMarked(tab, ["抖音", "淘宝"]);
    await act(tab, `document.querySelector("p").replaceChildren("京东")`);
    await isMarked(tab, ["京东"]);
  });
});

test.describe("what is left alone", () => {
  declare(leftAloneCases);

  test("our own elements", async ({ read }) => {
    const tab = await read("<p>抖音</p>");
    await hoverName(tab, "抖音");
    await act(tab, `document.body.append(Object.assign(document.createElement("p"), { textContent: "京东" }))`);
    await isMarked(tab, ["抖音", "京东"]);
  });
});

test.describe("marks", () => {
  declare(markCases);

  test("of all, or none, as the reader wishes", async ({ read, firefox }) => {
    const tab = await read("<p>抖音和抖音</p>");
    const options = await firefox.newTab("background");
    await options.goto(extensionPage("options"), "none");
    await expect.poll(() => options.run("document.querySelector('#file') !== null")).toBe(true);
    const wish = (which: string): Promise<unknown> =>
      options.run(`browser.storage.sync.set({ settings: { marks: "${which}" } })`);
    for (const [which, names] of [
      ["all", ["抖音", "抖音"]],
      ["none", []],
      ["first", ["抖音"]],
    ] as const) {
      await wish(which);
      await isMarked(tab, names);
    }
    await firefox.send("browsingContext.close", { context: options.context });
  });

  test("and a card come again when the page removed our host", async ({ read }) => {
    const tab = await read("<p>抖音</p>");
    expect(await hoverName(tab, "抖音")).toContain("抖音");
    await act(tab, `document.querySelector("qiju-card").remove()`);
    await tab.movePointer(500, 500);
    await expect.poll(() => cardText(tab)).toBe("");
    expect(await hoverName(tab, "抖音")).toContain("抖音");
  });
});

test("after the extension is removed the old script is silent, and its marks cannot be seen", async ({
  read,
  firefox,
}) => {
  const tab = await read("<p>抖音</p>");
  await isMarked(tab, ["抖音"]);
  await act(
    tab,
    `window.errors = []; for (const name of ["error", "unhandledrejection"]) addEventListener(name, (event) => window.errors.push(String(event.message ?? event.reason)))`,
  );
  const marks = await tab.picture();
  await firefox.removeExtension();
  await tab.movePointer(80, 30);
  // The browser ends the script at once, so the registry keeps what it holds; what it looked like goes with our styles.
  const plain = await read("<p>抖音</p>");
  const without = await plain.picture();
  expect(without).not.toBe(marks);
  await expect.poll(() => tab.picture()).toBe(without);
  await act(tab, `document.body.append("淘宝")`);
  await act(plain, `document.body.append("淘宝")`);
  await expect.poll(async () => (await tab.picture()) === (await plain.picture())).toBe(true);
  expect(await tab.run("window.errors")).toEqual([]);
  // The browser serves other tests too.
  await firefox.installExtension(addonFolder);
});
