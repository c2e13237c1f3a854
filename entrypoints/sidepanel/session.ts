import { browser } from "wxt/browser";

/**
 * Hears what is put under a key of the session's storage, also what lies there already; undefined where it is
 * taken away, or where nothing lies there.
 * @returns how to stop
 */
export function watchSession(key: string, hear: (value: unknown) => void): () => void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === "session" && key in changes) hear(changes[key]?.newValue);
  };
  void browser.storage.session.get(key).then((stored) => hear(stored[key]));
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}
