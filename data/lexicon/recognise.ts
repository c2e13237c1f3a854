import { standsAlone } from "./boundary.ts";
import { asTyped, foldTable } from "./characters.ts";
import { type CueFinder, Cues } from "./cues.ts";
import { sentenceAround, weigh } from "./senses.ts";
import { createSieve } from "./sieve.ts";
import { buildTrie, type TrieNode, walk } from "./trie.ts";
import type { Decision, Evidence, LexiconData, LexiconName, Mention, PageEvidence, SenseData } from "./types.ts";

/** How far, in UTF-16 units, a name in the same sentence still speaks for an ambiguous one. */
export const SENTENCE_REACH = 120;

/** From this score on an ambiguous form is as good as a plain name: it speaks for others on its page. */
const SURE = 3;

export interface RecogniserOptions {
  /** Finds terms of the trade too. Off, they are not known at all. */
  terms?: boolean;
  /** What decides about ambiguous forms. Without it they are refused, all of them. */
  senses?: SenseData | undefined;
  /** Forms that are never marked. */
  silenced?: ReadonlySet<string>;
  /** Names that the reader gave: they stand before all others. */
  own?: readonly { text: string; entity: string }[];
}

/** Finds the names in blocks of text. Pure: the same text and evidence give the same mentions everywhere. */
export interface Recogniser {
  /** The mentions of a block of text, in its order. */
  recognise(text: string, page?: PageEvidence): Mention[];
  /** The same, with whether a form was refused that more evidence on the page could let through. */
  read(text: string, page?: PageEvidence): { mentions: Mention[]; refused: boolean };
  /** Every form that was found in it, with what became of it and why. */
  explain(text: string, page?: PageEvidence): Decision[];
}

/** A form found in the text, not decided yet. */
interface Found extends Mention {
  name: LexiconName;
}

/**
 * Makes a recogniser out of the lexicon: the leftmost longest form wins, covering words included,
 * what they cover is left alone, and ambiguous forms are decided by the evidence around them.
 */
export function createRecogniser(data: LexiconData, options: RecogniserOptions = {}): Recogniser {
  const { senses } = options;
  const fold = foldTable(data.variants + (senses?.variants ?? ""));
  const known = options.terms ? data.names : data.names.filter((n) => !n.term);
  const root = buildTrie([...(options.own ?? []), ...known], fold);
  const cues = new Cues(senses?.cues ?? {}, fold);
  const { first, passes } = createSieve(root, fold);
  const nobody: ReadonlySet<string> = new Set();
  const silenced = options.silenced ?? nobody;

  const find = (text: string): Found[] => {
    const found: Found[] = [];
    for (let i = 0; i < text.length; i++) {
      if (first[text.charCodeAt(i)] === 0 || !passes(text, i)) continue;
      const hit = longest(root, fold, text, i);
      if (!hit) continue;
      found.push({
        start: i,
        end: hit.end,
        surface: text.slice(i, hit.end),
        form: hit.name.text,
        entity: hit.name.entity ?? "",
        name: hit.name,
      });
      i = hit.end - 1;
    }
    return found;
  };

  /** The score of an ambiguous form. `named`: who is surely named in this text, in its order. */
  const scoreOf = (
    look: CueFinder,
    text: string,
    at: Found,
    named: readonly Found[],
    page: ReadonlySet<string>,
    evidence?: Evidence[],
  ): number => {
    if (at.name.sense === undefined) return 1;
    const sense = senses?.senses[at.name.sense];
    if (!sense) return 0;
    const { from, to } = sentenceAround(text, at, SENTENCE_REACH);
    const sentence = sense.with ? neighbours(named, at.start, from, to) : [];
    return weigh(
      sense,
      look,
      { text, start: at.start, end: at.end, entity: at.entity, from, to, sentence, page },
      evidence,
    );
  };

  const context = (
    found: readonly Found[],
    page: PageEvidence | undefined,
  ): { named: Found[]; page: ReadonlySet<string> } => {
    const named = found.filter((f) => f.name.entity !== null && f.name.sense === undefined && !f.name.term);
    const entities = new Set(page?.entities ?? nobody);
    for (const f of named) entities.add(f.entity);
    if (page?.own) entities.add(page.own);
    return { named, page: entities };
  };

  /**
   * Scores of all forms. Twice over: names that the first round accepted speak for those that it
   * refused (1688 for its 会员体系).
   */
  const decide = (
    text: string,
    found: readonly Found[],
    page: PageEvidence | undefined,
    reasons?: Evidence[][],
  ): number[] => {
    const { named, page: entities } = context(found, page);
    const look = cues.in(text);
    const scores = found.map((f) => scoreOf(look, text, f, named, entities));
    const accepted = found.filter((f, i) => f.name.entity !== null && !f.name.term && (scores[i] ?? 0) > 0);
    const likely = new Set([...entities, ...accepted.map((f) => f.entity)]);
    return found.map((f, i) => {
      const first = scores[i] ?? 0;
      if (f.name.sense === undefined || (first > 0 && !reasons)) return first;
      const evidence: Evidence[] = [];
      const second = scoreOf(look, text, f, first > 0 ? named : accepted, first > 0 ? entities : likely, evidence);
      reasons?.[i]?.push(...evidence);
      return second;
    });
  };

  const read = (text: string, page?: PageEvidence): { mentions: Mention[]; refused: boolean } => {
    const found = find(text);
    const scores = found.some((f) => f.name.sense !== undefined) ? decide(text, found, page) : undefined;
    const mentions: Mention[] = [];
    let refused = false;
    for (const [i, f] of found.entries()) {
      if (f.name.entity === null || (silenced.size > 0 && silenced.has(f.name.text))) continue;
      if (!scores || (scores[i] ?? 0) > 0) mentions.push(mentionOf(f, scores?.[i] ?? SURE));
      else if (!senses || senses.senses[f.name.sense ?? -1]?.page) refused = true;
    }
    return { mentions, refused };
  };

  return {
    recognise: (text, page) => read(text, page).mentions,
    read,

    explain(text, page) {
      const found = find(text);
      const reasons = found.map((): Evidence[] => []);
      const scores = decide(text, found, page, reasons);
      return found.map((f, i): Decision => {
        const evidence = reasons[i] ?? [];
        const score = scores[i] ?? 0;
        if (f.name.entity === null) return { ...mentionOf(f, score), outcome: "covered", score: 0, evidence };
        if (silenced.has(f.name.text)) {
          return {
            ...mentionOf(f, 0),
            outcome: "refused",
            score: 0,
            evidence: [{ what: "silenced by the reader", weight: 0 }],
          };
        }
        if (f.name.sense === undefined) evidence.push({ what: "means nothing else", weight: 1 });
        return { ...mentionOf(f, score), outcome: score > 0 ? "mention" : "refused", score, evidence };
      });
    },
  };
}

function mentionOf({ start, end, surface, entity, name }: Found, score: number): Mention {
  const mention: Mention = { start, end, surface, form: name.text, entity };
  if (name.term) mention.term = true;
  if (name.sense !== undefined && score < SURE) mention.doubtful = true;
  return mention;
}

/** The longest form that starts at `start`, stands alone and is in its case. */
function longest(
  root: TrieNode,
  fold: Uint16Array,
  text: string,
  start: number,
): { name: LexiconName; end: number } | undefined {
  let best: { name: LexiconName; end: number } | undefined;
  walk(root, fold, text, start, (node, end) => {
    const surface = node.names.some((n) => n.exact) ? asTyped(text.slice(start, end)) : "";
    const name = node.names.find((n) => n.exact && n.text === surface) ?? node.names.find((n) => !n.exact);
    if (name && standsAlone(text, start, end)) best = { name, end: name.covers ? start + name.covers : end };
  });
  return best;
}

/** How many names on either side speak for an ambiguous one: more say nothing new. */
const NEIGHBOURS = 6;

/** The entities of the names nearest to `at` between `from` and `to`. `named` is in text order. */
function neighbours(named: readonly Found[], at: number, from: number, to: number): Set<string> {
  let low = 0;
  let high = named.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((named[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  const entities = new Set<string>();
  for (let i = low - 1; i >= Math.max(0, low - NEIGHBOURS); i--) {
    const other = named[i];
    if (!other || other.start < from) break;
    entities.add(other.entity);
  }
  for (let i = low; i < low + NEIGHBOURS; i++) {
    const other = named[i];
    if (!other || other.end > to) break;
    entities.add(other.entity);
  }
  return entities;
}
