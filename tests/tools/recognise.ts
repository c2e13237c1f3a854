/**
 * Reads JSON lines `{id, text, page?}` on standard input and writes `{id, mentions}`, one line each,
 * with the recogniser that the content script uses. A line that is wrong gets a message on standard
 * error; the others are answered all the same, and the exit code is 1. With `--explain` every form
 * that was found is printed with what became of it and the evidence for and against.
 */
import * as v from "valibot";
import { compile } from "../../data/build/compile.ts";
import { createExplainer } from "../../data/lexicon/explain.ts";
import { createRecogniser } from "../../data/lexicon/recognise.ts";
import type { PageEvidence } from "../../data/lexicon/types.ts";
import { siteOf } from "../../data/sites.ts";
import { readLines } from "./lines.ts";

const Question = v.object({
  id: v.union([v.string(), v.number()]),
  text: v.string(),
  page: v.optional(
    v.object({
      host: v.optional(v.string()),
      title: v.optional(v.string()),
      entities: v.optional(v.array(v.string())),
    }),
  ),
});

const { lexicon, senses } = compile();
const recogniser = createRecogniser(lexicon, { senses });
const explain = process.argv.includes("--explain") ? createExplainer(lexicon, { senses }) : undefined;
for await (const line of readLines(undefined, v.parser(Question))) {
  if ("error" in line) {
    console.error(`line ${line.number}: ${line.error}`);
    process.exitCode = 1;
    continue;
  }
  const { id, text, page } = line.value;
  const around: PageEvidence = { entities: new Set(page?.entities), own: siteOf(page?.host ?? "")?.entity ?? null };
  if (explain) {
    console.log(JSON.stringify({ id, decisions: explain(text, around) }));
    continue;
  }
  const mentions = recogniser
    .recognise(text, around)
    .map(({ start, end, surface, entity }) => ({ start, end, surface, entity }));
  console.log(JSON.stringify({ id, mentions }));
}
