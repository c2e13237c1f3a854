/** What every page carries of the names: enough to tell whether anybody is named, and no more. */
import { FormFinder } from "../lexicon/finder.ts";
import { type CarriedNames, pack } from "../lexicon/pack.ts";
import type { LexiconData, LexiconName } from "../lexicon/types.ts";

/** The forms of all names, whoever they name, those in which a shorter one stands apart. */
export function carried(lexicon: LexiconData): CarriedNames {
  const { names, variants } = chosen(lexicon, (n) => !n.term && n.entity !== null);
  const forms = names.map(({ text, exact }): LexiconName => ({ text, entity: "", ...(exact ? { exact } : {}) }));
  const needed: LexiconName[] = [];
  const longer: string[] = [];
  for (const form of [...forms].sort((a, b) => a.text.length - b.text.length)) {
    // One whose case matters stands for no form that is found in any case.
    const shorter = new FormFinder(
      needed.filter((other) => form.exact || !other.exact),
      variants,
    );
    if (shorter.any(form.text)) longer.push(form.text);
    else needed.push(form);
  }
  return { ...pack({ names: needed, variants }), longer: longer.join("|") };
}

/** Some of the names, with the variants of the characters in them: a page carries what every page wants. */
export function chosen({ names, variants }: LexiconData, wanted: (name: LexiconName) => boolean): LexiconData {
  const some = names.filter(wanted);
  const characters = new Set(some.map((n) => n.text).join(""));
  const pairs = variants.match(/../gu) ?? [];
  return { names: some, variants: pairs.filter((pair) => characters.has(pair.charAt(1))).join("") };
}
