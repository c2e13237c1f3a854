/** Reads the curated files from disk. Runs when the extension is built, in tests and in the tools: never in a browser. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const curatedFolder = join(root, "data", "curated");

/** A curated file as parsed JSON, with its path from the project's top for messages. */
export interface CuratedFile {
  path: string;
  content: unknown;
}

export interface CuratedFiles {
  platforms: CuratedFile[];
  terms: CuratedFile[];
  dimensions: CuratedFile;
  sources: CuratedFile;
  moves: CuratedFile;
  charts: CuratedFile;
  covers: CuratedFile;
  senses: CuratedFile;
  locators: CuratedFile;
}

/** @throws an error that names the file, when one is missing or is no JSON. */
export function readCurated(folder: string = curatedFolder): CuratedFiles {
  return {
    platforms: readFolder(join(folder, "platforms")),
    terms: readFolder(join(folder, "terms")),
    dimensions: readFile(join(folder, "dimensions.json")),
    sources: readFile(join(folder, "sources.json")),
    moves: readFile(join(folder, "moves.json")),
    charts: readFile(join(folder, "charts.json")),
    covers: readFile(join(folder, "covers.json")),
    senses: readFile(join(folder, "senses.json")),
    locators: readFile(join(folder, "locators.json")),
  };
}

function readFolder(folder: string): CuratedFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => readFile(join(folder, name)));
}

function readFile(file: string): CuratedFile {
  const path = relative(root, file);
  try {
    return { path, content: JSON.parse(readFileSync(file, "utf8")) };
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
