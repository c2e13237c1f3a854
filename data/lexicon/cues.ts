import { isSpace, isWordPart } from "./characters.ts";
import { createSieve, type Sieve } from "./sieve.ts";
import { buildTrie, type TrieNode, walk } from "./trie.ts";
import type { CuePlace } from "./types.ts";

/** How far a cue may stand from the name, in UTF-16 units, inside its sentence. */
export const CUE_REACH = 40;

/** The cue that a number right before the name is: 3.5亿欧, 几百度. */
export const NUMBER = "number";
const NUMBER_BEFORE = /[\d０-９零一二三四五六七八九十百千万萬两兩几幾数數多余餘]\s?$/;

/** The words that tell senses apart, ready to be looked for around a name. */
export class Cues {
  private readonly root: TrieNode;
  private readonly sieve: Sieve;
  private readonly longest: number;
  private readonly classes = new WeakMap<TrieNode, readonly string[]>();

  constructor(
    classes: Readonly<Record<string, readonly string[]>>,
    private readonly fold: Uint16Array,
  ) {
    const words = Object.entries(classes).flatMap(([cue, list]) => list.map((text) => ({ text, entity: cue })));
    this.root = buildTrie(words, fold);
    this.longest = Math.max(1, ...words.map((w) => w.text.length));
    this.sieve = createSieve(this.root, fold);
  }

  /** Ready to be asked about names in one text; what is found at a place is kept. */
  in(text: string): CueFinder {
    const { first, passes } = this.sieve;
    const kept = new Map<number, Found | null>();
    const at = (i: number): Found | null => {
      if (first[text.charCodeAt(i)] === 0 || !passes(text, i)) return null;
      let found = kept.get(i);
      if (found === undefined) {
        found = this.at(text, i);
        kept.set(i, found);
      }
      return found;
    };
    return (start, end, from, to, visit) => {
      const number = NUMBER_BEFORE.exec(text.slice(Math.max(from, start - 2), start))?.[0];
      if (number) visit(NUMBER, "before", start - number.length, start);
      const last = Math.min(to, end + CUE_REACH);
      const heard = [new Set(), new Set(), new Set()];
      for (let i = Math.max(from, start - CUE_REACH); i < last; i++) {
        if (i === start) i = end;
        if (i >= last) return;
        const found = at(i);
        // What begins before the name must end before it.
        if (!found || found.end > (i < start ? start : last)) continue;
        const place = touches(text, found.end, start) ? "before" : touches(text, end, i) ? "after" : "near";
        // A word that comes again in the same place says nothing new.
        const said = place === "before" ? 0 : place === "after" ? 1 : 2;
        if (heard[said]?.has(found.cues)) continue;
        heard[said]?.add(found.cues);
        for (const cue of found.cues) visit(cue, place, i, found.end);
      }
    };
  }

  /** The classes of a word: one array for each word, so that words can be told apart by it. */
  private classesOf(node: TrieNode): readonly string[] {
    let classes = this.classes.get(node);
    if (!classes) {
      classes = node.names.flatMap((n) => n.entity ?? []);
      this.classes.set(node, classes);
    }
    return classes;
  }

  /** The longest cue that starts at `at` and stands alone: 年度 is not 年. */
  private at(text: string, at: number): Found | null {
    let longest: Found | null = null;
    walk(this.root, this.fold, text, at, (node, end) => {
      if (end - at > 2 * this.longest) return;
      if (isWordPart(text.charCodeAt(at)) && isWordPart(text.charCodeAt(at - 1))) return;
      if (isWordPart(text.charCodeAt(end - 1)) && isWordPart(text.charCodeAt(end))) return;
      longest = { cues: this.classesOf(node), end };
    });
    return longest;
  }
}

/** Visits every cue around a name at `start`–`end`, inside its sentence `from`–`to`. */
export type CueFinder = (
  start: number,
  end: number,
  from: number,
  to: number,
  visit: (cue: string, place: CuePlace, at: number, stop: number) => void,
) => void;

interface Found {
  /** Classes of the word. */
  cues: readonly string[];
  end: number;
}

/** Whether nothing but a space or two lies between two places. */
function touches(text: string, from: number, to: number): boolean {
  return from === to || onlySpace(text, from, to);
}

function onlySpace(text: string, from: number, to: number): boolean {
  if (from >= to || to - from > 2) return false;
  for (let i = from; i < to; i++) if (!isSpace(text.charCodeAt(i))) return false;
  return true;
}
