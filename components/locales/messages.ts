import type { Language } from "../../data/model.ts";

/** All messages of one part of the interface, in every language. */
export type Catalog<Key extends string> = Record<Language, Record<Key, string>>;

/** Looks a message up in the reader's language and fills its `{places}`. */
export type Translate<Key extends string> = (key: Key, values?: Record<string, string | number>) => string;

export function translator<Key extends string>(catalog: Catalog<Key>, language: Language): Translate<Key> {
  return translatorOf(catalog[language]);
}

/** The same over the messages of one language. */
function translatorOf<Key extends string>(messages: Record<Key, string>): Translate<Key> {
  return (key, values) => messages[key].replace(/\{(\w+)\}/g, (place, name: string) => String(values?.[name] ?? place));
}

/** BCP 47 tags, for `lang` attributes and `Intl`. */
export const languageTags: Record<Language, string> = { zh: "zh-Hans", zhHant: "zh-Hant", en: "en" };

/** The language for a browser's or a page's tag: Chinese by its script, English for all others. */
export function languageFor(tag: string): Language {
  const lower = tag.toLowerCase();
  if (!lower.startsWith("zh")) return "en";
  return /hant|-tw|-hk|-mo/.test(lower) ? "zhHant" : "zh";
}
