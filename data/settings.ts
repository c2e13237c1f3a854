/**
 * What the reader has chosen. Kept in `storage.sync`: it follows the reader to other machines.
 * Straight on the browser's storage, since this runs in every page: a storage library is a tenth of
 * the content script's budget.
 */
import { browser } from "wxt/browser";
import type { Language } from "./model.ts";

export interface Settings {
  /** Language of the interface and of the content; `auto` follows the browser. */
  language: Language | "auto";
  /** Whether terms of the trade are marked on pages, beside names. */
  terms: boolean;
}

export const defaults: Settings = { language: "auto", terms: false };

const KEY = "settings";

/** The settings, with defaults for whatever is not set or not readable. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.sync.get(KEY).catch(() => ({}) as Record<string, unknown>);
  return complete(stored[KEY]);
}

/** @throws when the browser refuses to store */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  await browser.storage.sync.set({ [KEY]: { ...(await readSettings()), ...change } });
}

/** Hears of every change. @returns how to stop */
export function watchSettings(listener: (settings: Settings) => void): () => void {
  const hear = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === "sync" && KEY in changes) listener(complete(changes[KEY]?.newValue));
  };
  browser.storage.onChanged.addListener(hear);
  return () => browser.storage.onChanged.removeListener(hear);
}

const languages: readonly unknown[] = ["auto", "zh", "zhHant", "en"] satisfies Settings["language"][];

/** Takes over what is valid of something stored, by this version or another. */
function complete(stored: unknown): Settings {
  const { language, terms } = (typeof stored === "object" && stored !== null ? stored : {}) as Record<string, unknown>;
  return {
    language: isLanguage(language) ? language : defaults.language,
    terms: typeof terms === "boolean" ? terms : defaults.terms,
  };
}

function isLanguage(value: unknown): value is Settings["language"] {
  return languages.includes(value);
}
