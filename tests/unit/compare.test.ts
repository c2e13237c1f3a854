import { describe, expect, it } from "vitest";
import { compile } from "../../data/build/compile.ts";
import { columnsFor, compare } from "../../data/compare.ts";
import { searchNames } from "../../data/search.ts";

const { knowledge } = compile().bundle;

describe("compare", () => {
  it("keeps the order of the columns, and every row has a cell for each", () => {
    const { columns, groups } = compare(knowledge, ["jd", "douyin", "alibaba-1688"]);
    expect(columns.map((c) => c.id)).toEqual(["jd", "douyin", "alibaba-1688"]);
    for (const { rows } of groups) for (const row of rows) expect(row.cells).toHaveLength(3);
  });

  it("counts a unit's claims with its owner, and with itself where it has a column", () => {
    const subjects = (ids: string[], column: number): Set<string> =>
      new Set(
        compare(knowledge, ids).groups.flatMap((g) =>
          g.rows.flatMap((r) => (r.cells[column] ?? []).map((c) => c.subject)),
        ),
      );
    expect(subjects(["douyin", "alibaba-group"], 0)).toContain("douyin-ecommerce");
    expect(subjects(["douyin", "alibaba-group"], 1)).toContain("alibaba-1688");
    expect(subjects(["alibaba-1688", "alibaba-group"], 1)).not.toContain("alibaba-1688");
  });

  it("shows no claim twice", () => {
    const ids = compare(knowledge, [
      "douyin",
      "douyin-ecommerce",
      "alibaba-group",
      "taobao",
      "alibaba-1688",
    ]).groups.flatMap((g) => g.rows.flatMap((r) => r.cells.flatMap((cell) => cell.map((c) => c.id))));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("leaves out rows that are blank in every column", () => {
    for (const { rows } of compare(knowledge, ["zkh", "yaoshibang"]).groups) {
      for (const row of rows) expect(row.cells.flat().length).toBeGreaterThan(0);
    }
  });
});

describe("columnsFor", () => {
  it("puts a platform beside one that is no kin of its own", () => {
    expect(columnsFor(knowledge, "douyin")).toEqual(["douyin", "alibaba-group"]);
    expect(columnsFor(knowledge, "alibaba-1688")[0]).toBe("alibaba-1688");
    for (const { id } of knowledge.entities) expect(new Set(columnsFor(knowledge, id)).size, id).toBe(2);
  });
});

describe("searchNames", () => {
  it.each([
    ["抖音", "douyin"],
    ["douyin", "douyin"],
    ["小紅書", "xiaohongshu"],
    ["hc360", "hc360"],
    ["并夕夕", "pinduoduo"],
  ])("%s leads to %s", (query, id) => {
    expect(searchNames(knowledge.entities, query)[0]?.id).toBe(id);
  });

  it("answers nothing to nothing", () => {
    expect(searchNames(knowledge.entities, "  ")).toEqual([]);
  });
});
