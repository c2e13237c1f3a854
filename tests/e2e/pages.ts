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

/** What is underlined in the demo article, in reading order: of each platform the first in a section, and no look-alikes. */
export const articleNames: readonly string[] = [
  "抖音",
  "抖音电商",
  "抖音商城版",
  "淘宝",
  "阿里巴巴",
  "淘天集团",
  "1688",
  "闲鱼",
  "天猫",
  "淘特",
  "菜鸟物流",
  "饿了么",
  "盒马",
  "银泰百货",
  "小红书",
  "京东",
  "种草秀",
  "拼多多",
  "拼小圈",
  "可颂",
  "有柿",
  "SHEIN",
  "慧聪网",
  "淘天集團",
  "閑魚",
  "1688",
  "慧聰網",
  "小紅書",
  "行雲集團",
  "國聯股份",
  "震坤行",
  "百度",
  "愛採購",
  "京東工業",
  "京東",
  "Douyin",
  "TikTok Shop",
  "Alibaba",
  "Taobao",
  "Tmall",
  "Tongyi Qianwen",
  "1688.com",
  "SHEIN",
  "Xiaohongshu",
  "JD.com",
  "Pinduoduo",
];
