/** Firefox with the built extension, on pages of real hosts without a network. */
import { resolve } from "node:path";
import { test as base, expect } from "playwright/test";
import { findBrowser } from "../setup/browsers.mjs";
import { Firefox, type Tab, textOf } from "./bidi.ts";
import { type Site, startSite } from "./site.ts";

export { expect };
export const extensionFolder = resolve(".output/firefox-mv3");

export const ADDON = "qiju@qiju.example";
/** Fixed, so that the extension's own pages have an address that is known. */
const UUID = "5a1e9c52-0d6b-4a52-9f53-0c1d8a3f7b11";

/** The address of one of the extension's own pages. */
export const extensionPage = (name: string): string => `moz-extension://${UUID}/${name}.html`;
export const panelUrl = extensionPage("sidepanel");

/** Starts a browser with a fresh profile and the extension; every host is the site. */
export async function launchFirefox(site: Site): Promise<Firefox> {
  const program = findBrowser("firefox");
  if (!program) throw new Error("no Firefox");
  const firefox = await Firefox.launch(program, {
    "network.proxy.type": 1,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": site.proxyPort,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": site.proxyPort,
    "extensions.webextensions.uuids": JSON.stringify({ [ADDON]: UUID }),
    "intl.accept_languages": "zh-CN, zh, en",
    // The browser's own question for a permission cannot be clicked: it is answered with yes.
    "extensions.webextOptionalPermissionPrompts": false,
  });
  await firefox.installExtension(extensionFolder);
  // The page that greets a reader at install would be in front of what is tested.
  await firefox.closeTab(extensionPage("welcome"));
  return firefox;
}

export const test = base.extend<object, { site: Site; firefox: Firefox }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's shape
    async ({}, use) => {
      const site = await startSite();
      await use(site);
      site.close();
    },
    { scope: "worker" },
  ],
  firefox: [
    async ({ site }, use) => {
      const firefox = await launchFirefox(site);
      await use(firefox);
      await firefox.close();
    },
    { scope: "worker" },
  ],
});

/** The names that are marked, in reading order, as the page sees them in the registry. */
export function marked(tab: Tab): Promise<string[]> {
  return tab.run(`(() => {
    const live = [...(CSS.highlights.get("qiju") ?? [])].map((s) => { const r = document.createRange(); r.setStart(s.startContainer, s.startOffset); r.setEnd(s.endContainer, s.endOffset); return r; });
    return live.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b)).map(String);
  })()`);
}

/** Moves to the first mark with this text and waits for its card. @returns the card's text */
export async function hoverName(tab: Tab, name: string): Promise<string> {
  await expect.poll(() => marked(tab)).toContain(name);
  // The page's scrolling is told of later, and dismisses: the pointer comes after it.
  const { x, y } = await tab.run<{ x: number; y: number }>(`(async () => {
    const s = [...CSS.highlights.get("qiju")].find((s) => { const r = document.createRange(); r.setStart(s.startContainer, s.startOffset); r.setEnd(s.endContainer, s.endOffset); return String(r) === ${JSON.stringify(name)}; });
    const r = document.createRange(); r.setStart(s.startContainer, s.startOffset); r.setEnd(s.endContainer, s.endOffset);
    const told = new Promise((done) => addEventListener("scroll", done, { once: true, capture: true }));
    const before = scrollY;
    r.startContainer.parentElement.scrollIntoView({ block: "center" });
    scrollBy(0, r.getClientRects()[0].top - innerHeight / 2);
    if (scrollY !== before) await told;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const box = r.getClientRects()[0];
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  })()`);
  // What answers the pointer is there once the page is settled, a moment after the first marks: a hand moves again.
  await expect(async () => {
    await tab.movePointer(x - 3, y);
    await tab.movePointer(x, y);
    await expect.poll(() => cardText(tab), { timeout: 3_000 }).not.toBe("");
  }).toPass({ timeout: 15_000 });
  return cardText(tab);
}

export async function cardText(tab: Tab): Promise<string> {
  const there = await tab.run<boolean>(`document.querySelector("qiju-card")?.style.visibility === "visible"`);
  return there
    ? textOf(await tab.tree("qiju-card"))
        .replace(/\s+/g, " ")
        .trim()
    : "";
}
