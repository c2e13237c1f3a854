/**
 * What a page's load costs with the built extension, against none and against an extension whose content
 * script is empty: script time, heap, long tasks.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright";
import { launch } from "../e2e/chromium.ts";
import { findBrowser } from "../setup/browsers.mjs";
import type { BenchResult } from "./measure.ts";
import { article, shop } from "./pages.ts";
import { prose } from "./text.ts";

const URL = "https://www.163.com/bench.html";
const RUNS = 9;
const pages: [string, string][] = [
  ["a page without names, 20,000 characters", `<p>${prose(20_000, []).replaceAll("。", "。</p><p>")}</p>`],
  ["a short article, 3,000 characters", article(3_000)],
  ["a long article, 100,000 characters", article(100_000)],
  ["2,000 shop items", shop(2_000)],
];

/** Milliseconds of script, kB of heap, and the number of long tasks. */
interface Load {
  script: number;
  heap: number;
  long: number;
}

/** @param cold throws away all that was compiled before, as in a process that is new */
async function load(page: Page, cold: boolean): Promise<Load> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable");
  const metric = async (name: string): Promise<number> =>
    (await cdp.send("Performance.getMetrics")).metrics.find((m) => m.name === name)?.value ?? 0;
  if (cold) await cdp.send("HeapProfiler.collectGarbage");
  const before = await metric("ScriptDuration");
  await page.goto(URL);
  // Until the page has been at rest for a while, whatever reads it.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 1_200)));
  const long = await page.evaluate(() => (window as unknown as { longTasks: number }).longTasks);
  const script = 1_000 * ((await metric("ScriptDuration")) - before);
  if (cold) await cdp.send("HeapProfiler.collectGarbage");
  const heap = (await metric("JSHeapUsedSize")) / 1024;
  await cdp.detach();
  return { script, heap, long };
}

async function measure(context: BrowserContext, html: string, cold: boolean): Promise<Load> {
  const body = `<!doctype html><meta charset="utf-8"><title>bench</title><script>longTasks = 0; new PerformanceObserver((l) => { longTasks += l.getEntries().length }).observe({ entryTypes: ["longtask"] })</script><body>${html}</body>`;
  await context.route(URL, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
  const page = await context.newPage();
  for (let i = 0; i < 2; i++) await load(page, cold);
  const loads: Load[] = [];
  for (let i = 0; i < RUNS; i++) loads.push(await load(page, cold));
  await page.close();
  await context.unroute(URL);
  const middle = (of: (l: Load) => number): number => loads.map(of).sort((a, b) => a - b)[RUNS >> 1] ?? 0;
  return { script: middle((l) => l.script), heap: middle((l) => l.heap), long: middle((l) => l.long) };
}

/** A browser with an extension, or with none. */
async function browserWith(profile: string, extension?: string): Promise<BrowserContext> {
  const executablePath = findBrowser("chromium");
  const loaded = extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : [];
  return chromium.launchPersistentContext(profile, {
    ...(executablePath ? { executablePath } : {}),
    args: ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND", ...loaded],
  });
}

/** An extension whose content script does nothing: what any extension costs. */
function emptyExtension(folder: string): string {
  const content = { matches: ["*://*.163.com/*"], js: ["content.js"], run_at: "document_idle", all_frames: true };
  const manifest = { manifest_version: 3, name: "empty", version: "1", content_scripts: [content] };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "content.js"), "");
  return folder;
}

export async function loadBench(): Promise<BenchResult[]> {
  const folders = ["bare", "empty", "extension"].map((name) => mkdtempSync(join(tmpdir(), `qiju-bench-${name}-`)));
  const [bareFolder = "", emptyFolder = "", extensionFolder = ""] = folders;
  const bare = await browserWith(bareFolder);
  const empty = await browserWith(emptyFolder, emptyExtension(extensionFolder));
  const { context, close } = await launch();
  const results: BenchResult[] = [];
  for (const [name, html] of pages) {
    for (const cold of [false, true]) {
      const without = await measure(bare, html, cold);
      const floor = await measure(empty, html, cold);
      const withUs = await measure(context, html, cold);
      const state = cold ? "all compiled code thrown away before" : "the next page of its site";
      results.push({ name: `${name}, ${state}: without`, ms: without.script });
      results.push({ name: "with an empty content script", ms: floor.script });
      const heap = cold ? `, ${(withUs.heap - without.heap).toFixed(0)} kB more heap` : "";
      results.push({
        name: `with: ${(withUs.script - without.script).toFixed(1)} ms more script${heap}, long tasks ${without.long} → ${withUs.long}`,
        ms: withUs.script,
        ratio: withUs.script / (floor.script || 1),
        against: "with an empty content script",
      });
    }
  }
  await close();
  await bare.close();
  await empty.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  return results;
}
