/** Pages for the tests, written for them. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export function demoPage(name: "article" | "shop"): string {
  return readFileSync(fileURLToPath(new URL(`../fixtures/demo/${name}.html`, import.meta.url)), "utf8");
}

/** A page whose body is the given HTML. */
export function pageOf(body: string, head = ""): string {
  return `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>试</title>${head}</head><body style="font:20px/1.8 sans-serif">${body}</body></html>`;
}

/** Text as paragraphs, one for each line that is not empty. */
export function paragraphs(text: string): string {
  const escapeHtml = (s: string): string => s.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join("\n");
}
