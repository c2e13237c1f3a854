/** Whom a reader means by words that were selected on a page. Pure. */
import type { Recogniser } from "./lexicon/recognise.ts";
import type { Entity } from "./model.ts";
import { foldName } from "./search.ts";

/** The longest text that is looked up, in characters: a paragraph, not a book. */
const LONGEST_LOOKUP = 2000;

/**
 * The entities that a selected text names, in its order, each once. A text that is a name and nothing
 * else means it, however ambiguous the name is: whoever selects 1688 does not ask for a price.
 */
export function namedIn(text: string, entities: readonly Entity[], recogniser: Recogniser): string[] {
  const words = text.slice(0, LONGEST_LOOKUP).trim();
  const whole = foldName(words);
  const isNamed = ({ names, aliases }: Entity): boolean =>
    [...Object.values(names), ...aliases].some((form) => foldName(form) === whole);
  const exact = whole === "" ? [] : entities.filter(isNamed).map((e) => e.id);
  if (exact.length > 0) return exact;
  const known = new Set(entities.map((e) => e.id));
  return [...new Set(recogniser.recognise(words).map((m) => m.entity))].filter((id) => known.has(id));
}
