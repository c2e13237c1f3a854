import { isInvisible, isSpace, isWordPart } from "./characters.ts";
import type { TrieNode } from "./trie.ts";

const NO = 0;
const HAN = 1;
const WORD = 2;

/**
 * Tells at a glance where no name can start: by the first character, by what stands before a Latin
 * word, and by the second character. Lets some places through that are none; never keeps one back.
 */
export function createSieve(root: TrieNode, fold: Uint16Array): (text: string, at: number) => boolean {
  const first = new Uint8Array(0x10000);
  /** Whether the first character goes on with the second: a small hash, so some pairs share a place. */
  const pairs = new Uint8Array(0x10000);
  for (const [a, node] of root.next) for (const b of node.next.keys()) pairs[slot(a, b)] = 1;
  const skipped = new Uint8Array(0x10000);
  for (let c = 0; c < first.length; c++) {
    if (root.next.has(fold[c] ?? c)) first[c] = isWordPart(fold[c] ?? c) ? WORD : HAN;
    // Invisible characters, white space and the bracket of stray pinyin may stand between the two.
    if (isInvisible(c) || isSpace(c) || c === 0x28 || c === 0xff08) skipped[c] = 1;
  }
  return (text, at) => {
    const c = text.charCodeAt(at);
    const kind = first[c];
    if (kind === NO) return false;
    if (kind === WORD && at > 0 && isWordPart(text.charCodeAt(at - 1))) return false;
    const next = text.charCodeAt(at + 1);
    return skipped[next] === 1 || pairs[slot(fold[c] ?? c, fold[next] ?? next)] === 1;
  };
}

function slot(a: number, b: number): number {
  return (Math.imul(a, 0x9e37) ^ b) & 0xffff;
}
