/** The built panel: its first content beside an empty page of the same extension, typing in search, scrolling at a quarter of the speed. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import { extensionFolder, launch, serviceWorker } from "../e2e/chromium.ts";
import { type BenchResult, percentile } from "./measure.ts";

const RUNS = 21;
const SIX = "#/compare?p=taobao,jd,pinduoduo,douyin,xiaohongshu,alibaba-1688";
const EMPTY = "<!doctype html><meta charset=utf-8><title>empty</title><p id=content>here</p>";

/** In the page: notes when what is looked for was first painted, in milliseconds since the document's start. */
const watch = `(() => {
  globalThis.shown = new Promise((done) => {
    const look = () => {
      if (document.querySelector(".table .claim, #content")) requestAnimationFrame(() => setTimeout(() => done(performance.now())));
      else requestAnimationFrame(look);
    };
    look();
  });
  globalThis.longTasks = [];
  new PerformanceObserver((list) => globalThis.longTasks.push(...list.getEntries().map((e) => e.duration))).observe({ entryTypes: ["longtask"] });
})()`;

async function firstContent(page: Page, url: string): Promise<number> {
  await page.goto("about:blank");
  await page.goto(url);
  return page.evaluate<number>("globalThis.shown");
}

/** From a key to the frame that shows its answer, for each key of some words. */
async function typing(page: Page): Promise<number[]> {
  await page.evaluate(`(() => {
    globalThis.answers = [];
    addEventListener("input", ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => globalThis.answers.push(performance.now() - timeStamp))), { capture: true });
  })()`);
  let typed = 0;
  for (const [box, words] of [
    [".picker [role=combobox]", "dianshang"],
    [".compare-search", "1688 2023 live"],
  ] as const) {
    await page.locator(box).focus();
    for (const key of words) {
      await page.keyboard.type(key);
      typed += 1;
      await page.evaluate(`new Promise((done) => {
        const look = () => (globalThis.answers.length === ${typed} ? done() : requestAnimationFrame(look));
        look();
      })`);
    }
  }
  return page.evaluate<number[]>("globalThis.answers");
}

/** Tasks beyond 50 ms while the whole comparison goes by, down and up again. */
function scrolling(page: Page): Promise<{ tasks: number[]; frames: number }> {
  return page.evaluate(`(async () => {
    const table = document.querySelector(".table-scroll");
    const wait = (ms) => new Promise((done) => setTimeout(done, ms));
    await new Promise(requestAnimationFrame);
    // Whatever came before belongs to the loading.
    await wait(300);
    globalThis.longTasks.length = 0;
    let frames = 0;
    for (const step of [120, -120]) {
      for (let last = -1; table.scrollTop !== last; frames++) {
        last = table.scrollTop;
        table.scrollBy(0, step);
        await new Promise(requestAnimationFrame);
      }
    }
    await wait(300);
    return { tasks: [...globalThis.longTasks], frames };
  })()`);
}

export async function panelBench(): Promise<BenchResult[]> {
  // The extension as it is built, with one page more.
  const extension = mkdtempSync(join(tmpdir(), "qiju-panel-bench-"));
  cpSync(extensionFolder, extension, { recursive: true });
  writeFileSync(join(extension, "empty.html"), EMPTY);
  const { context, close } = await launch({ extension, viewport: { width: 1100, height: 800 } });
  const base = `chrome-extension://${new URL((await serviceWorker(context)).url()).host}`;
  const page = await context.newPage();
  await page.addInitScript(watch);
  // Seeds the store, and warms both pages up.
  await firstContent(page, `${base}/sidepanel.html#/compare`);
  await firstContent(page, `${base}/empty.html`);
  const [empty, panel, six]: number[][] = [[], [], []];
  for (let i = 0; i < RUNS; i++) {
    empty?.push(await firstContent(page, `${base}/empty.html`));
    panel?.push(await firstContent(page, `${base}/sidepanel.html#/compare`));
    six?.push(await firstContent(page, `${base}/sidepanel.html${SIX}`));
  }
  const middle = (values: readonly number[] = []): number => percentile(values, 0.5);
  const against = "the empty page";
  const results: BenchResult[] = [
    { name: "an empty page of the extension, first content", ms: middle(empty) },
    {
      name: "the panel on a seeded store, first content",
      ms: middle(panel),
      ratio: middle(panel) / middle(empty),
      against,
    },
    { name: "the panel with six platforms", ms: middle(six), ratio: middle(six) / middle(empty), against },
  ];
  // One column less than there may be, so that one can be looked for.
  await firstContent(page, `${base}/sidepanel.html${SIX.replace(/,[^,]*$/, "")}`);
  const answers = await typing(page);
  results.push(
    { name: `a key in search to the frame that answers, median of ${answers.length}`, ms: middle(answers) },
    { name: "the slowest of them", ms: Math.max(...answers) },
  );
  await firstContent(page, `${base}/sidepanel.html${SIX}`);
  const cdp = await context.newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const { tasks, frames } = await scrolling(page);
  results.push({
    name: `six platforms scrolled at a quarter of the speed, ${frames} frames: ${tasks.length} tasks over 50 ms, longest`,
    ms: Math.max(0, ...tasks),
  });
  await close();
  rmSync(extension, { recursive: true, force: true });
  return results;
}
