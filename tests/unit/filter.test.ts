import { describe, expect, it } from "vitest";
import { compile } from "../../data/build/compile.ts";
import { compare } from "../../data/compare.ts";
import { type CompareFilter, filterClaims, noFilter } from "../../data/filter.ts";
import { pieces, wordsOf } from "../../data/find.ts";
import type { StoredClaim } from "../../data/model.ts";

const { knowledge } = compile().bundle;
const passing = (filter: Partial<CompareFilter>): readonly StoredClaim[] =>
  filterClaims(knowledge.claims, { ...noFilter, ...filter }, "zh");
const dated = (value: string | null): StoredClaim => ({
  ...(knowledge.claims[0] as StoredClaim),
  date: { value, precision: value ? "year" : "unknown" },
});

describe("filters", () => {
  it("let everything pass where nothing is chosen", () => {
    expect(passing({})).toEqual(knowledge.claims);
  });

  it("keep the kinds asked for, and each kind's claims add up to all", () => {
    const plans = passing({ modalities: ["plan", "denied"] });
    expect(new Set(plans.map((c) => c.modality))).toEqual(new Set(["plan", "denied"]));
    const rest = passing({ modalities: ["fact", "unconfirmed", "view"] });
    expect(plans.length + rest.length).toBe(knowledge.claims.length);
  });

  it.each([
    ["2023", "2023", "2023", true],
    ["2023-09", "2023", "2023", true],
    ["2022", "2023", null, false],
    ["2024-03", null, "2023", false],
    ["2021/2023", "2022", "2022", true],
    ["2023-09/2024-03", "2024", null, true],
    ["2023", "2023-06", null, true],
    ["2023-05", "2023-06", null, false],
    ["2023-06-18", "2023-06", "2023-06", true],
    [null, "1999", null, false],
    [null, null, null, true],
  ])("a claim of %s from %s to %s: %s", (value, from, to, kept) => {
    expect(filterClaims([dated(value)], { ...noFilter, from, to }, "zh").length === 1).toBe(kept);
  });

  it("find all words, in any order and case", () => {
    const found = passing({ query: "SHEIN 1688" });
    expect(found.length).toBeGreaterThan(0);
    expect(passing({ query: "1688  shein" })).toEqual(found);
    for (const c of found) expect(`${c.text.zh}${c.note?.zh}${c.attribution?.zh}`).toMatch(/1688/);
  });

  it("leave rows in which two columns are spoken of, if differences alone are wanted", () => {
    const { groups } = compare(knowledge, ["douyin", "alibaba-group"], { ...noFilter, differences: true });
    const rows = groups.flatMap((g) => g.rows);
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) expect(row.cells.every((cell) => cell.length > 0)).toBe(true);
  });

  it("keep the dimensions asked for", () => {
    const { groups } = compare(knowledge, ["douyin", "alibaba-group"], { ...noFilter, dimensions: ["live", "users"] });
    expect(groups.flatMap((g) => g.rows.map((r) => r.dimension.id))).toEqual(["live", "users"]);
  });
});

describe("pieces", () => {
  it.each([
    ["抖音的货架", "货架", ["抖音的", "[货架]"]],
    ["SHEIN and Shein", "shein", ["[SHEIN]", " and ", "[Shein]"]],
    ["a.b+c", ".b", ["a", "[.b]", "+c"]],
    ["京东工业", "京东 京东工业", ["[京东工业]"]],
    ["抖音", "", ["抖音"]],
  ])("%s with %s", (text, query, expected) => {
    expect(pieces(text, wordsOf(query)).map((p) => (p.hit ? `[${p.text}]` : p.text))).toEqual(expected);
  });
});
