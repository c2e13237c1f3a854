/**
 * Reads JSON lines `{id, text, page?}` on standard input and writes `{id, mentions}`, one line each,
 * with the recogniser that the content script uses. A line that is wrong gets a message on standard
 * error; the others are answered all the same, and the exit code is 1.
 */
import * as v from "valibot";
import { compile } from "../../data/build/compile.ts";
import { createRecogniser } from "../../data/lexicon/recognise.ts";
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

const recognise = createRecogniser(compile().lexicon);
for await (const line of readLines(undefined, v.parser(Question))) {
  if ("error" in line) {
    console.error(`line ${line.number}: ${line.error}`);
    process.exitCode = 1;
    continue;
  }
  const { id, text } = line.value;
  console.log(JSON.stringify({ id, mentions: recognise(text) }));
}
