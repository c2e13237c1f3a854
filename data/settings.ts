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
  /** Whether only what the two documents say is shown, without what has happened since. */
  documentsOnly: boolean;
  /** Colours of the card and of our own pages; `auto` follows the page or the system. */
  theme: "auto" | "light" | "dark";
  /** Milliseconds for which the pointer rests on a name before its card opens. */
  showDelay: number;
  /** Milliseconds for which a card stays when the pointer has left it. */
  hideDelay: number;
  /** A key that must be held for a card to open. */
  holdKey: "none" | "alt" | "control" | "shift";
  /** Hosts that Qiju leaves alone; their subdomains too. */
  sitesOff: readonly string[];
  silenced: readonly Silence[];
  ownNames: readonly OwnNameSetting[];
}

/** Half a second of rest is intent, not passing by; a third of a second lets the pointer slip without losing the card. */
export const defaults: Settings = {
  language: "auto",
  marks: "first",
  terms: false,
  documentsOnly: false,
  theme: "auto",
  showDelay: 500,
  hideDelay: 300,
  holdKey: "none",
  sitesOff: [],
  silenced: [],
  ownNames: [],
};

/** The longest delay that can be chosen, in milliseconds. */
export const LONGEST_DELAY = 3000;

/** So many of each at most: what is synced is small. */
export const MOST_ENTRIES = 200;

const KEY = "settings";

/**
 * Entries of a list that lie in one item: an item of `storage.sync` holds 8 KB, and so many fit
 * into it whatever they say. The items are named `silenced0`, `silenced1` …
 */
const PART = 16;

/** The settings, with defaults for whatever is not set or not readable. */
export async function readSettings(): Promise<Settings> {
  return complete(await browser.storage.sync.get().catch(() => ({})));
}

/**
 * Keeps a change, in one write: all of it or nothing.
 * @throws when a list is full, or the browser refuses to store; nothing has changed then
 */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  const { sitesOff, silenced, ownNames, ...plain } = { ...(await readSettings()), ...change };
  const stored: Record<string, unknown> = { [KEY]: plain };
  for (const [name, entries] of Object.entries({ sitesOff, silenced, ownNames })) {
    if (entries.length > MOST_ENTRIES) throw new RangeError("full");
    // Parts that are empty are written too, in the place of what may have been in them.
    for (let i = 0; i < MOST_ENTRIES; i += PART) stored[name + i / PART] = entries.slice(i, i + PART);
  }
  await browser.storage.sync.set(stored);
}

/** Hears of every change. @returns how to stop */
export function watchSettings(listener: (settings: Settings) => void): () => void {
  const hear = (_changes: unknown, area: string): void => {
    if (area === "sync") void readSettings().then(listener);
  };
  browser.storage.onChanged.addListener(hear);
  return () => browser.storage.onChanged.removeListener(hear);
}

/** What may be chosen where there is a choice. */
export const choices = {
  language: ["auto", "zh", "zhHant", "en"],
  marks: ["first", "all", "none"],
  theme: ["auto", "light", "dark"],
  holdKey: ["none", "alt", "control", "shift"],
} as const satisfies { [K in keyof Settings]?: readonly Settings[K][] };

/** Takes over what is valid of what is stored, by this version or another. */
function complete(stored: Record<string, unknown>): Settings {
  const given = isRecord(stored[KEY]) ? stored[KEY] : {};
  const settings: Record<string, unknown> = { ...defaults };
  for (const [key, fallback] of Object.entries(defaults)) {
    const value = given[key];
    const allowed: readonly unknown[] | undefined = choices[key as keyof typeof choices];
    if (Array.isArray(fallback)) settings[key] = list(joined(stored, key) ?? value, items[key as keyof typeof items]);
    else if (allowed ? allowed.includes(value) : typeof value === typeof fallback && isDelay(value))
      settings[key] = value;
  }
  return settings as unknown as Settings;
}

/** A list out of its parts. Undefined where it is not stored in parts yet: it lay in `settings` once. */
function joined(stored: Record<string, unknown>, key: string): unknown[] | undefined {
  let entries: unknown[] | undefined;
  for (let i = 0; stored[key + i]; i++) entries = [...(entries ?? []), ...[stored[key + i]].flat()];
  return entries;
}

/** What an entry of each list must be. */
const items = {
  sitesOff: isText,
  silenced: (s: unknown) => isRecord(s) && isText(s.form) && (s.host === null || isText(s.host)),
  ownNames: (n: unknown) => isRecord(n) && isText(n.text) && isText(n.entity),
};

function isDelay(value: unknown): boolean {
  return typeof value !== "number" || (value >= 0 && value <= LONGEST_DELAY);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function list(value: unknown, valid: (item: unknown) => boolean): unknown[] {
  return Array.isArray(value) ? value.filter(valid).slice(0, MOST_ENTRIES) : [];
}
