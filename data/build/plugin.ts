import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { pack } from "../lexicon/pack.ts";
import type { LexiconData } from "../lexicon/types.ts";
import type { Spellings } from "../search.ts";
import { owners } from "../sites.ts";
import { carried, chosen } from "./carried.ts";
import { compile } from "./compile.ts";
import { compileMessages, localeFolder } from "./messages.ts";
import { curatedFolder } from "./read.ts";
import { spellingsOf } from "./spellings.ts";

const NAMES = "virtual:qiju/names";
const OWNERS = "virtual:qiju/owners";
const LEXICON = "virtual:qiju/lexicon";
const BUNDLE = "virtual:qiju/bundle";
const TERMS = "virtual:qiju/terms";
const SENSES = "virtual:qiju/senses";
const HASH = "virtual:qiju/hash";
const SPELLINGS = "virtual:qiju/spellings";
const MESSAGES = "virtual:qiju/messages/";

/**
 * Serves what the build derives from the curated files: names for content scripts, the lexicon, the
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
      if (name === NAMES) return asModule(carried(compile().lexicon));
      if (name === LEXICON) return asModule(pack(lexiconOf()));
      if (name === TERMS) return asModule(pack(chosen(compile().lexicon, (n) => n.term ?? false)));
      if (name === OWNERS) return asModule(owners);
      if (name === BUNDLE) return asModule(compile().bundle);
      if (name === SENSES) return asModule(compile().senses);
      if (name === SPELLINGS) return asModule(spellings());
      if (name === HASH) return asModule(compile().bundle.hash);
      if (name.startsWith(MESSAGES)) return asModule(compileMessages(name.slice(MESSAGES.length)));
      throw new Error(`no such module: ${name}`);
    },
  };
}

function spellings(): Spellings {
  const { entities, terms } = compile().bundle.knowledge;
  return spellingsOf([...entities, ...terms]);
}

/** All but the terms. The variants are those of all, since the cues share characters with the terms. */
function lexiconOf(): LexiconData {
  const { names, variants } = compile().lexicon;
  return { names: names.filter((n) => !n.term), variants };
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name));
}

// A string that is parsed is read faster than an object literal of the same size.
function asModule(value: unknown): string {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
}
