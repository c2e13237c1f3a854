import { FormFinder, type Found } from "./finder.ts";
import { Judge, NOBODY, SURE } from "./judge.ts";
import type { LexiconData, Mention, PageEvidence, SenseData } from "./types.ts";

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
}

/**
 * Makes a recogniser out of the lexicon: the leftmost longest form wins, covering words included,
 * what they cover is left alone, and ambiguous forms are decided by the evidence around them.
 */
export function createRecogniser(data: LexiconData, options: RecogniserOptions = {}): Recogniser {
  const { silenced = NOBODY } = options;
  const { finder, judge } = partsOf(data, options);

  const read = (text: string, page?: PageEvidence): { mentions: Mention[]; refused: boolean } => {
    const found = finder.find(text);
    const scores = judge.scores(text, found, page);
    const mentions: Mention[] = [];
    let refused = false;
    for (let i = 0; i < found.length; i++) {
      const f = found[i];
      if (!f || f.name.entity === null || (silenced.size > 0 && silenced.has(f.name.text))) continue;
      const score = scores?.[i] ?? SURE;
      if (score > 0) mentions.push(mentionOf(text, f, score));
      else if (judge.mayChange(f)) refused = true;
    }
    return { mentions, refused };
  };

  return { recognise: (text, page) => read(text, page).mentions, read };
}

/** What finds forms and what decides about them. */
export function partsOf(data: LexiconData, options: RecogniserOptions): { finder: FormFinder; judge: Judge } {
  const known = options.terms ? data.names : data.names.filter((n) => !n.term);
  return {
    finder: new FormFinder([...(options.own ?? []), ...known], data.variants),
    judge: new Judge(known, options.senses, data.variants),
  };
}

/** The mention that a form is, with the score that decided. */
export function mentionOf(text: string, { start, end, name }: Found, score: number): Mention {
  const mention: Mention = {
    start,
    end,
    surface: text.slice(start, end),
    form: name.text,
    entity: name.entity ?? "",
  };
  if (name.term) mention.term = true;
  if (name.sense !== undefined && score < SURE) mention.doubtful = true;
  return mention;
}
