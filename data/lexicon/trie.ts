import { isHan, isInvisible, isSpace, skipPinyin } from "./characters.ts";
import type { LexiconName } from "./types.ts";

/** A node of the tree of folded names. */
export interface TrieNode {
  next: Map<number, TrieNode>;
  /** The names that end here: several, where two entities share a form or one form is exact. */
  names: LexiconName[];
}

const SPACE = 0x20;

/** Builds the tree of all names, each character folded by `fold`. */
export function buildTrie(names: readonly LexiconName[], fold: Uint16Array): TrieNode {
  const root: TrieNode = { next: new Map(), names: [] };
  for (const name of names) {
    let node = root;
    for (let i = 0; i < name.text.length; i++) {
      const c = name.text.charCodeAt(i);
      const key = isSpace(c) ? SPACE : (fold[c] ?? c);
      let child = node.next.get(key);
      if (!child) {
        child = { next: new Map(), names: [] };
        node.next.set(key, child);
      }
      node = child;
    }
    node.names.push(name);
  }
  return root;
}

/**
 * Walks from `start` as far as names go. Invisible characters, stray pinyin and a line's worth of
 * white space between two parts of a name do not break it.
 * @param visit called at each place where a name ends, shortest first, with the offset behind it
 */
export function walk(
  root: TrieNode,
  fold: Uint16Array,
  text: string,
  start: number,
  visit: (node: TrieNode, end: number) => void,
): void {
  let node = root;
  let last = 0;
  let i = start;
  while (i < text.length) {
    const c = text.charCodeAt(i);
    const child = node.next.get(fold[c] ?? c);
    if (child) {
      node = child;
      last = c;
      i++;
      if (node.names.length > 0) visit(node, i);
      continue;
    }
    const skipped = node === root ? i : skip(node, fold, text, i, last);
    if (skipped === i) return;
    if (isSpace(c)) node = node.next.get(SPACE) ?? node;
    i = skipped;
  }
}

/** The offset behind what does not count at `at`, inside a name whose last character was `last`; `at` if all counts. */
function skip(node: TrieNode, fold: Uint16Array, text: string, at: number, last: number): number {
  const c = text.charCodeAt(at);
  if (isInvisible(c)) return at + 1;
  if (isHan(last)) {
    const behind = skipPinyin(text, at);
    if (behind > at) return behind;
  }
  if (!isSpace(c)) return at;
  const behind = skipSpace(text, at);
  if (node.next.has(SPACE)) return behind;
  // 淘 宝, B 站, or a source line that ends inside a name: only between Han and its neighbour.
  const following = text.charCodeAt(behind);
  return (isHan(last) || isHan(following)) && node.next.has(fold[following] ?? following) ? behind : at;
}

/** The most white space inside one name, in UTF-16 units: a line's end and the next line's indent. */
const WIDEST_GAP = 120;

function skipSpace(text: string, at: number): number {
  let i = at;
  while (i < text.length && i - at < WIDEST_GAP && (isSpace(text.charCodeAt(i)) || isInvisible(text.charCodeAt(i))))
    i++;
  return i;
}
