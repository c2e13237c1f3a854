/**
 * The documents and ledgers that the knowledge was made from. They are no part of the product: a
 * test that wants them is skipped, with a line that says so, where they are absent.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const sharedFolder =
  process.env.QIJU_SOURCES ?? resolve(fileURLToPath(new URL("../..", import.meta.url)), "shared"); // shared-data

export const hasSharedData = existsSync(join(sharedFolder, "ledger", "entities.json"));
if (!hasSharedData) console.log("The source documents are not here: the tests that compare with them are skipped.");

/** A JSON file of the ledger. */
export function readLedger<T>(name: string): T {
  return JSON.parse(readFileSync(join(sharedFolder, "ledger", name), "utf8"));
}

/** The raw text of a document, by its id. */
export function readDocument(id: "000" | "004"): string {
  const file = readdirSync(join(sharedFolder, "seeds")).find((name) => name.startsWith(`${id}_`));
  if (!file) throw new Error(`no document ${id}`);
  return readFileSync(join(sharedFolder, "seeds", file), "utf8");
}

export interface LedgerEntity {
  id: string;
  kind: string;
  surface_forms: {
    form: string;
    /** Occurrences outside other entities' longer names. */
    count: number;
    sentences: string[];
    nested_in_longer_names?: { sentence: string; inside: string }[];
    in_page_furniture?: string[];
  }[];
  count_standalone: number;
}
