/** The cases of the engine in one Firefox: each in a tab of its own. */
import type { Firefox, Tab } from "../bidi.ts";
import { test as base, cardText, expect, extensionPage, hoverName } from "../firefox.ts";
import { pageOf } from "../pages.ts";
import { type EngineCase, type EnginePage, follow } from "./case.ts";

const test = base.extend<{ tab: Tab }>({
  tab: async ({ firefox }, use) => {
    const tab = await firefox.newTab();
    await use(tab);
    await tab.close();
  },
});

let counter = 0;

/** Makes a test of each case. */
export function testInFirefox(cases: readonly EngineCase[]): void {
  for (const one of cases) {
    test(one.name, async ({ firefox, site, tab }) => {
      const url = `https://www.163.com/engine/${counter++}.html`;
      site.serve(url, pageOf(one.body, one.head), one.headers);
      for (const [path, html] of Object.entries(one.beside ?? {})) site.serve(new URL(path, url).href, html);
      const errors = firefox.errorsIn(tab);
      await tab.goto(url);
      await follow(inFirefox(firefox, tab), one);
      expect(errors.filter((error) => !one.complaint?.test(error))).toEqual([]);
    });
  }
}

/** A tab, as the cases handle it. */
export function inFirefox(firefox: Firefox, tab: Tab): EnginePage {
  return {
    run: (expression) => tab.run(expression),
    click: async (selector) => {
      const { x, y } = await tab.run<{ x: number; y: number }>(
        `(() => { const b = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect(); return { x: b.x + b.width / 2, y: b.y + b.height / 2 }; })()`,
      );
      await tab.click(x, y);
    },
    wheel: (px) => tab.wheel(px),
    move: (x, y) => tab.movePointer(x, y),
    pressEscape: () => tab.press("Escape"),
    hover: (name) => hoverName(tab, name),
    cardText: async () => (await cardText(tab)) || null,
    asPrinted: async (printed) => {
      await firefox.inWindow(`gBrowser.selectedBrowser.browsingContext.mediumOverride = "${printed ? "print" : ""}"`);
    },
    choose: async (settings) => {
      const own = await firefox.newTab("background");
      await own.goto(extensionPage("options"), "none");
      await expect.poll(() => own.run("globalThis.browser?.storage !== undefined")).toBe(true);
      await own.run(`browser.storage.sync.set({ settings: ${JSON.stringify(settings)} })`);
      await own.close();
    },
  };
}
