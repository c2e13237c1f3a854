/** Chromium with the built extension: pages of real hosts without a network, its isolated world, its side panel. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import {
  type BrowserContext,
  test as base,
  type CDPSession,
  chromium,
  expect,
  type Page,
  type Worker,
} from "playwright/test";
import { findBrowser } from "../setup/browsers.mjs";
import { attach, type PanelSession } from "./session.ts";

export { expect };
export const extensionFolder = resolve(".output/chrome-mv3");

interface LaunchOptions {
  headless?: boolean;
  language?: string;
  colorScheme?: "light" | "dark";
  viewport?: { width: number; height: number } | null;
  /** Leaves the page open that greets a reader at install; without it that is closed before anything begins. */
  welcome?: boolean;
  /** A folder with another build of the extension. */
  extension?: string;
  /** Keeps pages that are left, as browsers do: Playwright switches that off, since its handles do not outlive it. */
  keepsPages?: boolean;
}

/** Starts a browser with a fresh profile. No host resolves: pages come from `serve`. */
export async function launch(
  options: LaunchOptions = {},
): Promise<{ context: BrowserContext; close: () => Promise<void> }> {
  const profile = mkdtempSync(join(tmpdir(), "qiju-chromium-"));
  const executablePath = findBrowser("chromium");
  const extension = options.extension ?? extensionFolder;
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath ? { executablePath } : {}),
    headless: options.headless ?? true,
    ...(options.keepsPages ? { ignoreDefaultArgs: ["--disable-back-forward-cache"] } : {}),
    viewport: options.viewport === undefined ? { width: 1000, height: 700 } : options.viewport,
    ...(options.viewport === null ? {} : { colorScheme: options.colorScheme ?? "light" }),
    args: [
      "--no-sandbox",
      `--lang=${options.language ?? "zh-CN"}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
      "--disable-background-networking",
      "--disable-component-update",
      "--no-first-run",
      // Lets a test click the toolbar button: `clickToolbar`.
      "--enable-unsafe-extension-debugging",
    ],
    env: { ...process.env, LANGUAGE: options.language ?? "zh-CN" },
  });
  const welcome = await welcomePage(context);
  if (!options.welcome) await welcome.close();
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** The page that greets a reader at install. */
export async function welcomePage(context: BrowserContext): Promise<Page> {
  const isWelcome = (page: Page): boolean => page.url().endsWith("/welcome.html");
  await expect.poll(() => context.pages().some(isWelcome), { timeout: 20_000 }).toBe(true);
  const page = context.pages().find(isWelcome);
  if (!page) throw new Error("no welcome page");
  return page;
}

/** Answers an address with a page of ours. */
export async function serve(
  context: BrowserContext,
  url: string,
  html: string,
  headers: Record<string, string> = {},
): Promise<void> {
  await context.route(url, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", headers, body: html }));
}

export async function serviceWorker(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? context.waitForEvent("serviceworker");
}

/** Sets the language as the reader would; headless browsers on a server know only English. */
export async function chooseLanguage(worker: Worker, language: "zh" | "zhHant" | "en"): Promise<void> {
  await worker.evaluate(`chrome.storage.sync.set({ settings: { language: "${language}" } })`);
}

export const test = base.extend<{ context: BrowserContext; worker: Worker; extensionId: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's shape
  context: async ({}, use) => {
    const { context, close } = await launch();
    await use(context);
    await close();
  },
  worker: async ({ context }, use) => use(await serviceWorker(context)),
  extensionId: async ({ worker }, use) => use(new URL(worker.url()).host),
});

/** The extension's world in a page: what its content script sees. */
export class ContentWorld {
  private constructor(
    private readonly cdp: CDPSession,
    private readonly contextId: number,
  ) {}

  static async of(page: Page, extensionId: string): Promise<ContentWorld> {
    const cdp = await page.context().newCDPSession(page);
    const contexts: { id: number; origin: string }[] = [];
    cdp.on("Runtime.executionContextCreated", (event) => contexts.push(event.context));
    await cdp.send("Runtime.enable");
    // The newest: after an update the old one is still there.
    const world = contexts
      .filter((c) => c.origin === `chrome-extension://${extensionId}`)
      .sort((a, b) => a.id - b.id)
      .at(-1);
    if (!world) throw new Error("no content script runs in this page");
    return new ContentWorld(cdp, world.id);
  }

  async run<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.cdp.send("Runtime.evaluate", {
      expression,
      contextId: this.contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }

  /** The names that are marked, in reading order. */
  marked(): Promise<string[]> {
    return this.run(`(() => {
      const live = [...(CSS.highlights.get("qiju") ?? [])].map((s) => { const r = document.createRange(); r.setStart(s.startContainer, s.startOffset); r.setEnd(s.endContainer, s.endOffset); return r; });
      return live.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b)).map(String);
    })()`);
  }

  /** The middle of the nth mark with this text, scrolled into view, in CSS pixels of the window. */
  middleOf(name: string, nth = 0): Promise<{ x: number; y: number }> {
    return this.run(`(() => {
      const live = [...CSS.highlights.get("qiju")].map((s) => { const r = document.createRange(); r.setStart(s.startContainer, s.startOffset); r.setEnd(s.endContainer, s.endOffset); return r; });
      const found = live.filter((r) => String(r) === ${JSON.stringify(name)}).sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))[${nth}];
      if (!found) throw new Error("not marked: " + ${JSON.stringify(name)});
      found.startContainer.parentElement.scrollIntoView({ block: "center" });
      scrollBy(0, found.getClientRects()[0].top - innerHeight / 2);
      const box = found.getClientRects()[0];
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    })()`);
  }

  /** Evaluates in the closed root of the card; null where no card is open. */
  inCard<T>(expression: string): Promise<T | null> {
    return this.run(
      `(() => { const host = document.querySelector("qiju-card"); if (!host) return null; const root = chrome.dom.openOrClosedShadowRoot(host); return (${expression}); })()`,
    );
  }

  /** The card's text once it can be seen; null before. */
  cardText(): Promise<string | null> {
    return this.inCard<string | null>(
      `getComputedStyle(host).visibility === "visible" ? root.querySelector(".card")?.innerText ?? null : null`,
    );
  }
}

/** What the content script of the page in front reports, by entity; nothing while it does not listen yet. */
export async function reported(context: BrowserContext): Promise<Map<string, number>> {
  const worker = context.serviceWorkers()[0];
  if (!worker) throw new Error("no worker");
  const answer = await worker.evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ active: true });
    const question = { id: 1, type: "report", timestamp: Date.now() };
    return chrome.tabs.sendMessage(tab.id, question).catch((error) => {
      if (!/Receiving end does not exist/.test(String(error))) throw error;
      return null;
    });
  })()`);
  const { res } = (answer ?? { res: { entities: [] } }) as { res: { entities: { id: string; count: number }[] } };
  return new Map(res.entities.map((e) => [e.id, e.count]));
}

/** Waits until the page is read, and hovers a name until its card shows. @returns the card's text */
export async function hoverName(page: Page, world: ContentWorld, name: string, nth = 0): Promise<string> {
  await expect.poll(() => world.marked()).toContain(name);
  const { x, y } = await world.middleOf(name, nth);
  await page.mouse.move(x - 3, y);
  await page.mouse.move(x, y);
  await expect.poll(() => world.cardText()).not.toBeNull();
  return (await world.cardText()) ?? "";
}

/** Clicks the toolbar button over a page, as a reader does: `activeTab` is granted. @returns a session to the popup */
export async function clickToolbar(context: BrowserContext, page: Page, extensionId: string): Promise<PanelSession> {
  await page.bringToFront();
  const cdp = await context.browser()?.newBrowserCDPSession();
  if (!cdp) throw new Error("no browser");
  // An earlier popup that is still closing would be taken for the new one.
  await expect
    .poll(async () =>
      (await cdp.send("Target.getTargets")).targetInfos.filter(
        (t) => t.url === `chrome-extension://${extensionId}/popup.html`,
      ),
    )
    .toEqual([]);
  const { targetInfos } = await cdp.send("Target.getTargets", { filter: [{ type: "tab" }] });
  const tab = targetInfos.find((t) => t.url === page.url());
  // Not in Playwright's list of methods yet.
  const send = cdp.send as unknown as (method: string, params: object) => Promise<void>;
  await send.call(cdp, "Extensions.triggerAction", { id: extensionId, targetId: tab?.targetId });
  return attach(context, "popup.html");
}

/** A session to a target that Playwright does not list: the real side panel. */
export function attachPanel(context: BrowserContext): Promise<PanelSession> {
  return attach(context, "sidepanel.html");
}
