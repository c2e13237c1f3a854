import type { PanelKey } from "../types.ts";

/** Comparisons worth starting from, each with the line that says what it is about. */
export const starts: readonly { key: PanelKey; columns: readonly string[] }[] = [
  { key: "start.giants", columns: ["douyin", "alibaba-group"] },
  { key: "start.shops", columns: ["taobao", "jd", "pinduoduo", "douyin", "xiaohongshu"] },
  { key: "start.sourcing", columns: ["alibaba-1688", "taote", "shein"] },
  {
    key: "start.b2b",
    columns: ["alibaba-1688", "hc360", "jd-industrials", "guolian-share", "zkh", "aicaigou"],
  },
];
