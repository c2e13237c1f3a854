/** A name found in a text. Offsets are UTF-16 code units, `end` exclusive. */
export interface Mention {
  start: number;
  end: number;
  /** The very characters of the text from `start` to `end`. */
  surface: string;
  /** Id of the entity, or of the term, that is named. */
  entity: string;
  /** Set where it is a term of the trade (货架电商), not somebody's name. */
  term?: true;
}

/**
 * One form under which something is named.
 * - `entity` null: a covering word. It is matched like a name, and what it covers is left alone.
 * - `exact`: only in this very case.
 * - `near`: only close to a mention of one of these entities.
 */
export interface LexiconName {
  text: string;
  entity: string | null;
  exact?: true;
  near?: readonly string[];
  term?: true;
}

/** Everything that decides about names, as plain data: made when the knowledge is compiled. */
export interface LexiconData {
  names: readonly LexiconName[];
  /**
   * Variant characters of those that occur in names, as pairs in one string: the variant, then the
   * character that names are written with (`寶宝網网`).
   */
  variants: string;
}
