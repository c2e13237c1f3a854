import { isSpace, isWordPart } from "./characters.ts";
import { buildTrie, type TrieNode, walk } from "./trie.ts";
import type { CuePlace } from "./types.ts";

/** How far a cue may stand from the name, in UTF-16 units, inside its sentence. */
export const CUE_REACH = 40;

/** The cue that a number right before the name is: 3.5亿欧, 几百度. */
export const NUMBER = "number";
const NUMBER_BEFORE = /[\d０-９零一二三四五六七八九十百千万萬两兩几幾数數多余餘]\s?$/;

/** A cue that was found, and where. */
export interface CueHit {
  cue: string;
  text: string;
  place: CuePlace;
}

/** The words that tell senses apart, ready to be looked for around a name. */
export class Cues {
  private readonly root: TrieNode;
  private readonly starts = new Uint8Array(0x10000);
  private readonly longest: number;

  constructor(
    classes: Readonly<Record<string, readonly string[]>>,
    private readonly fold: Uint16Array,
  ) {
    const words = Object.entries(classes).flatMap(([cue, list]) => list.map((text) => ({ text, entity: cue })));
    this.root = buildTrie(words, fold);
    this.longest = Math.max(1, ...words.map((w) => w.text.length));
    for (let c = 0; c < this.starts.length; c++) if (this.root.next.has(fold[c] ?? c)) this.starts[c] = 1;
  }

  /** The cues around a name at `start`–`end`, inside its sentence `from`–`to`. */
  around(text: string, start: number, end: number, from: number, to: number): CueHit[] {
    const hits: CueHit[] = [];
    const number = text.slice(Math.max(from, start - 2), start).match(NUMBER_BEFORE)?.[0];
    if (number) hits.push({ cue: NUMBER, text: number, place: "before" });
    const first = Math.max(from, start - CUE_REACH);
    const last = Math.min(to, end + CUE_REACH);
    for (let i = first; i < last; i++) {
      if (i === start) i = end;
      if (i >= last || this.starts[text.charCodeAt(i)] === 0) continue;
      // What begins before the name must end before it.
      const limit = i < start ? start : last;
      this.at(text, i, limit, (cue, stop) => {
        const place =
          stop === start || onlySpace(text, stop, start)
            ? "before"
            : i === end || onlySpace(text, end, i)
              ? "after"
              : "near";
        hits.push({ cue, text: text.slice(i, stop), place });
      });
    }
    return hits;
  }

  /** The longest cue that starts at `at` and stands alone: 年度 is not 年. */
  private at(text: string, at: number, limit: number, found: (cue: string, stop: number) => void): void {
    let longest: TrieNode | undefined;
    let end = at;
    walk(this.root, this.fold, text, at, (node, stop) => {
      if (stop > limit || stop - at > 2 * this.longest) return;
      if (isWordPart(text.charCodeAt(at)) && isWordPart(text.charCodeAt(at - 1))) return;
      if (isWordPart(text.charCodeAt(stop - 1)) && isWordPart(text.charCodeAt(stop))) return;
      longest = node;
      end = stop;
    });
    for (const name of longest?.names ?? []) if (name.entity !== null) found(name.entity, end);
  }
}

function onlySpace(text: string, from: number, to: number): boolean {
  if (from >= to || to - from > 2) return false;
  for (let i = from; i < to; i++) if (!isSpace(text.charCodeAt(i))) return false;
  return true;
}
