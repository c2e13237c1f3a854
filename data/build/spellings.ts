import { pinyin } from "pinyin-pro";
import type { Named, Spellings } from "../search.ts";

/** Pinyin and initials of every name in Chinese characters: 抖音 → douyin, dy. For the panel's search. */
export function spellingsOf(all: readonly Named[]): Spellings {
  return Object.fromEntries(
    all.flatMap(({ id, names, aliases }) => {
      const chinese = [...new Set([names.zh, ...aliases])].filter((name) => /\p{Script=Han}/u.test(name));
      const keys = new Set(chinese.flatMap((name) => [spell(name, "pinyin"), spell(name, "first")]));
      return keys.size > 0 ? [[id, [...keys]]] : [];
    }),
  );
}

/** What is not Chinese stays: 阿里1688 → ali1688. */
function spell(name: string, pattern: "pinyin" | "first"): string {
  return pinyin(name, { pattern, toneType: "none", type: "array", v: true, nonZh: "consecutive" })
    .join("")
    .toLowerCase()
    .replace(/[\s\-']/g, "");
}
