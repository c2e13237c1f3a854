import { isInvisible, isSpace, isWordPart } from "./characters.ts";
import type { TrieNode } from "./trie.ts";

const HAN = 1;
const WORD = 2;
/** A form of one character: what follows does not matter. */
const WHOLE = 3;

/** Look `first` up before calling `passes`: the first look is nearly all of the work over a text. */
export interface Sieve {
  /** By code unit; 0 where no form starts. */
  first: Uint8Array;
  passes: (text: string, at: number) => boolean;
}

/**
 * Tells at a glance where no name can start: by the first character, by what stands before a Latin
 * word, and by the second character. Lets some places through that are none; never keeps one back.
 */
export function createSieve(root: TrieNode, fold: Uint16Array): Sieve {
  const first = new Uint8Array(0x10000);
  /** Whether the first character goes on with the second: a small hash, so some pairs share a place. */
  const pairs = new Uint8Array(0x10000);
  for (const [a, node] of root.next) for (const b of node.next.keys()) pairs[slot(a, b)] = 1;
  const skipped = new Uint8Array(0x10000);
  for (let c = 0; c < first.length; c++) {
    const node = root.next.get(fold[c] ?? c);
    if (node) first[c] = node.names.length > 0 ? WHOLE : isWordPart(fold[c] ?? c) ? WORD : HAN;
    // Invisible characters, white space and the bracket of stray pinyin may stand between the two.
    if (isInvisible(c) || isSpace(c) || c === 0x28 || c === 0xff08) skipped[c] = 1;
  }
  const passes = (text: string, at: number): boolean => {
    const c = text.charCodeAt(at);
    const kind = first[c];
    if (kind === WHOLE) return true;
    if (kind === WORD && at > 0 && isWordPart(text.charCodeAt(at - 1))) return false;
    const next = text.charCodeAt(at + 1);
    return skipped[next] === 1 || pairs[slot(fold[c] ?? c, fold[next] ?? next)] === 1;
  };
  return { first, passes };
}

function slot(a: number, b: number): number {
  return (Math.imul(a, 0x9e37) ^ b) & 0xffff;
}
