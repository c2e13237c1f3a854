import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { pack } from "../lexicon/pack.ts";
import type { LexiconData } from "../lexicon/types.ts";
import { compile } from "./compile.ts";
import { compileMessages, localeFolder } from "./messages.ts";
import { curatedFolder } from "./read.ts";

const LEXICON = "virtual:qiju/lexicon";
const BUNDLE = "virtual:qiju/bundle";
const TERMS = "virtual:qiju/terms";
const SENSES = "virtual:qiju/senses";
const HASH = "virtual:qiju/hash";
const MESSAGES = "virtual:qiju/messages/";

/**
 * Serves what the build derives from the curated files: the lexicon for content scripts, the
 * knowledge's hash, and the interface's messages with 繁體 made from 简体. Invalid data fails the
 * build, with a message that names file and field.
 */
export function qijuData(): Plugin {
  return {
    name: "qiju:data",
    resolveId: (id) => (id.startsWith("virtual:qiju/") ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith("\0virtual:qiju/")) return undefined;
      const name = id.slice(1);
      for (const folder of [curatedFolder, localeFolder])
        for (const file of filesBelow(folder)) this.addWatchFile(file);
      if (name === LEXICON) return asModule(pack(namesOf(compile().lexicon, false)));
      if (name === TERMS) return asModule(pack(namesOf(compile().lexicon, true)));
      if (name === BUNDLE) return asModule(compile().bundle);
      if (name === SENSES) return asModule(compile().senses);
      if (name === HASH) return asModule(compile().bundle.hash);
      if (name.startsWith(MESSAGES)) return asModule(compileMessages(name.slice(MESSAGES.length)));
      throw new Error(`no such module: ${name}`);
    },
  };
}

/** The names, or the terms: apart, since few pages want the terms. */
function namesOf({ names, variants }: LexiconData, terms: boolean): LexiconData {
  return { names: names.filter((n) => (n.term ?? false) === terms), variants };
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name));
}

// A string that is parsed is read faster than an object literal of the same size.
function asModule(value: unknown): string {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
}
