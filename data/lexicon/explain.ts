import { NOBODY } from "./judge.ts";
import { mentionOf, partsOf, type RecogniserOptions } from "./recognise.ts";
import { PAGE, PLACES, PRIOR, type Say, SENTENCE } from "./senses.ts";
import type { Decision, Evidence, LexiconData, PageEvidence } from "./types.ts";

const WHYS: Readonly<Record<number, string>> = {
  [PRIOR]: "prior",
  [SENTENCE]: "named in the sentence",
  [PAGE]: "named on the page",
};

/** Tells of every form in a text what became of it and why. */
export type Explain = (text: string, page?: PageEvidence) => Decision[];

/** Makes an explainer that decides as the recogniser of the same data and options does. Apart from it: no page carries it. */
export function createExplainer(data: LexiconData, options: RecogniserOptions = {}): Explain {
  const { silenced = NOBODY } = options;
  const { finder, judge } = partsOf(data, options);
  return (text, page) => {
    const found = finder.find(text);
    const reasons = found.map((): Evidence[] => []);
    const says = reasons.map(
      (evidence): Say =>
        (weight, why, cue = 0, at = 0, end = 0) => {
          const what = WHYS[why] ?? `${PLACES[why]} ${judge.cues?.classes[cue]} “${text.slice(at, end)}”`;
          if (weight) evidence.push({ what, weight });
        },
    );
    const scores = judge.scores(text, found, page, says);
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
  };
}
