import type { Named, Spellings } from "../search.ts";
import { pinyinKeys } from "./pinyin.ts";

/** Pinyin and initials of every name in Chinese characters: 抖音 → douyin, dy. For the panel's search. */
export function spellingsOf(all: readonly Named[]): Spellings {
  return Object.fromEntries(
    all.flatMap(({ id, names, aliases }) => {
      const keys = new Set([names.zh, ...aliases].flatMap(pinyinKeys));
      return keys.size > 0 ? [[id, [...keys]]] : [];
    }),
  );
}
