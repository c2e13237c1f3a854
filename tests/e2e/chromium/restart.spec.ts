/** What a reader has granted and chosen outlives the browser, and the version. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Worker } from "playwright/test";
import { findBrowser } from "../../setup/browsers.mjs";
import { ContentWorld, clickToolbar, expect, extensionFolder, serve, serviceWorker, test } from "../chromium.ts";
import { pageOf } from "../pages.ts";

const OTHER = "https://www.example.org/a.html";
const ORIGIN = "https://www.example.org/*";
const settings = { language: "en", marks: "all", showDelay: 700 };

/** Gives a copy of the extension another version, as an update does. */
function setVersion(extension: string, version: string): void {
  const path = join(extension, "manifest.json");
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), version }));
}

const registered = (worker: Worker): Promise<string[]> =>
  worker.evaluate("chrome.scripting.getRegisteredContentScripts().then((all) => all.flatMap((s) => s.matches))");

/** A browser that starts with what the last one left; an extension that is given by the command line is loaded anew. */
async function start(
  profile: string,
  extension: string,
): Promise<{ context: BrowserContext; worker: Worker; id: string }> {
  const executablePath = findBrowser("chromium");
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath ? { executablePath } : {}),
    args: [
      "--no-sandbox",
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
      "--no-first-run",
      "--enable-unsafe-extension-debugging",
    ],
  });
  const worker = await serviceWorker(context);
  return { context, worker, id: new URL(worker.url()).host };
}

/** Waits until a page of the granted host is read, and what the reader chose is there. */
async function isKept({ context, worker, id }: Awaited<ReturnType<typeof start>>): Promise<void> {
  await expect.poll(() => registered(worker)).toEqual([ORIGIN]);
  await serve(context, OTHER, pageOf("<p>逛小红书的人也逛淘宝。</p>"));
  const page = await context.newPage();
  await page.goto(OTHER);
  const world = await ContentWorld.of(page, id);
  await expect.poll(() => world.marked()).toEqual(["小红书", "淘宝"]);
  expect(await worker.evaluate("chrome.storage.sync.get(['settings', 'sitesOff0'])")).toEqual({
    settings,
    sitesOff0: ["example.com"],
  });
}

test("grants and settings are kept over a restart of the browser and over an update, and can be taken back", async () => {
  test.setTimeout(120_000);
  const [profile = "", extension = ""] = ["profile", "build"].map((name) =>
    mkdtempSync(join(tmpdir(), `qiju-${name}-`)),
  );
  cpSync(extensionFolder, extension, { recursive: true });
  setVersion(extension, "0.1.0");

  const first = await start(profile, extension);
  const { id } = first;
  await first.worker.evaluate(
    `chrome.storage.sync.set({ settings: ${JSON.stringify(settings)}, sitesOff0: ["example.com"] })`,
  );
  const extensions = await first.context.newPage();
  await extensions.goto("chrome://extensions");
  // The browser's own question is answered beforehand.
  await extensions.evaluate(`chrome.developerPrivate.addHostPermission("${id}", "${ORIGIN}")`);
  await serve(first.context, OTHER, pageOf("<p>淘宝</p>"));
  const page = await first.context.newPage();
  await page.goto(OTHER);
  const popup = await clickToolbar(first.context, page, id);
  await popup.click({ text: "Always read this site" });
  await expect.poll(() => registered(first.worker)).toEqual([ORIGIN]);
  await first.context.close();

  const second = await start(profile, extension);
  expect(second.id).toBe(id);
  await isKept(second);
  await second.context.close();

  setVersion(extension, "0.2.0");
  const third = await start(profile, extension);
  expect(await third.worker.evaluate("chrome.runtime.getManifest().version")).toBe("0.2.0");
  await isKept(third);
  const options = await third.context.newPage();
  await options.goto(`chrome-extension://${id}/options.html`);
  await options.getByRole("button", { name: "Stop reading www.example.org" }).click();
  await expect.poll(() => registered(third.worker)).toEqual([]);
  await third.context.close();

  const fourth = await start(profile, extension);
  await serve(fourth.context, OTHER, pageOf("<p>淘宝</p>"));
  const left = await fourth.context.newPage();
  await left.goto(OTHER);
  expect(await registered(fourth.worker)).toEqual([]);
  await expect(ContentWorld.of(left, id)).rejects.toThrow("no content script runs in this page");
  await fourth.context.close();
  for (const folder of [profile, extension]) rmSync(folder, { recursive: true, force: true });
});
