/** How a Chinese name is typed without Chinese: made when the bundle is, since the table is far larger than the names. */
import { pinyin } from "pinyin-pro";

/**
 * The keys under which a name can be searched for by its sound: its syllables in full, and their first letters.
 * Latin letters and digits stand as they are, in lower case; signs and spaces go.
 * @returns nothing for a name without Chinese characters
 */
export function pinyinKeys(name: string): string[] {
  if (!/\p{Script=Han}/u.test(name)) return [];
  const parts = pinyin(name, { toneType: "none", type: "all", v: true });
  const full = parts.map((part) => (part.isZh ? part.pinyin : part.origin));
  const initials = parts.map((part) => (part.isZh ? part.pinyin.charAt(0) : part.origin));
  const keys = [full, initials].map((sounds) =>
    sounds
      .join("")
      .toLowerCase()
      .replace(/[^a-z0-9]/g, ""),
  );
  return [...new Set(keys)].filter((key) => key.length > 1);
}
