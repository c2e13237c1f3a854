/**
 * `npm run bench`: each `*.bench.ts` is built and run in Chromium, against a floor or a peer in the
 * same run. Machines are noisy: read the ratios.
 */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import preact from "@preact/preset-vite";
import { chromium } from "playwright";
import { build } from "vite";
import { qijuData } from "../../data/build/plugin.ts";
import { findBrowser } from "../setup/browsers.mjs";
import { cardBench } from "./card.ts";
import { loadBench } from "./load.ts";
import type { BenchResult } from "./measure.ts";
import { panelBench } from "./panel.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));
const wanted = process.argv[2];
const all: Record<string, readonly BenchResult[]> = {};
const executablePath = findBrowser("chromium");
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ["--no-sandbox", "--js-flags=--expose-gc", "--enable-precise-memory-info"],
});
const page = await browser.newPage();
// An origin of its own, so that there is storage.
await page.route("https://bench.example/", (route) =>
  route.fulfill({ contentType: "text/html; charset=utf-8", body: "<!doctype html><title>bench</title>" }),
);

for (const file of readdirSync(folder).filter((f) => f.endsWith(".bench.ts") && (!wanted || f.startsWith(wanted)))) {
  const built = await build({
    configFile: false,
    logLevel: "error",
    plugins: [qijuData(), preact()],
    build: { write: false, minify: true, lib: { entry: `${folder}${file}`, formats: ["iife"], name: "bench" } },
  });
  const output = Array.isArray(built) ? built[0] : built;
  if (!output || !("output" in output)) throw new Error(`${file} was not built`);
  await page.goto("https://bench.example/");
  await page.addScriptTag({ content: output.output[0].code });
  const name = file.replace(".bench.ts", "");
  report(name, (await page.evaluate("bench()")) as BenchResult[]);
  if (name !== "slices") continue;
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  report("slices, at a quarter of the speed", (await page.evaluate("bench(true)")) as BenchResult[]);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
}
await browser.close();
if (!wanted || "load".startsWith(wanted)) report("load", await loadBench());
if (!wanted || "panel".startsWith(wanted)) report("panel", await panelBench());
if (!wanted || "card".startsWith(wanted)) report("card", await cardBench());
mkdirSync(".results", { recursive: true });
writeFileSync(".results/bench.json", JSON.stringify(all, null, 1));

function report(name: string, results: readonly BenchResult[]): void {
  all[name] = results;
  console.log(`\n${name}`);
  for (const { name, ms, ratio, against } of results) {
    console.log(
      `  ${name.padEnd(56)} ${ms.toFixed(2).padStart(9)} ms${ratio === undefined ? "" : `   ${ratio.toFixed(2)} × ${against}`}`,
    );
  }
}
