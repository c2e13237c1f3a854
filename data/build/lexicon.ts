import type { LexiconData, LexiconName } from "../lexicon/types.ts";
import type { Alias, EntityFile, TermFile } from "../schema.ts";
import { variantsOf } from "./traditional.ts";

const HAN = /\p{Script=Han}/u;

/** Makes the recogniser's data out of the curated names and covering words. */
export function compileLexicon(
  entities: readonly EntityFile[],
  terms: readonly TermFile[],
  covers: readonly string[],
): LexiconData {
  const characters = new Set<string>();
  const written = [
    ...entities.flatMap((e) => e.aliases.map(aliasText)),
    ...terms.flatMap((t) => [t.names.zh, ...t.aliases.map(aliasText)]),
    ...covers,
  ];
  for (const text of written) for (const c of text) if (HAN.test(c)) characters.add(c);
  const variants = variantsOf(characters);
  const fold = new Map<string, string>();
  for (let i = 0; i < variants.length; i += 2) fold.set(variants.charAt(i), variants.charAt(i + 1));

  const names: LexiconName[] = [];
  const seen = new Set<string>();
  const add = (name: LexiconName): void => {
    // 繁體 forms fold into the 简体 one: keep one of them.
    const text = [...name.text].map((c) => fold.get(c) ?? c).join("");
    const key = `${name.exact ? text : text.toLowerCase()}|${name.entity}`;
    if (seen.has(key)) return;
    seen.add(key);
    names.push({ ...name, text });
  };
  for (const entity of entities) {
    for (const alias of entity.aliases) {
      const { exact, near } = typeof alias === "string" ? { exact: undefined, near: undefined } : alias;
      add({ text: aliasText(alias), entity: entity.id, ...(exact ? { exact } : {}), ...(near ? { near } : {}) });
    }
  }
  for (const term of terms.filter((t) => t.mark)) {
    // A term's English name explains (“Small B (small trade buyer)”); only what stands before that is a form.
    const forms = [term.names.zh, term.names.en.replace(/ \(.*/, ""), ...term.aliases.map(aliasText)];
    for (const text of forms) add({ text, entity: term.id, term: true });
  }
  for (const cover of covers) add({ text: cover, entity: null });
  return { names, variants };
}

export function aliasText(alias: Alias): string {
  return typeof alias === "string" ? alias : alias.text;
}
