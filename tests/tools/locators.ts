/**
 * Makes `data/curated/locators.json` (for each place in a document: the figures printed there, the
 * words that date it, the hash of its text), the hashes of the documents' runs of ten characters, and
 * those of the record of later events. Wants the documents and the record; run it when one is added.
 */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { numbersIn, relativeDates } from "../../data/build/figures.ts";
import { parseCurated } from "../../data/build/parse.ts";
import { curatedFolder, readCurated } from "../../data/build/read.ts";
import { hasSharedData, readLedger } from "../shared-data.ts";
import { gramsOf, sayingsOf } from "./grams.ts";

interface Sentence {
  id: string;
  text: string;
  parts: { id: string; text: string }[];
}

interface LaterEvents {
  facts: Told[];
  identity: Told[];
}
type Told = Partial<Record<"zh" | "en" | "note" | "listing", string | null>>;

if (!hasSharedData) process.exit(1);
const { sentences } = readLedger<{ sentences: Sentence[] }>("sentences.json");
const texts = new Map(
  sentences.flatMap((s) => [[s.id, s.text] as const, ...s.parts.map((p) => [p.id, p.text] as const)]),
);
const curated = parseCurated({ ...readCurated(), locators: { path: "", content: { locators: {} } } });
const claims = [...curated.platforms, ...curated.terms].flatMap((f) => f.content.claims);

const locators: Record<string, { figures: string[]; when: string[]; sha256: string }> = {};
for (const [id, text] of texts) {
  // Printed forms of claims are taken over only where the sentence has them, letter for letter.
  const given = claims.filter((c) => c.sources.includes(id)).flatMap((c) => (c.figures ?? []).map((f) => f.printed));
  const figures = [...numbersIn(text).map((n) => n.written), ...given.filter((printed) => text.includes(printed))];
  const sha256 = createHash("sha256").update(text).digest("hex");
  locators[id] = { figures: [...new Set(figures)], when: relativeDates(text), sha256 };
}
writeFileSync(
  join(curatedFolder, "locators.json"),
  `${JSON.stringify({ $schema: "./schema/locators.schema.json", locators }, null, 2)}\n`,
);

const grams = new Set(sentences.flatMap((s) => [...gramsOf(s.text).keys()]));
// Over the seams of sentences too: a copied run does not stop at a full stop.
for (const document of ["000", "004"]) {
  const whole = sentences
    .filter((s) => s.id.startsWith(document))
    .map((s) => s.text)
    .join("");
  for (const gram of gramsOf(whole).keys()) grams.add(gram);
}
writeFileSync(new URL("../fixtures/source-grams.txt", import.meta.url), `${[...grams].sort().join("\n")}\n`);
const { facts, identity } = readLedger<LaterEvents>("updates.json");
const told = [...facts, ...identity].flatMap(({ zh, en, note, listing }) => [zh, en, note, listing]);
const sayings = new Set(told.flatMap((text) => [...sayingsOf(text ?? "").keys()]));
writeFileSync(new URL("../fixtures/since-grams.txt", import.meta.url), `${[...sayings].sort().join("\n")}\n`);
console.log(`${sayings.size} runs of the record of later events`);
console.log(`${Object.keys(locators).length} locators, ${grams.size} runs of ten characters`);
