import { foldTable } from "./characters.ts";
import { Cues } from "./cues.ts";
import type { Found } from "./finder.ts";
import { type Say, SenseScale } from "./senses.ts";
import { sentenceEndsIn } from "./sentences.ts";
import type { LexiconName, PageEvidence, SenseData } from "./types.ts";

/** How far, in UTF-16 units, a name in the same sentence still speaks for an ambiguous one. */
export const SENTENCE_REACH = 120;
/** How many names on either side speak for an ambiguous one: more say nothing new. */
const NEIGHBOURS = 6;
/** From this score on an ambiguous form is as good as a plain name: it speaks for others on its page. */
export const SURE = 3;
/** What a form that means nothing else scores. */
const PLAIN = 1;

export const NOBODY: ReadonlySet<string> = new Set();

/** An ambiguous form, with all that does not depend on who else is named. */
interface Doubt {
  /** Its place among the forms of the text. */
  index: number;
  start: number;
  end: number;
  scale: SenseScale;
  /** Prior and cues. */
  words: number;
}

/** Decides which ambiguous forms are the name. */
export class Judge {
  readonly cues: Cues | undefined;
  /** By the number of the sense. */
  private readonly scales: (SenseScale | undefined)[] = [];

  /** @param senses without them every ambiguous form is refused */
  constructor(
    names: readonly LexiconName[],
    private readonly senses: SenseData | undefined,
    variants: string,
  ) {
    if (!senses) return;
    const all = variants + senses.variants;
    this.cues = new Cues(senses, foldTable(all), all);
    for (const { sense, entity } of names) {
      if (sense === undefined || entity === null || this.scales[sense]) continue;
      const data = senses.senses[sense];
      if (data) this.scales[sense] = new SenseScale(data, entity, this.cues, senses.far ?? 1);
    }
  }

  /** Whether a refused form could be let through by more evidence on the page. */
  mayChange({ name }: Found): boolean {
    return !this.senses || this.senses.senses[name.sense ?? -1]?.page !== undefined;
  }

  /**
   * Scores of all forms of a text; undefined where none is ambiguous. Twice over: names that the first
   * round accepted speak for those that it refused (1688 for its 会员体系).
   */
  scores(
    text: string,
    found: readonly Found[],
    page: PageEvidence | undefined,
    reasons?: readonly Say[],
  ): number[] | undefined {
    if (!hasDoubts(found)) return undefined;
    const doubts = this.doubts(text, found, reasons);
    const scores: number[] = [];
    const named: Found[] = [];
    /** All that are named on the page; some of them twice, which says no more. */
    const entities: string[] = page?.entities ? [...page.entities] : [];
    for (const f of found) {
      const { sense, entity, term } = f.name;
      scores.push(sense === undefined ? PLAIN : 0);
      if (sense !== undefined || entity === null || term) continue;
      named.push(f);
      entities.push(entity);
    }
    if (page?.own) entities.push(page.own);
    const first = this.round(text, doubts, named, entities);
    doubts.forEach((doubt, i) => {
      scores[doubt.index] = first[i] ?? 0;
    });
    const refused = doubts.filter((_, i) => (first[i] ?? 0) <= 0);
    if (reasons) {
      const passed = doubts.filter((_, i) => (first[i] ?? 0) > 0);
      this.round(text, passed, named, entities, reasons);
    }
    if (refused.length === 0) return scores;
    const accepted = found.filter((f, i) => f.name.entity !== null && !f.name.term && (scores[i] ?? 0) > 0);
    for (const { name } of accepted) entities.push(name.entity ?? "");
    const second = this.round(text, refused, accepted, entities, reasons);
    refused.forEach((doubt, i) => {
      scores[doubt.index] = second[i] ?? 0;
    });
    return scores;
  }

  /** The ambiguous forms that have a sense to be weighed by. */
  private doubts(text: string, found: readonly Found[], reasons: readonly Say[] | undefined): Doubt[] {
    const doubts: Doubt[] = [];
    if (!this.cues) return doubts;
    this.cues.turnTo(text);
    for (let index = 0; index < found.length; index++) {
      const f = found[index];
      const scale = f && this.scales[f.name.sense ?? -1];
      if (!scale) continue;
      const { start, end } = f;
      doubts.push({ start, end, index, scale, words: scale.words(start, end, reasons?.[index]) });
    }
    this.cues.turnTo("");
    return doubts;
  }

  /** Scores of the doubts, given who is named in the text (in its order) and on the page. */
  private round(
    text: string,
    doubts: readonly Doubt[],
    named: readonly Found[],
    page: readonly string[],
    reasons?: readonly Say[],
  ): number[] {
    const pages = doubts.length > 1 ? new Map<SenseScale, number>() : undefined;
    const near = new Neighbours(text, named);
    const alone = named.length === 0;
    return doubts.map(({ scale, words, index, start, end }) => {
      const say = reasons?.[index];
      let score = words;
      if (scale.sense.with && !alone) score += scale.sentence(near.of(start, end), say);
      // The page is the same for every form of a sense.
      let weight = pages?.get(scale);
      if (weight === undefined || say) {
        weight = scale.page(page, say);
        pages?.set(scale, weight);
      }
      return inThousandths(score + weight);
    });
  }
}

/** Weights are decimal fractions: whether their sum is zero must not hang on the order in which they came. */
function inThousandths(score: number): number {
  return Math.round(score * 1000) / 1000;
}

function hasDoubts(found: readonly Found[]): boolean {
  for (const { name } of found) if (name.sense !== undefined) return true;
  return false;
}

/** The entities of the names nearest to a place, in its sentence. Must be asked in the order of the text. */
class Neighbours {
  private next = 0;

  /** @param named in the order of the text */
  constructor(
    private readonly text: string,
    private readonly named: readonly Found[],
  ) {}

  of(start: number, end: number): string[] {
    const { text, named } = this;
    while ((named[this.next]?.start ?? start) < start) this.next++;
    const entities: string[] = [];
    let joined = start;
    for (let i = this.next - 1; i >= Math.max(0, this.next - NEIGHBOURS); i--) {
      const other = named[i];
      if (!other || other.start < start - SENTENCE_REACH || sentenceEndsIn(text, other.start, joined)) break;
      entities.push(other.name.entity ?? "");
      joined = other.start;
    }
    joined = end;
    for (let i = this.next; i < this.next + NEIGHBOURS; i++) {
      const other = named[i];
      if (!other || other.end > end + SENTENCE_REACH || sentenceEndsIn(text, joined, other.end)) break;
      entities.push(other.name.entity ?? "");
      joined = other.end;
    }
    return entities;
  }
}
