/** What an update brought: remembered when it happens, shown in the panel as one line until the reader has seen it. */
import { browser } from "wxt/browser";

/**
 * Versions that brought something a reader would notice. Each has its line `news.VERSION` in
 * `components/locales/lookup.*.json`; an update to a version that is not here says nothing.
 */
export const TOLD: readonly string[] = ["0.2.0"];

const KEY = "whatsNew";

/** Keeps what there is to tell after an update. @param version the one that runs now */
export async function rememberUpdate(version: string, told: readonly string[] = TOLD): Promise<void> {
  if (told.includes(version)) await browser.storage.local.set({ [KEY]: version });
}

/** The version whose news the reader has not seen, if there is one. */
export async function unseenNews(told: readonly string[] = TOLD): Promise<string | undefined> {
  const { [KEY]: version } = await browser.storage.local.get(KEY);
  return typeof version === "string" && told.includes(version) ? version : undefined;
}

/** The reader has seen it. */
export async function newsSeen(): Promise<void> {
  await browser.storage.local.remove(KEY);
}
