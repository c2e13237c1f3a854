/** Whom a reader means by words: selected on a page, or typed after the keyword in the address bar. Pure. */
import type { Recogniser } from "./lexicon/recognise.ts";
import type { Entity } from "./model.ts";
import type { Spellings } from "./search.ts";

/** The longest text that is looked up, in characters: a paragraph, not a book. */
export const LONGEST_LOOKUP = 2000;

/**
 * The entities that a selected text names, in its order, each once. A text that is a name and nothing
 * else means it, however ambiguous the name is: whoever selects 1688 does not ask for a price.
 */
export function namedIn(text: string, entities: readonly Entity[], recogniser: Recogniser): string[] {
  const words = text.slice(0, LONGEST_LOOKUP).trim();
  const whole = fold(words);
  const exact = entities.filter((e) => formsOf(e).some((form) => form === whole)).map((e) => e.id);
  if (exact.length > 0) return exact;
  const known = new Set(entities.map((e) => e.id));
  return [...new Set(recogniser.recognise(words).map((m) => m.entity))].filter((id) => known.has(id));
}

/**
 * The entities that typed words may mean, the likeliest first: by name, alias or pinyin.
 * @param most so many at most
 */
export function suggest(typed: string, entities: readonly Entity[], sounds: Spellings, most: number): Entity[] {
  const words = fold(typed);
  if (words === "") return [];
  return entities
    .flatMap((entity) => {
      const rank = rankOf(words, formsOf(entity), sounds[entity.id] ?? []);
      return rank === undefined ? [] : [{ entity, rank }];
    })
    .sort((a, b) => a.rank - b.rank || a.entity.names.zh.length - b.entity.names.zh.length)
    .slice(0, most)
    .map(({ entity }) => entity);
}

/** How well words fit: 0 is the name itself. Undefined where they do not fit at all. */
function rankOf(words: string, forms: readonly string[], sounds: readonly string[]): number | undefined {
  const spelled = words.replace(/[^a-z0-9]/g, "");
  const tests = [
    () => forms.includes(words),
    () => spelled !== "" && sounds.includes(spelled),
    () => forms.some((form) => form.startsWith(words)),
    () => spelled.length > 1 && sounds.some((sound) => sound.startsWith(spelled)),
    () => forms.some((form) => form.includes(words)),
  ];
  const rank = tests.findIndex((test) => test());
  return rank === -1 ? undefined : rank;
}

function formsOf(entity: Entity): string[] {
  return [...Object.values(entity.names), ...entity.aliases].map(fold);
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
