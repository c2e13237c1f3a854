import hash from "virtual:qiju/hash";
import { browser } from "wxt/browser";
import { type Library, memoryLibrary } from "../../data/library.ts";
import type { Bundle } from "../../data/model.ts";
import { QijuDatabase, seed, storeLibrary } from "../../data/store.ts";

let library: Promise<Library> | undefined;

/** What is known. Opened with the first question, so that a page that names nobody costs nothing. */
export function knowledge(): Promise<Library> {
  library ??= open();
  return library;
}

async function open(): Promise<Library> {
  const load = async (): Promise<Bundle> => (await fetch(browser.runtime.getURL("/knowledge.json"))).json();
  try {
    const db = new QijuDatabase();
    await seed(db, hash, load);
    return storeLibrary(db);
  } catch (error) {
    console.warn("The store cannot be opened; the bundled knowledge is used.", error);
    return memoryLibrary(await load());
  }
}
