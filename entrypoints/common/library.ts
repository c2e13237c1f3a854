import { browser } from "wxt/browser";
import { sendMessage } from "../../data/knowledge.ts";
import { type Library, memoryLibrary } from "../../data/library.ts";
import type { Bundle } from "../../data/model.ts";
import { QijuDatabase, storeLibrary } from "../../data/store.ts";

let library: Promise<Library> | undefined;

/** What is known, on a page of ours: the store once the background has seeded it, or the bundle. */
export function openLibrary(): Promise<Library> {
  library ??= open();
  return library;
}

async function open(): Promise<Library> {
  if ((await sendMessage("ready")) === "store") return storeLibrary(new QijuDatabase());
  const bundle: Bundle = await (await fetch(browser.runtime.getURL("/knowledge.json"))).json();
  return memoryLibrary(bundle);
}
