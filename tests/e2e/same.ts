/** The recogniser as a script that a page can run, with the texts of our corpus: the same everywhere? */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { build } from "vite";
import { qijuData } from "../../data/build/plugin.ts";

export const corpusTexts: string[] = ["train", "test"].flatMap((name) =>
  readFileSync(new URL(`../corpus/${name}.jsonl`, import.meta.url), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { text: string }).text),
);

/** A page that recognises every text and leaves what it found, as JSON, in `window.found`. */
export async function recogniserPage(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    plugins: [qijuData()],
    build: { write: false, lib: { entry: "tests/fixtures/recogniser-page.ts", formats: ["iife"], name: "page" } },
  });
  const output = Array.isArray(built) ? built[0] : built;
  if (!output || !("output" in output)) throw new Error("the page was not built");
  const safe = (text: string): string => text.replace(/<\//g, "<\\/");
  const texts = safe(JSON.stringify(corpusTexts));
  return `<!doctype html><meta charset="utf-8"><title>same</title><script>window.texts = ${texts}</script><script>${safe(output.output[0].code)}</script>`;
}

export function digest(found: string): string {
  return createHash("sha256").update(found).digest("hex");
}
