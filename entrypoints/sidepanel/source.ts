import { liveQuery } from "dexie";
import { browser } from "wxt/browser";
import { sendMessage } from "../../data/knowledge.ts";
import type { Bundle, Knowledge } from "../../data/model.ts";
import { QijuDatabase, storeLibrary } from "../../data/store.ts";

/**
 * Reads everything from the store once the background has seeded it, and again when it changes.
 * Where there is no store, the bundle itself.
 * @returns how to stop
 */
export function openKnowledge(
  onKnowledge: (knowledge: Knowledge, inMemory: boolean) => void,
  onFailure: () => void,
): () => void {
  let stop = (): void => {};
  let stopped = false;
  const open = async (): Promise<void> => {
    const kind = await sendMessage("ready");
    if (stopped) return;
    if (kind === "memory") {
      const bundle: Bundle = await (await fetch(browser.runtime.getURL("/knowledge.json"))).json();
      onKnowledge(bundle.knowledge, true);
      return;
    }
    const library = storeLibrary(new QijuDatabase());
    const subscription = liveQuery(() => library.all()).subscribe({
      next: (knowledge) => onKnowledge(knowledge, false),
      error: onFailure,
    });
    stop = () => subscription.unsubscribe();
  };
  open().catch(onFailure);
  return () => {
    stopped = true;
    stop();
  };
}
