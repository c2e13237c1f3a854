/**
 * What the reader has chosen. Kept in `storage.sync`: it follows the reader to other machines.
 * Straight on the browser's storage, since this runs in every page: a storage library is a tenth of
 * the content script's budget.
 */
import { browser } from "wxt/browser";
import type { Language } from "./model.ts";

/** A name that the reader gave an entity. */
export interface OwnNameSetting {
  text: string;
  entity: string;
}

/** A form that is not to be marked: on one host, or anywhere where `host` is null. */
export interface Silence {
  form: string;
  host: string | null;
}

export interface Settings {
  /** Language of the interface and of the content; `auto` follows the browser. */
  language: Language | "auto";
  /** Which mentions are underlined: of each platform the first in a section, all, or none. */
  marks: "first" | "all" | "none";
  /** Whether terms of the trade are marked on pages, beside names. */
  terms: boolean;
  silenced: readonly Silence[];
  ownNames: readonly OwnNameSetting[];
}

export const defaults: Settings = { language: "auto", marks: "first", terms: false, silenced: [], ownNames: [] };

/** So many of each at most: what is synced is small. */
const MOST = 200;

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
  const given = (typeof stored === "object" && stored !== null ? stored : {}) as Record<string, unknown>;
  return {
    language: isLanguage(given.language) ? given.language : defaults.language,
    marks: isMarks(given.marks) ? given.marks : defaults.marks,
    terms: typeof given.terms === "boolean" ? given.terms : defaults.terms,
    silenced: list(
      given.silenced,
      (s): s is Record<string, unknown> & Silence => isText(s.form) && (s.host === null || isText(s.host)),
    ),
    ownNames: list(
      given.ownNames,
      (n): n is Record<string, unknown> & OwnNameSetting => isText(n.text) && isText(n.entity),
    ),
  };
}

function isLanguage(value: unknown): value is Settings["language"] {
  return languages.includes(value);
}

const marksSettings: readonly unknown[] = ["first", "all", "none"] satisfies Settings["marks"][];

function isMarks(value: unknown): value is Settings["marks"] {
  return marksSettings.includes(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function list<T>(value: unknown, valid: (item: Record<string, unknown>) => item is Record<string, unknown> & T): T[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter((item): item is Record<string, unknown> & T => typeof item === "object" && item !== null && valid(item))
    .slice(0, MOST);
}
