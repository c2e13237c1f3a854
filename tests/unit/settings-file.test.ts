import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST_NOTE } from "../../data/notes.ts";
import { choices, defaults, LONGEST_DELAY, MOST_ENTRIES, type Settings } from "../../data/settings.ts";
import {
  differences,
  FILE_VERSION,
  type FileRefusal,
  type Kept,
  LARGEST_FILE,
  readFile,
  takeOver,
  writeFile,
} from "../../data/settingsFile.ts";

const WRITTEN = "2026-11-25T01:00:00.000Z";
const kept: Kept = {
  settings: {
    ...defaults,
    marks: "all",
    showDelay: 200,
    sitesOff: ["example.com"],
    silenced: [
      { form: "1688", host: null },
      { form: "可颂", host: "www.163.com" },
    ],
    ownNames: [{ text: "某多多", entity: "pinduoduo" }],
  },
  notes: { douyin: "记得问<b>佣金</b>" },
};

/** The parsed file with one thing changed. */
function changed(change: (file: Record<string, unknown> & { settings: Record<string, unknown> }) => void): string {
  const file = JSON.parse(writeFile(kept, WRITTEN));
  change(file);
  return JSON.stringify(file);
}

function refusal(text: string): FileRefusal | undefined {
  const reading = readFile(text);
  return reading.ok ? undefined : reading.refusal;
}

const host = fc.domain().filter((d) => d.length <= 60);
const text = (most: number) =>
  fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N} ·-]{0,20}[\p{L}\p{N}]$/u).filter((s) => s.length <= most);
const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
const settings: fc.Arbitrary<Settings> = fc.record({
  language: fc.constantFrom(...choices.language),
  marks: fc.constantFrom(...choices.marks),
  terms: fc.boolean(),
  documentsOnly: fc.boolean(),
  theme: fc.constantFrom(...choices.theme),
  showDelay: fc.integer({ min: 0, max: LONGEST_DELAY }),
  hideDelay: fc.integer({ min: 0, max: LONGEST_DELAY }),
  holdKey: fc.constantFrom(...choices.holdKey),
  sitesOff: fc.uniqueArray(host, { maxLength: 8 }),
  silenced: fc.uniqueArray(fc.record({ form: text(60), host: fc.option(host) }), {
    maxLength: 8,
    selector: (s) => JSON.stringify([s.form, s.host]),
  }),
  ownNames: fc.uniqueArray(fc.record({ text: text(60), entity: id }), { maxLength: 8, selector: (n) => n.text }),
});
const anyKept: fc.Arbitrary<Kept> = fc.record({
  settings,
  notes: fc.dictionary(
    id.filter((key) => key !== "constructor" && key !== "prototype"),
    fc.string({ maxLength: 200 }),
    { noNullPrototype: true, maxKeys: 8 },
  ),
});

describe("a file", () => {
  it("comes back as it was written, whatever was chosen and noted", () => {
    fc.assert(
      fc.property(anyKept, (given) => {
        expect(readFile(writeFile(given, WRITTEN))).toEqual({ ok: true, kept: given });
      }),
    );
  });

  it("is small enough to be read again when everything in it is full", () => {
    const notes = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`e${i}`, "记".repeat(LONGEST_NOTE)]));
    const silenced = Array.from({ length: MOST_ENTRIES }, (_, i) => ({
      form: `${"字".repeat(50)}${i}`,
      host: `${"a".repeat(60)}.${i}.com`,
    }));
    const full = writeFile({ settings: { ...defaults, silenced }, notes }, WRITTEN);
    expect(Buffer.byteLength(full)).toBeLessThan(LARGEST_FILE);
    expect(readFile(full).ok).toBe(true);
  });

  it.each([
    ["nothing", "", "syntax"],
    ["no JSON", "<html><script>alert(1)</script>", "syntax"],
    ["cut off", writeFile(kept, WRITTEN).slice(0, 200), "syntax"],
    ["a number", "3", "foreign"],
    ["a list", "[]", "foreign"],
    ["null", "null", "foreign"],
    ["another program's", JSON.stringify({ format: "other", version: 1 }), "foreign"],
    ["a future version", changed((f) => Object.assign(f, { version: FILE_VERSION + 1 })), "newer"],
    ["no version", changed((f) => delete f.version), "field"],
    [
      "nested deeply",
      writeFile(kept, WRITTEN).replace('"notes": {', `"notes": ${"[".repeat(5000)}${"]".repeat(5000)}, "more": {`),
      "deep",
    ],
    ["a hundred megabytes", "x".repeat(100 * 1024 * 1024), "large"],
    [
      "too many entries",
      changed((f) =>
        Object.assign(f.settings, { sitesOff: Array.from({ length: MOST_ENTRIES + 1 }, (_, i) => `a${i}.com`) }),
      ),
      "field",
    ],
    [
      "too many notes",
      changed((f) =>
        Object.assign(f, { notes: Object.fromEntries(Array.from({ length: 401 }, (_, i) => [`e${i}`, "a"])) }),
      ),
      "full",
    ],
    ["a key too many", changed((f) => Object.assign(f.settings, { run: "alert(1)" })), "field"],
    ["a key too few", changed((f) => delete f.settings.marks), "field"],
  ])("is refused: %s", (_what, text, why) => {
    expect(refusal(text)?.why).toBe(why);
  });

  it.each([
    [{ marks: "some" }, "settings.marks"],
    [{ terms: "yes" }, "settings.terms"],
    [{ showDelay: -1 }, "settings.showDelay"],
    [{ showDelay: 1e9 }, "settings.showDelay"],
    [{ showDelay: "200" }, "settings.showDelay"],
    [{ sitesOff: "a.com" }, "settings.sitesOff"],
    [{ sitesOff: ["https://a.com/"] }, "settings.sitesOff.0"],
    [{ sitesOff: ["<script>alert(1)</script>"] }, "settings.sitesOff.0"],
    [{ silenced: [{ form: "<img src=x onerror=alert(1)>", host: null }] }, "settings.silenced.0.form"],
    [{ silenced: [{ form: "1688" }] }, "settings.silenced.0.host"],
    [{ ownNames: [{ text: "<script>alert(1)</script>", entity: "jd" }] }, "settings.ownNames.0.text"],
    [{ ownNames: [{ text: "狗东", entity: "javascript:alert(1)" }] }, "settings.ownNames.0.entity"],
    [{ ownNames: [null] }, "settings.ownNames.0"],
    [{ language: { toString: "zh" } }, "settings.language"],
  ])("is refused where the settings say %j", (wrong, where) => {
    expect(refusal(changed((f) => Object.assign(f.settings, wrong)))).toEqual({ why: "field", where });
  });

  it.each(["__proto__", "constructor", "prototype"])("is refused with the key %s, wherever it stands", (key) => {
    const whole = writeFile(kept, WRITTEN);
    for (const [at, where] of [
      [`"settings": {`, `settings.${key}`],
      [`"notes": {`, `notes.${key}`],
      [
        `"silenced": [
      {`,
        `settings.silenced.0.${key}`,
      ],
    ] as const) {
      const bad = whole.replace(at, `${at} ${JSON.stringify(key)}: {"polluted": true},`);
      expect(bad).not.toBe(whole);
      expect(refusal(bad)).toEqual({ why: "key", where });
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it("is read or refused without a throw, whatever it holds", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readFile(text).ok).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(defaults)), fc.jsonValue(), (key, value) => {
        const reading = readFile(changed((f) => Object.assign(f.settings, { [key]: value })));
        // Where it is taken, it is valid as it stands.
        if (reading.ok) expect(readFile(writeFile(reading.kept, WRITTEN))).toEqual(reading);
      }),
    );
  });
});

describe("taking a file over", () => {
  it("replaces everything", () => {
    expect(takeOver({ settings: defaults, notes: { jd: "a" } }, kept, "replace", defaults)).toEqual(kept);
  });

  it("merges without losing anything of the reader's own, and the same again changes nothing", () => {
    fc.assert(
      fc.property(anyKept, anyKept, (mine, theirs) => {
        const joined = takeOver(mine, theirs, "merge", defaults);
        if (!joined) throw new Error("short lists fit");
        expect(joined.settings.sitesOff).toEqual(
          expect.arrayContaining([...mine.settings.sitesOff, ...theirs.settings.sitesOff]),
        );
        expect(joined.settings.ownNames).toEqual(expect.arrayContaining([...mine.settings.ownNames]));
        expect(joined.settings.silenced).toEqual(
          expect.arrayContaining([...mine.settings.silenced, ...theirs.settings.silenced]),
        );
        expect(joined.notes).toMatchObject(mine.notes);
        for (const key of Object.keys(theirs.notes)) expect(joined.notes).toHaveProperty([key]);
        for (const lost of differences(mine, joined)) if (lost.of !== "choice") expect(lost.removed).toEqual([]);
        expect(takeOver(joined, theirs, "merge", defaults)).toEqual(joined);
        expect(readFile(writeFile(joined, WRITTEN)).ok).toBe(true);
      }),
    );
  });

  it("keeps a choice that the reader made, and takes the file's where none was made", () => {
    const mine = { settings: { ...defaults, theme: "dark" as const }, notes: {} };
    const theirs = { settings: { ...defaults, theme: "light" as const, marks: "none" as const }, notes: {} };
    expect(takeOver(mine, theirs, "merge", defaults)?.settings).toMatchObject({ theme: "dark", marks: "none" });
  });

  it("is not possible where the joined lists would not fit", () => {
    const hosts = (from: number) => Array.from({ length: 120 }, (_, i) => `a${from + i}.com`);
    const of = (sitesOff: string[]): Kept => ({ settings: { ...defaults, sitesOff }, notes: {} });
    expect(takeOver(of(hosts(0)), of(hosts(120)), "merge", defaults)).toBeUndefined();
    expect(takeOver(of(hosts(0)), of(hosts(80)), "merge", defaults)?.settings.sitesOff).toHaveLength(MOST_ENTRIES);
  });
});

describe("differences", () => {
  it("are none between what is the same", () => {
    fc.assert(fc.property(anyKept, (given) => differences(given, structuredClone(given)).length === 0));
  });

  it("are said one by one", () => {
    expect(differences({ settings: defaults, notes: { jd: "a", douyin: "b" } }, kept)).toEqual([
      { of: "choice", key: "marks", from: "first", to: "all" },
      { of: "choice", key: "showDelay", from: 500, to: 200 },
      { of: "list", key: "sitesOff", added: ["example.com"], removed: [] },
      { of: "list", key: "silenced", added: ["1688", "可颂 (www.163.com)"], removed: [] },
      { of: "list", key: "ownNames", added: ["某多多 → pinduoduo"], removed: [] },
      { of: "notes", added: [], removed: ["jd"], changed: ["douyin"] },
    ]);
  });
});
