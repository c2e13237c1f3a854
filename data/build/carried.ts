/** What every page carries of the names: enough to tell whether anybody is named, and no more. */
import { FormFinder } from "../lexicon/finder.ts";
import { type CarriedNames, pack } from "../lexicon/pack.ts";
import type { LexiconData, LexiconName } from "../lexicon/types.ts";

/**
 * The forms of all names, whoever they name, those in which a shorter one stands apart. What only gives a name back
 * from a covering word (天猫|耳机) tells nothing more, in a text or at a seam.
 */
export function carried(lexicon: LexiconData): CarriedNames {
  const { names, variants } = chosen(lexicon, (n) => !n.term && n.entity !== null);
  const needed: LexiconName[] = [];
  const longer: string[] = [];
  for (const { text, exact, covers } of [...names].sort((a, b) => a.text.length - b.text.length)) {
    const form: LexiconName = { text, entity: "", ...(exact ? { exact } : {}) };
    // One whose case matters stands for no form that is found in any case.
    const shorter = new FormFinder(
      needed.filter((other) => exact || !other.exact),
      variants,
    );
    if (!shorter.any(text)) needed.push(form);
    else if (covers === undefined) longer.push(text);
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
