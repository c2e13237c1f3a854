import { lexer, type Token, type Tokens } from "marked";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { translator } from "../../components/locales/messages.ts";
import { writeComparison } from "../../components/panel/compare/written.ts";
import type { PanelKey } from "../../components/panel/types.ts";
import { compile } from "../../data/build/compile.ts";
import { compileMessages } from "../../data/build/messages.ts";
import { type Comparison, compare } from "../../data/compare.ts";
import { csvHead, rearm, writeCsv } from "../../data/exports/csv.ts";
import { readJson, writeJson } from "../../data/exports/json.ts";
import { writeClaim, writeMarkdown } from "../../data/exports/markdown.ts";
import type { WrittenComparison } from "../../data/exports/written.ts";
import { noFilter } from "../../data/filter.ts";
import type { Knowledge, Language } from "../../data/model.ts";

const { knowledge } = compile().bundle;
const catalog = compileMessages("panel") as Record<Language, Record<PanelKey, string>>;
const sets = [
  ["douyin", "alibaba-group"],
  ["taobao", "jd", "pinduoduo", "douyin", "xiaohongshu"],
  ["alibaba-1688", "hc360", "jd-industrials", "guolian-share", "zkh", "aicaigou"],
];

/** What a hostile or careless text could hold. */
const nasty = [
  "=1+1",
  "+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(A1)",
  "\t=1",
  "＝1",
  'say "so", twice',
  "two\nlines\r\nthree",
  "a|b|c",
  "<img src=x onerror=alert(1)>",
  "*not bold* _nor this_ `code` [link](https://x.example)",
  "https://www.example.com and www.example.com",
  "back\\slash, ~~struck~~ # heading",
  "'quoted",
  "a@b.example &amp; c",
];

/** The same comparison, with claims that say such things. */
function poisoned(): { comparison: Comparison; knowledge: Knowledge } {
  const claims = knowledge.claims.map((claim, i) => {
    const text = nasty[i % nasty.length] ?? "";
    const local = { zh: text, zhHant: text, en: text };
    return { ...claim, text: local, note: i % 3 === 0 ? local : null, attribution: i % 5 === 0 ? local : null };
  });
  const other = { ...knowledge, claims };
  return { comparison: compare(other, sets[0] ?? []), knowledge: other };
}

const written = (comparison: Comparison, from: Knowledge, language: Language = "zh"): WrittenComparison =>
  writeComparison(comparison, from, { language, t: translator(catalog, language) });

const cases: [string, Comparison, Knowledge][] = [
  ...sets.map((ids): [string, Comparison, Knowledge] => [ids.join(), compare(knowledge, ids), knowledge]),
  ["what is hostile", poisoned().comparison, poisoned().knowledge],
];

describe.each(cases)("taken away: %s", (_name, comparison, from) => {
  it.each(["zh", "en"] as const)("CSV through a parser gives the same comparison, in %s", (language) => {
    const table = written(comparison, from, language);
    const { data, errors } = Papa.parse<string[]>(writeCsv(table).replace(/^\uFEFF/, ""), { skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(data[0]).toEqual([...csvHead]);
    const read = data.slice(1).map((row) => row.map(rearm));
    const expected = table.groups.flatMap((g) =>
      g.rows.flatMap((row) =>
        row.cells.flatMap((cell, i) => {
          const platform = table.columns[i]?.name ?? "";
          const place = [g.name, row.name, platform];
          if (cell.length === 0) return [[...place, "", "", "", row.blanks[i] ?? "", "", "", "", "", "", "", "", ""]];
          return cell.map((c) => [
            ...place,
            c.unit || platform,
            c.kind,
            c.iso,
            c.text,
            c.attribution,
            c.note,
            c.figures,
            c.sources,
            c.id,
            c.layer,
            c.overtakenBy,
            c.addedBy,
          ]);
        }),
      ),
    );
    expect(read).toEqual(expected);
  });

  it("no value of the CSV is a formula", () => {
    const { data } = Papa.parse<string[]>(writeCsv(written(comparison, from)).replace(/^\uFEFF/, ""));
    for (const value of data.flat()) expect(value).not.toMatch(/^[=+\-@\t\r]/);
  });

  it("every line of the CSV ends as RFC 4180 says", () => {
    const csv = writeCsv(written(comparison, from));
    expect(csv.endsWith("\r\n")).toBe(true);
    expect(csv.replace(/"(?:[^"]|"")*"/g, "").replace(/\r\n/g, "")).not.toMatch(/[\r\n"]/);
  });

  it("JSON through its schema gives the same comparison", () => {
    const read = readJson(writeJson(comparison, noFilter, "en"));
    expect(read.columns.map((c) => c.id)).toEqual(comparison.columns.map((c) => c.id));
    const rows = comparison.groups.flatMap((g) => g.rows.map((row) => ({ group: g.group.id, row })));
    expect(read.rows.map((r) => [r.group.id, r.dimension.id])).toEqual(rows.map((r) => [r.group, r.row.dimension.id]));
    for (const [i, { row }] of rows.entries()) {
      // To the last field: what it says, what it rests on, and what has come of it.
      expect(read.rows[i]?.cells).toEqual(row.cells);
    }
  });

  it("Markdown through a renderer gives the same comparison", () => {
    const table = written(comparison, from);
    const tokens = lexer(writeMarkdown(table));
    const tables = tokens.filter((t): t is Tokens.Table => t.type === "table");
    expect(tables).toHaveLength(table.groups.length);
    for (const [i, group] of table.groups.entries()) {
      const read = tables[i];
      expect(read?.header.map((cell) => textOf(cell.tokens))).toEqual([
        [table.corner],
        ...table.columns.map((c) => [c.name]),
      ]);
      const rows = read?.rows.map((row) => row.map((cell) => textOf(cell.tokens)));
      const oneLine = (s: string): string => s.replace(/\s*\n\s*/g, " ");
      expect(rows).toEqual(
        group.rows.map((row) => [
          [row.name],
          ...row.cells.map((cell, i) =>
            cell.length === 0 ? [row.blanks[i] ?? ""] : cell.map((c) => oneLine(writeClaim(c)).trim()),
          ),
        ]),
      );
    }
  });
});

describe("what is no longer so, taken away", () => {
  const comparison = compare(knowledge, sets[0] ?? []);
  const told = comparison.groups.flatMap((g) => g.rows.flatMap((r) => r.cells.flat()));
  const [old, grown] = [told.find((c) => c.overtakenBy.length > 0), told.find((c) => c.addedBy.length > 0)];

  it("is there, with what came in its place, in every form", () => {
    if (!old || !grown) throw new Error("nothing has changed since");
    const table = written(comparison, knowledge);
    const { data } = Papa.parse<Record<string, string>>(writeCsv(table).replace(/^\uFEFF/, ""), { header: true });
    const row = (id: string) => data.find((r) => r.id === id);
    expect(row(old.id)?.overtaken_by).toBe(old.overtakenBy.map((c) => c.id).join(" "));
    expect(row(old.overtakenBy[0]?.id ?? "")?.layer ?? "since").toBe("since");
    expect(row(grown.id)?.added_by).toBe(grown.addedBy.map((c) => c.id).join(" "));
    const newest = old.overtakenBy[0]?.text.zh ?? "?";
    expect(row(old.id)?.note).toContain(newest);
    const read = readJson(writeJson(comparison, noFilter, "zh")).rows.flatMap((r) => r.cells.flat());
    expect(read.find((c) => c.id === old.id)?.overtakenBy[0]?.text.zh).toBe(newest);
    expect(writeMarkdown(table).replace(/\\/g, "")).toContain(newest);
  });

  it("names what was added once: where it stands by itself, or beside what it adds to", () => {
    const table = written(comparison, knowledge);
    const notes = new Map(
      table.groups.flatMap((g) => g.rows.flatMap((r) => r.cells.flat().map((c) => [c.id, c.note]))),
    );
    for (const claim of told) {
      for (const added of claim.addedBy)
        expect(notes.get(claim.id)?.includes(added.text.zh), claim.id).toBe(!notes.has(added.id));
    }
  });
});

it("a file that is no comparison of ours is refused", () => {
  expect(() => readJson("{}")).toThrow();
  expect(() => readJson("not json")).toThrow();
  const good = JSON.parse(writeJson(compare(knowledge, ["jd", "taobao"]), noFilter, "zh"));
  expect(() => readJson(JSON.stringify({ ...good, version: 1 }))).toThrow();
});

/** The lines of a cell as they read: what is Markdown or HTML in it, besides line breaks and the blank's slant, fails. */
function textOf(tokens: readonly Token[]): string[] {
  const lines = [""];
  for (const token of tokens) {
    if (token.type === "html" && token.raw === "<br>") lines.push("");
    else if (["text", "escape"].includes(token.type)) lines[lines.length - 1] += (token as Tokens.Text).text;
    else if (token.type === "em") return textOf((token as Tokens.Em).tokens);
    else throw new Error(`${token.type} in a cell: ${token.raw}`);
  }
  return lines.map((line) => line.trim());
}

it("says of a blank cell whether nobody says anything or the filter leaves it out", () => {
  const ids = ["alibaba-1688", "taote", "shein"];
  const all = compare(knowledge, ids);
  const found = compare(knowledge, ids, { ...noFilter, query: "1688" });
  const written1688 = written(found, knowledge);
  let hiddenByFilter = 0;
  for (const [g, group] of found.groups.entries()) {
    for (const [r, row] of group.rows.entries()) {
      const whole = all.groups.flatMap((w) => w.rows).find((w) => w.dimension.id === row.dimension.id);
      for (const [i, cell] of row.cells.entries()) {
        if (cell.length > 0) continue;
        const there = whole?.cells[i]?.length ?? 0;
        hiddenByFilter += Math.sign(there);
        expect(written1688.groups[g]?.rows[r]?.blanks[i]).toBe(there > 0 ? `有${there}条不合筛选` : "材料未提");
      }
    }
  }
  expect(hiddenByFilter).toBeGreaterThan(0);
});
