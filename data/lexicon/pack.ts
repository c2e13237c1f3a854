import type { LexiconData, LexiconName } from "./types.ts";

/** The lexicon in few bytes: a line for each entity, `id`, a tab, its forms divided by `|`. */
export interface PackedLexicon {
  lines: string;
  variants: string;
}

/** The forms that tell whether anybody is named, and those in which one of them stands, divided by `|`. */
export interface CarriedNames extends PackedLexicon {
  longer: string;
}

/**
 * A form is its text, with `=` before it where it is exact, and behind it `#` and the number of its
 * sense, or `/` and how many characters a covering word covers. A term's id has `~` before it.
 */
export function pack({ names, variants }: LexiconData): PackedLexicon {
  const forms = new Map<string, string[]>();
  for (const name of names) {
    const id = `${name.term ? "~" : ""}${name.entity ?? ""}`;
    const sense = name.sense === undefined ? "" : `#${name.sense}`;
    const form = `${name.exact ? "=" : ""}${name.text}${sense}${name.covers ? `/${name.covers}` : ""}`;
    forms.set(id, [...(forms.get(id) ?? []), form]);
  }
  return { lines: [...forms].map(([id, list]) => `${id}\t${list.join("|")}`).join("\n"), variants };
}

/** The names of a packed lexicon, as they were. */
export function unpack({ lines, variants }: PackedLexicon): LexiconData {
  const names = lines.split("\n").flatMap((line) => {
    const [id = "", forms = ""] = line.split("\t");
    return forms.split("|").map((form): LexiconName => {
      const [, exact, text = "", sense, covers] = /^(=?)(.*?)(?:#(\d+))?(?:\/(\d+))?$/.exec(form) ?? [];
      const name: LexiconName = { text, entity: id.replace("~", "") || null };
      if (exact) name.exact = true;
      if (sense) name.sense = Number(sense);
      if (covers) name.covers = Number(covers);
      if (id.startsWith("~")) name.term = true;
      return name;
    });
  });
  return { names, variants };
}
