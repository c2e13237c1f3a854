import { FormFinder, type Found } from "./finder.ts";
import { Judge, NOBODY, SURE } from "./judge.ts";
import type { Decision, Evidence, LexiconData, Mention, PageEvidence, SenseData } from "./types.ts";

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

/**
 * Makes a recogniser out of the lexicon: the leftmost longest form wins, covering words included,
 * what they cover is left alone, and ambiguous forms are decided by the evidence around them.
 */
export function createRecogniser(data: LexiconData, options: RecogniserOptions = {}): Recogniser {
  const { senses, silenced = NOBODY } = options;
  const known = options.terms ? data.names : data.names.filter((n) => !n.term);
  const finder = new FormFinder([...(options.own ?? []), ...known], data.variants);
  const judge = new Judge(known, senses, data.variants);

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

  return {
    recognise: (text, page) => read(text, page).mentions,
    read,

    explain(text, page) {
      const found = finder.find(text);
      const reasons = found.map((): Evidence[] => []);
      const scores = judge.scores(text, found, page, reasons);
      return found.map((f, i): Decision => {
        const evidence = reasons[i] ?? [];
        const score = scores?.[i] ?? 1;
        const mention = mentionOf(text, f, score);
        if (f.name.entity === null) return { ...mention, outcome: "covered", score: 0, evidence };
        if (silenced.has(f.name.text)) {
          const why = { what: "silenced by the reader", weight: 0 };
          return { ...mention, outcome: "refused", score: 0, evidence: [why] };
        }
        if (f.name.sense === undefined) evidence.push({ what: "means nothing else", weight: 1 });
        return { ...mention, outcome: score > 0 ? "mention" : "refused", score, evidence };
      });
    },
  };
}

function mentionOf(text: string, { start, end, name }: Found, score: number): Mention {
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
