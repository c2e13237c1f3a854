import { standsAlone } from "./boundary.ts";
import { foldTable } from "./characters.ts";
import { buildTrie, type TrieNode, walk } from "./trie.ts";
import type { LexiconData, LexiconName, Mention } from "./types.ts";

/** How far, in UTF-16 units, a plain word may stand from the name that makes it a name. */
export const NEAR_REACH = 200;

/** Finds the names in one block of text. Pure: the same text gives the same mentions everywhere. */
export type Recognise = (text: string) => Mention[];

interface Candidate extends Mention {
  near: readonly string[] | undefined;
}

export interface RecogniserOptions {
  /** Finds terms of the trade too. Off, they are not known at all. */
  terms?: boolean;
}

/**
 * Makes a recogniser out of the lexicon: the leftmost longest name wins, covering words included,
 * and what they cover is left alone.
 */
export function createRecogniser(data: LexiconData, options: RecogniserOptions = {}): Recognise {
  const fold = foldTable(data.variants);
  const root = buildTrie(options.terms ? data.names : data.names.filter((n) => !n.term), fold);
  const starts = new Uint8Array(0x10000);
  for (let c = 0; c < starts.length; c++) if (root.next.has(fold[c] ?? c)) starts[c] = 1;

  return (text) => {
    const found: Candidate[] = [];
    for (let i = 0; i < text.length; i++) {
      if (starts[text.charCodeAt(i)] === 0) continue;
      const hit = longest(root, fold, text, i);
      if (!hit) continue;
      const { name, end } = hit;
      if (name.entity !== null) {
        const term = name.term ? { term: name.term } : {};
        found.push({ start: i, end, surface: text.slice(i, end), entity: name.entity, near: name.near, ...term });
      }
      i = end - 1;
    }
    return decide(found);
  };
}

/** The longest name that starts at `start`, stands alone and is in its case. */
function longest(
  root: TrieNode,
  fold: Uint16Array,
  text: string,
  start: number,
): { name: LexiconName; end: number } | undefined {
  let best: { name: LexiconName; end: number } | undefined;
  walk(root, fold, text, start, (node, end) => {
    const name = node.names.find((n) => !n.exact || n.text === text.slice(start, end));
    if (name && standsAlone(text, start, end)) best = { name, end };
  });
  return best;
}

/** Keeps the plain words only where a name that they go with stands close by. `found` is in text order. */
function decide(found: readonly Candidate[]): Mention[] {
  return found
    .filter((c, i) => !c.near || supported(found, i, -1) || supported(found, i, 1))
    .map(({ near: _, ...mention }) => mention);
}

/** Looks from the candidate at `at` in one direction, as far as the reach goes. */
function supported(found: readonly Candidate[], at: number, step: 1 | -1): boolean {
  const candidate = found[at];
  for (let i = at + step; candidate; i += step) {
    const other = found[i];
    if (!other || distance(candidate, other) > NEAR_REACH) return false;
    if (!other.near && candidate.near?.includes(other.entity)) return true;
  }
  return false;
}

function distance(a: Mention, b: Mention): number {
  return Math.max(a.start, b.start) - Math.min(a.end, b.end);
}
