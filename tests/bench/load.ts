/** What a page's load costs with the built extension and without it: script time, heap, long tasks, wake-ups of the background. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright";
import { launch } from "../e2e/chromium.ts";
import { findBrowser } from "../setup/browsers.mjs";
import type { BenchResult } from "./measure.ts";
import { article, shop } from "./pages.ts";
import { prose } from "./text.ts";

const URL = "https://www.163.com/bench.html";
const RUNS = 7;
const pages: [string, string][] = [
  ["a short article, 3,000 characters", article(3_000)],
  ["a long article, 100,000 characters", article(100_000)],
  ["2,000 shop items", shop(2_000)],
  ["a page without names, 20,000 characters", `<p>${prose(20_000, []).replaceAll("。", "。</p><p>")}</p>`],
];

interface Load {
  script: number;
  heap: number;
  long: number;
}

async function load(page: Page): Promise<Load> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable");
  const metric = async (name: string): Promise<number> =>
    (await cdp.send("Performance.getMetrics")).metrics.find((m) => m.name === name)?.value ?? 0;
  const before = await metric("ScriptDuration");
  await page.goto(URL);
  // Until the page has been at rest for a while, whatever reads it.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 1_200)));
  const long = await page.evaluate(() => (window as unknown as { longTasks: number }).longTasks);
  const script = 1_000 * ((await metric("ScriptDuration")) - before);
  await cdp.send("HeapProfiler.collectGarbage");
  const heap = (await metric("JSHeapUsedSize")) / 1024;
  await cdp.detach();
  return { script, heap, long };
}

async function measure(context: BrowserContext, html: string): Promise<Load> {
  const body = `<!doctype html><meta charset="utf-8"><title>bench</title><script>longTasks = 0; new PerformanceObserver((l) => { longTasks += l.getEntries().length }).observe({ entryTypes: ["longtask"] })</script><body>${html}</body>`;
  await context.route(URL, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
  const page = await context.newPage();
  await load(page);
  const loads: Load[] = [];
  for (let i = 0; i < RUNS; i++) loads.push(await load(page));
  await page.close();
  await context.unroute(URL);
  const middle = (of: (l: Load) => number): number => loads.map(of).sort((a, b) => a - b)[RUNS >> 1] ?? 0;
  return { script: middle((l) => l.script), heap: middle((l) => l.heap), long: middle((l) => l.long) };
}

export async function loadBench(): Promise<BenchResult[]> {
  const profile = mkdtempSync(join(tmpdir(), "qiju-bench-"));
  const executablePath = findBrowser("chromium");
  const bare = await chromium.launchPersistentContext(profile, {
    ...(executablePath ? { executablePath } : {}),
    args: ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND"],
  });
  const { context, close } = await launch();
  const results: BenchResult[] = [];
  for (const [name, html] of pages) {
    const without = await measure(bare, html);
    const withUs = await measure(context, html);
    const more = (withUs.script - without.script).toFixed(1);
    results.push({ name: `${name}, without`, ms: without.script });
    results.push({
      name: `with: ${more} ms more script, ${(withUs.heap - without.heap).toFixed(0)} kB more heap, long tasks ${without.long} → ${withUs.long}`,
      ms: withUs.script,
      ratio: withUs.script / (without.script || 1),
      against: "without",
    });
  }
  await close();
  await bare.close();
  rmSync(profile, { recursive: true, force: true });
  return results;
}
