import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Language } from "../model.ts";
import { createTraditional } from "./traditional.ts";

export const localeFolder = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "components", "locales");

/**
 * The messages of one part of the interface in its three languages. `name.zh.json` and
 * `name.en.json` are written by hand, 繁體 is made from 简体.
 * @throws an error naming the file and the key, when the languages do not have the same keys
 */
export function compileMessages(name: string): Record<Language, Record<string, string>> {
  const zh = read(`${name}.zh.json`);
  const en = read(`${name}.en.json`);
  for (const key of Object.keys(zh))
    if (!(key in en)) throw new Error(`components/locales/${name}.en.json: ${key} is missing`);
  for (const key of Object.keys(en))
    if (!(key in zh)) throw new Error(`components/locales/${name}.zh.json: ${key} is missing`);
  const traditional = createTraditional([]);
  const zhHant = Object.fromEntries(Object.entries(zh).map(([key, text]) => [key, traditional(text)]));
  return { zh, zhHant, en };
}

function read(file: string): Record<string, string> {
  return JSON.parse(readFileSync(join(localeFolder, file), "utf8"));
}
