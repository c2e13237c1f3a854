/**
 * The reader's settings and notes as a file: written, read back with suspicion, compared with what
 * there is, joined with it. Pure: who calls this stores the outcome.
 */
import * as v from "valibot";
import { isHost } from "./hosts.ts";
import { LONGEST_NOTE } from "./notes.ts";
import { choices, LONGEST_DELAY, MOST_ENTRIES, type Settings } from "./settings.ts";

/** Raised when files of this version could not be read by an older one. */
export const FILE_VERSION = 1;
const FORMAT = "qiju-settings";

/** The largest file that is read, in bytes: a full one, every note at its longest, is smaller. */
export const LARGEST_FILE = 8 * 1024 * 1024;

/** More notes than there may ever be entities. */
const MOST_NOTES = 400;
const DEEPEST = 6;

/** All that a reader has chosen and written. */
export interface Kept {
  settings: Settings;
  /** Notes by the id of their entity. */
  notes: Readonly<Record<string, string>>;
}

/** Why a file is refused. `where` names the field. */
export type FileRefusal =
  | { why: "large" | "syntax" | "foreign" | "newer" | "deep" | "full" }
  | { why: "key" | "field"; where: string };

export type Reading = { ok: true; kept: Kept } | { ok: false; refusal: FileRefusal };

/** Text that a name, a form or a host may be: no markup, nothing invisible. */
const Plain = (longest: number) =>
  v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(longest),
    v.check((text) => text === text.trim() && !/[<>\p{Cc}\p{Zl}\p{Zp}]/u.test(text)),
  );
const Id = v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-z0-9-]+$/));
const Host = v.pipe(v.string(), v.check(isHost));
const Delay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LONGEST_DELAY));
const listOf = <T extends v.GenericSchema>(entry: T) => v.pipe(v.array(entry), v.maxLength(MOST_ENTRIES));

const SettingsSchema = v.strictObject({
  language: v.picklist(choices.language),
  marks: v.picklist(choices.marks),
  terms: v.boolean(),
  documentsOnly: v.boolean(),
  theme: v.picklist(choices.theme),
  showDelay: Delay,
  hideDelay: Delay,
  holdKey: v.picklist(choices.holdKey),
  sitesOff: listOf(Host),
  silenced: listOf(v.strictObject({ form: Plain(60), host: v.nullable(Host) })),
  ownNames: listOf(v.strictObject({ text: Plain(60), entity: Id })),
}) satisfies v.GenericSchema<unknown, Settings>;

const FileSchema = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(FILE_VERSION),
  written: v.pipe(v.string(), v.isoTimestamp()),
  settings: SettingsSchema,
  notes: v.record(Id, v.pipe(v.string(), v.maxLength(LONGEST_NOTE))),
});

/** The text of a file. @param written when, as ISO timestamp */
export function writeFile({ settings, notes }: Kept, written: string): string {
  return `${JSON.stringify({ format: FORMAT, version: FILE_VERSION, written, settings, notes }, null, 2)}\n`;
}

/** Reads a file's text. Never throws, whatever the text is. */
export function readFile(text: string): Reading {
  // A code unit is a byte at least.
  if (text.length > LARGEST_FILE) return refused({ why: "large" });
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return refused({ why: "syntax" });
  }
  if (!isRecord(given) || given.format !== FORMAT) return refused({ why: "foreign" });
  if (typeof given.version === "number" && given.version > FILE_VERSION) return refused({ why: "newer" });
  const shape = strangeShape(given);
  if (shape) return refused(shape);
  const result = v.safeParse(FileSchema, given, { abortEarly: true });
  if (!result.success) return refused({ why: "field", where: v.getDotPath(result.issues[0]) ?? "" });
  const { settings, notes } = result.output;
  if (Object.keys(notes).length > MOST_NOTES) return refused({ why: "full" });
  return { ok: true, kept: { settings, notes } };
}

/** Keys that could reach behind an object, and depths that no file of ours has. Walks without recursion. */
function strangeShape(given: Record<string, unknown>): FileRefusal | undefined {
  const open: { value: unknown; path: string; depth: number }[] = [{ value: given, path: "", depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path, depth } = next;
    if (typeof value !== "object" || value === null) continue;
    if (depth >= DEEPEST) return { why: "deep" };
    for (const [key, inner] of Object.entries(value)) {
      const where = path === "" ? key : `${path}.${key}`;
      if (["__proto__", "constructor", "prototype"].includes(key)) return { why: "key", where };
      open.push({ value: inner, path: where, depth: depth + 1 });
    }
  }
  return undefined;
}

/** How a file is taken over: everything as in the file, or what the reader does not have yet. */
export type Manner = "merge" | "replace";

/**
 * What there will be when a file is taken over. Merged, nothing of the reader's own is lost: lists and
 * notes grow, and a choice that the reader made stands before the file's.
 * @returns undefined where the joined lists would not fit
 */
export function takeOver(current: Kept, file: Kept, manner: Manner, defaults: Settings): Kept | undefined {
  if (manner === "replace") return file;
  const { settings: mine } = current;
  const { settings: theirs } = file;
  const settings: Settings = {
    ...(Object.fromEntries(
      plainKeys.map((key) => [key, mine[key] === defaults[key] ? theirs[key] : mine[key]]),
    ) as unknown as Settings),
    sitesOff: joined(mine.sitesOff, theirs.sitesOff, (host) => host),
    silenced: joined(mine.silenced, theirs.silenced, (s) => JSON.stringify([s.form, s.host])),
    // A name belongs to one entity: the reader's own answer stays.
    ownNames: joined(mine.ownNames, theirs.ownNames, (n) => n.text),
  };
  if (listKeys.some((key) => settings[key].length > MOST_ENTRIES)) return undefined;
  return { settings, notes: { ...file.notes, ...current.notes } };
}

const plainKeys = [
  "language",
  "marks",
  "terms",
  "documentsOnly",
  "theme",
  "showDelay",
  "hideDelay",
  "holdKey",
] as const satisfies readonly (keyof Settings)[];
const listKeys = ["sitesOff", "silenced", "ownNames"] as const satisfies readonly (keyof Settings)[];
type PlainKey = (typeof plainKeys)[number];
type ListKey = (typeof listKeys)[number];

/** What is different between two states, in the order of the settings. */
export type Difference =
  | { of: "choice"; key: PlainKey; from: Settings[PlainKey]; to: Settings[PlainKey] }
  | { of: "list"; key: ListKey; added: string[]; removed: string[] }
  /** Ids of the entities whose notes come, go or read differently. */
  | { of: "notes"; added: string[]; removed: string[]; changed: string[] };

/** What would change, said before it happens. Empty where nothing would. */
export function differences(from: Kept, to: Kept): Difference[] {
  const found: Difference[] = [];
  for (const key of plainKeys) {
    const [was, will] = [from.settings[key], to.settings[key]];
    if (was !== will) found.push({ of: "choice", key, from: was, to: will });
  }
  for (const key of listKeys) {
    const [was, will] = [from.settings[key].map(nameOf), to.settings[key].map(nameOf)];
    const added = will.filter((entry) => !was.includes(entry));
    const removed = was.filter((entry) => !will.includes(entry));
    if (added.length + removed.length > 0) found.push({ of: "list", key, added, removed });
  }
  const [was, will] = [new Map(Object.entries(from.notes)), new Map(Object.entries(to.notes))];
  const added = [...will.keys()].filter((id) => !was.has(id));
  const removed = [...was.keys()].filter((id) => !will.has(id));
  const changed = [...will].filter(([id, text]) => was.has(id) && was.get(id) !== text).map(([id]) => id);
  if (added.length + removed.length + changed.length > 0) found.push({ of: "notes", added, removed, changed });
  return found;
}

/** An entry of a list as one text: what it is told from the others by. */
function nameOf(entry: Settings[ListKey][number]): string {
  if (typeof entry === "string") return entry;
  return "form" in entry
    ? entry.host === null
      ? entry.form
      : `${entry.form} (${entry.host})`
    : `${entry.text} → ${entry.entity}`;
}

function joined<T>(mine: readonly T[], theirs: readonly T[], keyOf: (entry: T) => string): T[] {
  const known = new Set(mine.map(keyOf));
  return [...mine, ...theirs.filter((entry) => !known.has(keyOf(entry)))];
}

function refused(refusal: FileRefusal): Reading {
  return { ok: false, refusal };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
