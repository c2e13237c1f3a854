/**
 * What became of each entity and each fact of weight 2 and 3 in the ledger. Exits non-zero on a gap.
 * Wants the ledger; where it is absent it says so and has nothing to do.
 */
import { compile } from "../../data/build/compile.ts";
import { parseCurated } from "../../data/build/parse.ts";
import { readCurated } from "../../data/build/read.ts";
import { hasSharedData, readLedger } from "../shared-data.ts";

/** Entities of platform kinds that are left out, and why. */
const leftOut: Record<string, string> = {
  "netease-news":
    "the news app whose page the document was copied from: named in the page's furniture only, never in the text",
};

interface LedgerFact {
  id: string;
  subject: string;
  weight: number;
}

if (!hasSharedData) process.exit(0);
const { entities } = readLedger<{ entities: { id: string; kind: string; names: { zh_hans: string } }[] }>(
  "entities.json",
);
const { facts } = readLedger<{ facts: LedgerFact[] }>("facts.json");
const { knowledge } = compile().bundle;
const here = new Set(knowledge.entities.map((e) => e.id));
const curated = parseCurated(readCurated());
const carriers = new Map<string, string>();
for (const { content } of [...curated.platforms, ...curated.terms]) {
  for (const claim of content.claims) {
    for (const id of [claim.id, ...(claim.carries ?? [])]) carriers.set(id, `${content.id} / ${claim.id}`);
  }
}

let gaps = 0;
const line = (ok: boolean, ...cells: string[]): void => {
  if (!ok) gaps += 1;
  console.log(`${ok ? " " : "✗"} ${cells.join(" | ")}`);
};
console.log("entities (all kinds but person, event, concept)");
for (const { id, kind, names } of entities.filter((e) => !["person", "event", "concept"].includes(e.kind))) {
  line(here.has(id) || id in leftOut, id, kind, names.zh_hans, here.has(id) ? "present" : (leftOut[id] ?? "missing"));
}
console.log("\nfacts of weight 2 and 3 → the claim that carries them");
for (const { id, subject, weight } of facts.filter((f) => f.weight >= 2)) {
  const carrier = carriers.get(id.slice(1));
  line(carrier !== undefined, id, subject, `weight ${weight}`, carrier ?? "missing");
}
const light = facts.filter((f) => f.weight === 1);
console.log(
  `\nfacts of weight 1: ${light.filter((f) => carriers.has(f.id.slice(1))).length} of ${light.length} carried`,
);
console.log(`${gaps} gap(s)`);
process.exit(gaps > 0 ? 1 : 0);
