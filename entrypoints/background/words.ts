/** Words looked up in the background, by the same names and senses as pages. */
import names from "virtual:qiju/lexicon";
import senses from "virtual:qiju/senses";
import spellings from "virtual:qiju/spellings";
import { unpack } from "../../data/lexicon/pack.ts";
import { createRecogniser } from "../../data/lexicon/recognise.ts";
import { namedIn } from "../../data/lookup.ts";
import type { Entity } from "../../data/model.ts";
import { searchNames } from "../../data/search.ts";
import { readSettings } from "../../data/settings.ts";
import { keeper } from "./library.ts";

let known: Promise<readonly Entity[]> | undefined;

/** Read once while the background lives: what is typed asks with every key. */
function entities(): Promise<readonly Entity[]> {
  known ??= keeper.library().then(async (library) => (await library.all()).entities);
  return known;
}

/** Ids of the entities that a text names, the reader's own names included. */
export async function entitiesNamedIn(text: string): Promise<string[]> {
  const { ownNames } = await readSettings();
  const recogniser = createRecogniser(unpack(names), { senses, own: ownNames });
  const own = ownNames.filter((n) => n.text === text.trim()).map((n) => n.entity);
  return own.length > 0 ? own : namedIn(text, await entities(), recogniser);
}

/** Entities that typed words may mean, the likeliest first. */
export async function entitiesLike(typed: string, most: number): Promise<Entity[]> {
  return searchNames(await entities(), typed, spellings).slice(0, most);
}
