/** A name found in a text. Offsets are UTF-16 code units, `end` exclusive. */
export interface Mention {
  start: number;
  end: number;
  /** The very characters of the text from `start` to `end`. */
  surface: string;
  /** The form as the lexicon writes it: the same for all variants and cases. */
  form: string;
  /** Id of the entity, or of the term, that is named. */
  entity: string;
  /** Set where it is a term of the trade (货架电商), not somebody's name. */
  term?: true;
  /** Set where its form means other things too and little evidence decided: no evidence for others. */
  doubtful?: true;
}

/**
 * One form under which something is named.
 * - `entity` null: a covering word. It is matched like a name, and what it covers is left alone.
 * - `exact`: only in this very case.
 * - `sense`: the form means other things too; the sense's evidence decides.
 */
export interface LexiconName {
  text: string;
  entity: string | null;
  exact?: true;
  /** Place of its sense in `SenseData.senses`. */
  sense?: number;
  term?: true;
  /** How many of its characters it covers, where what follows must be there but is free (扩大|淘宝, 淘宝|客服). */
  covers?: number;
}

/** Where a cue stands: right before the name, right behind it, or anywhere in its sentence within reach. */
export type CuePlace = "before" | "after" | "near";

/** What decides whether an ambiguous form is the name: the sum of these weights must be above zero. */
export interface Sense {
  /** Weight without any evidence. */
  prior: number;
  /** Weight of each class of cues, by where it stands. A class counts once in each place. */
  before?: Readonly<Record<string, number>>;
  after?: Readonly<Record<string, number>>;
  near?: Readonly<Record<string, number>>;
  /** Weight of a sure mention of one of these entities (`*`: of any) in the same sentence. */
  with?: Readonly<Record<string, number>>;
  /** The same for the page: another block, or another sentence of this one. */
  page?: Readonly<Record<string, number>>;
}

/** The forms to look for, as plain data: made when the knowledge is compiled. */
export interface LexiconData {
  names: readonly LexiconName[];
  /**
   * Variant characters of those that occur in names, as pairs in one string: the variant, then the
   * character that names are written with (`寶宝網网`).
   */
  variants: string;
}

/**
 * What decides about ambiguous forms. Apart from the names, since it is five times as large and
 * wanted only where an ambiguous form stands on a page.
 */
export interface SenseData {
  /** By the number that `LexiconName.sense` gives. */
  senses: readonly Sense[];
  /** Words that tell senses apart, by class. */
  cues: Readonly<Record<string, readonly string[]>>;
  /** How much of its weight a cue has that a comma parts from the name; 1 where it is left out. */
  far?: number;
  /** Variant characters of those that occur in cues. */
  variants: string;
}

/** What is known of the page around a text. */
export interface PageEvidence {
  /** Entities that the page surely names. */
  entities?: ReadonlySet<string>;
  /** The entity whose own site the page is on. */
  own?: string | null;
}

/** One piece of evidence for or against a name, with its weight. */
export interface Evidence {
  what: string;
  weight: number;
}

/** What became of one form in a text, and why. */
export interface Decision extends Mention {
  /** `covered`: the form is part of a word that means something else. */
  outcome: "mention" | "refused" | "covered";
  score: number;
  evidence: Evidence[];
}
