import type { LexiconData, LexiconName, Sense, SenseData } from "../lexicon/types.ts";
import type { Alias, EntityFile, SenseFile, TermFile } from "../schema.ts";
import { variantsOf } from "./traditional.ts";

const HAN = /\p{Script=Han}/u;

/** What the lexicon is made of. */
export interface LexiconSources {
  entities: readonly EntityFile[];
  terms: readonly TermFile[];
  covers: readonly string[];
  senses: SenseFile;
}

/** Makes the recogniser's data out of the curated names, covering words and senses. */
export function compileLexicon({ entities, terms, covers, senses }: LexiconSources): {
  lexicon: LexiconData;
  senses: SenseData;
} {
  const inNames = charactersOf([
    ...entities.flatMap((e) => e.aliases.map(aliasText)),
    ...terms.flatMap((t) => [t.names.zh, ...t.aliases.map(aliasText)]),
    ...covers,
  ]);
  const inCues = charactersOf(Object.values(senses.cues).flat());
  const variants = variantsOf(inNames);
  const fold = new Map<string, string>();
  for (let i = 0; i < variants.length; i += 2) fold.set(variants.charAt(i), variants.charAt(i + 1));
  const folded = (text: string): string => [...text].map((c) => fold.get(c) ?? c).join("");

  const senseOf = new Map<string, number>();
  senses.senses.forEach((sense, i) => {
    for (const name of sense.names) senseOf.set(`${folded(name)}|${sense.entity}`, i);
  });
  const names: LexiconName[] = [];
  const seen = new Set<string>();
  const add = (name: LexiconName): void => {
    // 繁體 forms fold into the 简体 one: keep one of them.
    const text = folded(name.text);
    const key = `${name.exact ? text : text.toLowerCase()}|${name.entity}`;
    if (seen.has(key)) return;
    seen.add(key);
    const sense = senseOf.get(`${text}|${name.entity}`);
    names.push({ ...name, text, ...(sense === undefined ? {} : { sense }) });
  };
  for (const entity of entities) {
    for (const alias of entity.aliases) {
      const exact = typeof alias === "string" ? {} : { exact: alias.exact };
      add({ ...split(aliasText(alias)), entity: entity.id, ...exact });
    }
  }
  for (const term of terms.filter((t) => t.mark)) {
    // A term's English name explains (“Small B (small trade buyer)”); only what stands before that is a form.
    const forms = [term.names.zh, term.names.en.replace(/ \(.*/, ""), ...term.aliases.map(aliasText)];
    for (const text of forms) add({ text, entity: term.id, term: true });
  }
  for (const cover of covers) add({ ...split(cover), entity: null });
  const plain = senses.senses.map(({ entity: _entity, names: _names, ...sense }) => sense as Sense);
  const further = new Set([...inCues].filter((c) => !inNames.has(c)));
  return {
    lexicon: { names, variants },
    senses: { senses: plain, cues: senses.cues, far: senses.far, variants: variantsOf(further) },
  };
}

/** A bar in a form marks how far it reaches: 扩大|淘宝, 淘宝|客服. What follows must be there, and is free. */
function split(form: string): { text: string; covers?: number } {
  const bar = form.indexOf("|");
  return bar < 0 ? { text: form } : { text: form.replace("|", ""), covers: bar };
}

export function aliasText(alias: Alias): string {
  return typeof alias === "string" ? alias : alias.text;
}

/** The Han characters of some texts. */
function charactersOf(texts: readonly string[]): Set<string> {
  const characters = new Set<string>();
  for (const text of texts) for (const c of text) if (HAN.test(c)) characters.add(c);
  return characters;
}
