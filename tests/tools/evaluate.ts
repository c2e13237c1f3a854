/** `npm run evaluate -- GOLD.jsonl`: precision, recall and F1 of the recogniser on labelled lines. */
import * as v from "valibot";
import { compile } from "../../data/build/compile.ts";
import { createRecogniser } from "../../data/lexicon/recognise.ts";
import { readLines } from "./lines.ts";
import { type Counts, type GoldLine, score } from "./score.ts";

const Span = { start: v.number(), end: v.number(), surface: v.string() };
const Gold = v.object({
  id: v.string(),
  text: v.string(),
  mentions: v.array(v.object({ ...Span, entity: v.string(), skip: v.optional(v.boolean()) })),
  traps: v.optional(v.array(v.object({ ...Span, confusable: v.string() })), []),
  pure_negative: v.optional(v.boolean()),
  skip: v.optional(v.boolean()),
  about: v.optional(v.string()),
});

const [file] = process.argv.slice(2).filter((a) => !a.startsWith("--"));
const verbose = process.argv.includes("--errors");
if (!file) {
  console.error("usage: npm run evaluate -- GOLD.jsonl [--errors]");
  process.exit(2);
}

const lines: GoldLine[] = [];
for await (const line of readLines(file, v.parser(Gold))) {
  if ("error" in line) {
    console.error(`${file}:${line.number}: ${line.error}`);
    process.exit(1);
  }
  lines.push(line.value);
}

// Whoever reads no further (`| head`) has seen enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

const { lexicon, senses } = compile();
const recogniser = createRecogniser(lexicon, { senses });
const result = score(lines, (line) => recogniser.recognise(line.text));
const percent = (n: number): string => `${(100 * n).toFixed(1)} %`;
const ratios = ({ tp, fp, fn }: Counts): string =>
  `P ${percent(tp / (tp + fp || 1))}  R ${percent(tp / (tp + fn || 1))}`;

console.log(`${file}: ${result.lines} lines scored of ${lines.length}`);
console.log(`precision ${percent(result.precision)}  recall ${percent(result.recall)}  F1 ${percent(result.f1)}`);
console.log(`right ${result.tp}  false ${result.fp}  missed ${result.fn}`);
console.log(`trap-only lines ${result.trapLines}, with a false mark ${result.trapLinesMarked}\n`);
const byNumber = [...result.entities].sort(([, a], [, b]) => b.tp + b.fn - (a.tp + a.fn));
for (const [entity, c] of byNumber) {
  console.log(`${entity.padEnd(24)} ${String(c.tp + c.fn).padStart(4)} labelled  ${ratios(c)}`);
}
if (verbose) {
  console.log();
  for (const { line, mention, kind } of result.wrong) {
    const { start, end } = mention;
    const around = `${line.text.slice(Math.max(0, start - 16), start)}⟦${line.text.slice(start, end)}⟧${line.text.slice(end, end + 16)}`;
    console.log(`${kind.padEnd(7)} ${line.id} ${mention.entity}: ${around.replace(/\s+/g, " ")}`);
  }
}
