import type { CueFinder } from "./cues.ts";
import type { Evidence, Mention, Sense } from "./types.ts";

/** An ambiguous form with all that its sentence and page say of it. */
export interface SenseQuestion {
  text: string;
  start: number;
  end: number;
  entity: string;
  /** The sentence's bounds. */
  from: number;
  to: number;
  /** Names in the same sentence. */
  sentence: Iterable<string>;
  /** Sure mentions elsewhere on the page. */
  page: ReadonlySet<string>;
}

/** The sum of the sense's weights over the evidence. Above zero: it is the name. */
export function weigh(sense: Sense, cues: CueFinder, question: SenseQuestion, evidence?: Evidence[]): number {
  const { text, start, end, from, to, entity } = question;
  let score = 0;
  const add = (what: string, weight: number | undefined): void => {
    if (!weight) return;
    score += weight;
    evidence?.push({ what, weight });
  };
  add("prior", sense.prior);
  if (sense.before || sense.after || sense.near) {
    // A class counts once in each place, however many of its words are there.
    const seen = new Set<string>();
    cues(start, end, from, to, (cue, place, at, stop) => {
      // Right beside the name is also near it, unless the place has a weight of its own.
      const weights = sense[place]?.[cue] === undefined ? sense.near : sense[place];
      const weight = weights?.[cue];
      const key = `${weights === sense.near ? "near" : place} ${cue}`;
      if (weight === undefined || seen.has(key)) return;
      seen.add(key);
      if (evidence) add(`${key} “${text.slice(at, stop)}”`, weight);
      else score += weight;
    });
  }
  add("named in the sentence", best(sense.with, question.sentence, entity));
  add("named on the page", best(sense.page, question.page, entity));
  return score;
}

/** The greatest weight of those named; `*` stands for any other entity. */
function best(weights: Readonly<Record<string, number>> | undefined, named: Iterable<string>, self: string): number {
  let greatest = 0;
  if (!weights) return 0;
  for (const entity of named) {
    const weight = weights[entity] ?? (entity === self ? 0 : (weights["*"] ?? 0));
    if (Math.abs(weight) > Math.abs(greatest)) greatest = weight;
  }
  return greatest;
}

const FULL_STOP = 0x3002;
const EXCLAMATION = 0xff01;
const QUESTION = 0xff1f;
const SEMICOLON = 0xff1b;

function endsSentence(c: number): boolean {
  return c === FULL_STOP || c === EXCLAMATION || c === QUESTION || c === SEMICOLON;
}

/** The bounds of the sentence around `start`–`end`, no further away than evidence reaches. */
export function sentenceAround(text: string, { start, end }: Mention, reach: number): { from: number; to: number } {
  let from = start;
  while (from > 0 && start - from < reach && !endsSentence(text.charCodeAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < reach && !endsSentence(text.charCodeAt(to))) to++;
  return { from, to };
}
