/** Looking a platform or a term up by any of its names, by pinyin or by its initials. Pure. */
import type { Names } from "./schema.ts";

/** What can be looked up. */
export interface Named {
  id: string;
  names: Names;
  aliases: readonly string[];
}

/** Pinyin and its initials for the Chinese names of each id, made when the extension is built. */
export type Spellings = Readonly<Record<string, readonly string[]>>;

/** A name before its spelling, the whole before its beginning, its beginning before its middle. */
const ranks = { whole: 6, begins: 5, contains: 3 } as const;
const SPELLED = -0.5;

/** A single letter stands in almost every spelling: only names are looked through for it. */
const SHORTEST_SPELLED = 2;

/**
 * Those whose names or spellings begin with or contain the query; the best first, of equals the one with
 * the shorter name (淘宝 before 淘宝闪购), else in the order given. The one ranking for all that readers
 * type: the panel's searches, the address bar, the look-up.
 */
export function searchNames<T extends Named>(all: readonly T[], query: string, spellings: Spellings = {}): T[] {
  const wanted = foldName(query);
  if (wanted === "") return [];
  return all
    .map((item) => ({ item, rank: rankOf(item, wanted, spellings[item.id] ?? []) }))
    .filter((found) => found.rank > 0)
    .sort((a, b) => b.rank - a.rank || a.item.names.zh.length - b.item.names.zh.length)
    .map((found) => found.item);
}

/** Every form of a name is told from others by this: width, case, spaces and hyphens do not matter (xiao hong shu, tiktok-shop). */
export function foldName(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\-'’]/g, "");
}

/** What somebody is called besides their names, each once: a reader need not see JD and jd, BILI and Bili. */
export function otherForms(names: readonly string[], aliases: readonly string[]): string[] {
  const said = new Set(names.map(foldName));
  return aliases.filter((alias) => {
    const form = foldName(alias);
    return !said.has(form) && said.add(form);
  });
}

function rankOf({ id, names, aliases }: Named, wanted: string, spelled: readonly string[]): number {
  const written = Math.max(...[...Object.values(names), ...aliases, id].map((name) => rank(foldName(name), wanted)));
  const heard = wanted.length < SHORTEST_SPELLED ? [] : spelled;
  const spoken = Math.max(0, ...heard.map((key) => rank(key, wanted) + SPELLED));
  return Math.max(written, spoken);
}

function rank(name: string, wanted: string): number {
  if (name === wanted) return ranks.whole;
  if (name.startsWith(wanted)) return ranks.begins;
  return name.includes(wanted) ? ranks.contains : 0;
}
