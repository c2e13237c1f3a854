/** The recogniser over 1 M characters against a bare loop that looks at each of them. */
import packed from "virtual:qiju/lexicon";
import senses from "virtual:qiju/senses";
import { unpack } from "../../data/lexicon/pack.ts";
import { createRecogniser } from "../../data/lexicon/recognise.ts";
import { type BenchResult, compare } from "./measure.ts";
import { PLAIN_NAMES, prose } from "./text.ts";

const SIZE = 1_000_000;

/** Looks at each unit and does nothing with it. */
function look(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  return sum;
}

export default async function bench(): Promise<BenchResult[]> {
  const lexicon = unpack(packed);
  const plain = createRecogniser(lexicon);
  const full = createRecogniser(lexicon, { senses });
  const text = prose(SIZE);
  const onlyPlain = prose(SIZE, PLAIN_NAMES);
  const results = await compare({ name: `bare charCodeAt loop over ${SIZE} units`, run: () => look(text) }, [
    { name: "the lexicon, names without senses", run: () => plain.recognise(text) },
    { name: "the whole recogniser, a third of the names ambiguous", run: () => full.recognise(text) },
    { name: "the whole recogniser, none ambiguous", run: () => full.recognise(onlyPlain) },
  ]);
  const hard: [string, string][] = [
    ["1 M of 阿", "阿".repeat(SIZE)],
    ["1 M of digits", "1688".repeat(SIZE / 4)],
    ["1 M of 京东", "京东".repeat(SIZE / 2)],
    ["1 M without a break", text.replace(/[。，,. ]/g, "").slice(0, SIZE)],
  ];
  const run = (all: string): void => void full.recognise(all);
  const lines = hard.flatMap(([name, all]) => [
    { name, run: () => run(all) },
    { name: `a tenth of ${name}`, run: () => run(all.slice(0, SIZE / 10)) },
  ]);
  const [, ...worst] = await compare({ name: "bare loop", run: () => look(text) }, lines, 5);
  return [...results, ...worst];
}
