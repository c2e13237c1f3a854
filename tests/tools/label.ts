/**
 * Turns marked lines on standard input, `genre<TAB>lang<TAB>text`, into labelled lines of the corpus. In the text
 * `⟦id|surface⟧` is a mention, `⟦!id|surface⟧` a form of that entity that is not it, `⟦?other|surface⟧` another
 * product and `⟦~id|surface⟧` a doubtful mention: of those nothing is asked. A mention is widened to the longest
 * form of its entity that stands there, as the rules of labelling have it.
 */
import { createHash } from "node:crypto";
import { createInterface } from "node:readline";
import { compile } from "../../data/build/compile.ts";
import { FormFinder } from "../../data/lexicon/finder.ts";
import type { GoldLine } from "./score.ts";

const MARK = /⟦([!?~]?)([\w-]+)\|([^⟦⟧|]+)⟧/g;

const { lexicon } = compile();
const ids = new Set(lexicon.names.map((n) => n.entity));
const finder = new FormFinder(lexicon.names, lexicon.variants);

let number = 0;
let widened = 0;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  number += 1;
  if (line.trim() === "") continue;
  try {
    console.log(JSON.stringify(label(line)));
  } catch (error) {
    console.error(`line ${number}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
if (widened > 0) console.error(`${widened} mentions widened to the longest form`);

/** @throws where the line is not of its shape or names an entity that there is not */
function label(line: string): GoldLine & { genre: string; lang: string } {
  const [genre = "", lang = "", marked = "", ...more] = line.split("\t");
  if (!marked || more.length > 0) throw new Error("not genre, language and text");
  if (!["zh-Hans", "zh-Hant", "en", "mixed"].includes(lang)) throw new Error(`no such language: ${lang}`);
  const mentions: GoldLine["mentions"][number][] = [];
  const traps: GoldLine["traps"][number][] = [];
  let text = "";
  let from = 0;
  for (const mark of marked.matchAll(MARK)) {
    const [all, kind = "", id = "", surface = ""] = mark;
    text += marked.slice(from, mark.index);
    from = mark.index + all.length;
    const span = { start: text.length, end: text.length + surface.length, surface };
    text += surface;
    if (kind !== "?" && !ids.has(id)) throw new Error(`no such entity: ${id}`);
    if (kind === "!") traps.push({ ...span, confusable: id });
    else if (kind === "?") mentions.push({ ...span, entity: "other" });
    else if (kind === "~") mentions.push({ ...span, entity: id, skip: true });
    else mentions.push({ ...span, entity: id });
  }
  text += marked.slice(from);
  if (/[⟦⟧]/.test(text)) throw new Error("a mark that is not closed or has no id");
  for (const form of finder.find(text)) {
    for (const m of mentions) {
      const within = form.start <= m.start && m.end <= form.end && form.end - form.start > m.end - m.start;
      if (!within || form.name.entity !== m.entity) continue;
      Object.assign(m, { start: form.start, end: form.end, surface: text.slice(form.start, form.end) });
      widened += 1;
    }
  }
  const id = `c-${createHash("sha1").update(text).digest("hex").slice(0, 10)}`;
  return { id, genre, lang, text, mentions, traps, pure_negative: mentions.length === 0 };
}
