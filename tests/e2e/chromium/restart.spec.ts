/** What a reader has granted and chosen outlives the browser and the version. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, test, type Worker } from "playwright/test";
import { findBrowser } from "../../setup/browsers.mjs";
import { ContentWorld, clickToolbar, expect, extensionFolder, serve, serviceWorker, welcomePage } from "../chromium.ts";
import { pageOf } from "../pages.ts";

const OTHER = "https://www.example.org/a.html";
const HOSTS = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost";
const ORIGIN = "https://www.example.org/*";

/** Gives a copy of the extension another version, as an update does. */
function setVersion(extension: string, version: string): void {
  const path = join(extension, "manifest.json");
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), version }));
}

const registered = (worker: Worker): Promise<string[]> =>
  worker.evaluate("chrome.scripting.getRegisteredContentScripts().then((all) => all.flatMap((s) => s.matches))");

/** Opens a page of the granted host and waits until it is read. */
async function isRead(context: BrowserContext, id: string): Promise<void> {
  await serve(context, OTHER, pageOf("<p>逛小红书的人也逛淘宝。</p>"));
  const page = await context.newPage();
  await page.goto(OTHER);
  const world = await ContentWorld.of(page, id);
  await expect.poll(() => world.marked()).toEqual(["小红书", "淘宝"]);
}

test("grants and settings are kept over a restart of the browser and an update, which greets nobody and says what is new", async () => {
  test.setTimeout(120_000);
  const [profile, extension] = ["profile", "build"].map((name) => mkdtempSync(join(tmpdir(), `qiju-${name}-`)));
  if (!profile || !extension) throw new Error("no folders");
  cpSync(extensionFolder, extension, { recursive: true });
  setVersion(extension, "0.1.0");
  const settings = { language: "en", marks: "all", showDelay: 700 };
  /** Does something in a browser that starts with what the last one left. */
  const session = async (act: (context: BrowserContext) => Promise<void>): Promise<void> => {
    const executablePath = findBrowser("chromium");
    const context = await chromium.launchPersistentContext(profile, {
      ...(executablePath ? { executablePath } : {}),
      args: ["--no-sandbox", HOSTS, "--no-first-run", "--enable-unsafe-extension-debugging"],
      // Playwright's own wish is a browser without any.
      ignoreDefaultArgs: ["--disable-extensions"],
    });
    await act(context);
    await context.close();
  };
  const greetings = (context: BrowserContext): string[] =>
    context
      .pages()
      .map((p) => p.url())
      .filter((url) => url.endsWith("welcome.html"));

  let id = "";
  await session(async (context) => {
    // Installed as a reader does, and not by the command line, which installs anew at every start.
    const extensions = await context.newPage();
    await extensions.goto("chrome://extensions");
    await extensions.evaluate("chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })");
    const cdp = await context.browser()?.newBrowserCDPSession();
    // Not in Playwright's list of methods yet.
    const load = cdp?.send as unknown as (method: string, params: object) => Promise<{ id: string }>;
    ({ id } = await load.call(cdp, "Extensions.loadUnpacked", { path: extension }));
    await (await welcomePage(context)).close();
    const worker = await serviceWorker(context);
    await worker.evaluate(
      `chrome.storage.sync.set({ settings: ${JSON.stringify(settings)}, sitesOff0: ["example.com"] })`,
    );
    await extensions.evaluate(`chrome.developerPrivate.addHostPermission("${id}", "${ORIGIN}")`);
    await serve(context, OTHER, pageOf("<p>淘宝</p>"));
    const page = await context.newPage();
    await page.goto(OTHER);
    const popup = await clickToolbar(context, page, id);
    await popup.click({ text: "Always read this site" });
    await expect.poll(() => registered(worker)).toEqual([ORIGIN]);
  });

  const kept = async (worker: Worker): Promise<void> => {
    expect(await worker.evaluate("chrome.storage.sync.get(['settings', 'sitesOff0'])")).toEqual({
      settings,
      sitesOff0: ["example.com"],
    });
  };
  await session(async (context) => {
    let worker = await serviceWorker(context);
    await expect.poll(() => registered(worker)).toEqual([ORIGIN]);
    await isRead(context, id);
    await kept(worker);
    expect(greetings(context)).toEqual([]);

    setVersion(extension, "0.2.0");
    const extensions = await context.newPage();
    await extensions.goto("chrome://extensions");
    const [updated] = await Promise.all([
      context.waitForEvent("serviceworker"),
      extensions.evaluate(`chrome.developerPrivate.reload("${id}")`),
    ]);
    worker = updated;
    expect(await worker.evaluate("chrome.runtime.getManifest().version")).toBe("0.2.0");
    // The browser has forgotten what was registered by hand; it is made anew.
    await expect.poll(() => registered(worker)).toEqual([ORIGIN]);
    await isRead(context, id);
    await kept(worker);
    expect(greetings(context)).toEqual([]);
    const panel = await context.newPage();
    await panel.goto(`chrome-extension://${id}/sidepanel.html`);
    await expect(panel.getByRole("complementary", { name: "What’s new" })).toContainText("New: ");

    const options = await context.newPage();
    await options.goto(`chrome-extension://${id}/options.html`);
    await options.getByRole("button", { name: "Stop reading www.example.org" }).click();
    await expect.poll(() => registered(worker)).toEqual([]);
    const page = await context.newPage();
    await page.goto(OTHER);
    await expect(ContentWorld.of(page, id)).rejects.toThrow("no content script runs in this page");
  });
  for (const folder of [profile, extension]) rmSync(folder, { recursive: true, force: true });
});
