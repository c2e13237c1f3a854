import { describe, expect, it } from "vitest";
import { compile } from "../../data/build/compile.ts";
import { compare } from "../../data/compare.ts";
import { type Belonging, kinOf, type Timed } from "../../data/kin.ts";
import { documentsOnly } from "../../data/layers.ts";
import type { EntityIdentity, Knowledge } from "../../data/model.ts";
import { lanes } from "../../data/timeline.ts";

const { knowledge } = compile().bundle;

const sold = { owner: null, since: "2024-12" } as unknown as EntityIdentity;
const entities: Belonging[] = [
  { id: "group", parent: null, identity: null },
  { id: "arm", parent: "group", identity: null },
  { id: "store", parent: "arm", identity: sold },
];
const since = (value: string | null): Timed => ({
  layer: "since",
  date: value === null ? { value, precision: "unknown" } : { value, precision: "day" },
});
const printed: Timed = { layer: "documents", date: { value: null, precision: "unknown" } };

/** Where the claims about an entity stand, as ids by column. */
function columnsOf(from: Knowledge, columns: readonly string[], subject: string): string[][] {
  const { groups } = compare(from, columns);
  return columns.map((_, i) =>
    groups.flatMap((g) =>
      g.rows.flatMap((r) => (r.cells[i] ?? []).filter((c) => c.subject === subject).map((c) => c.id)),
    ),
  );
}

describe("who speaks for a unit", () => {
  it("is its nearest chosen owner", () => {
    expect(kinOf(entities, ["group"]).now("arm")).toBe("group");
    expect(kinOf(entities, ["group", "arm"]).at("store", printed)).toBe("arm");
    expect(kinOf(entities, ["store", "group"]).now("store")).toBe("store");
    expect(kinOf(entities, ["arm"]).now("group")).toBeUndefined();
  });

  it("is the owner of the time that is spoken of; the sale itself is told with the seller", () => {
    const kin = kinOf(entities, ["group"]);
    expect(kin.now("store")).toBeUndefined();
    expect(kin.ever("store")).toBe(true);
    expect(kin.at("store", printed)).toBe("group");
    for (const before of ["2024", "2024-11", "2024-12", "2024-12-17", "2023/2024"])
      expect(kin.at("store", since(before)), before).toBe("group");
    for (const after of ["2025", "2025-01", "2024-06/2025-03", null])
      expect(kin.at("store", since(after)), String(after)).toBeUndefined();
  });

  it("does not run in circles", () => {
    const ring: Belonging[] = [
      { id: "a", parent: "b", identity: null },
      { id: "b", parent: "a", identity: null },
    ];
    expect(kinOf(ring, ["c"]).now("a")).toBeUndefined();
  });
});

describe("what was sold or moved, in the comparison", () => {
  it("stands with the owner it had then, and with the documents' owner where they alone are shown", () => {
    const both = columnsOf(knowledge, ["taotian-group", "alibaba-group"], "alibaba-1688");
    expect(both[0]).toContain("004-007");
    expect(both[0]).not.toContain("u-a-066");
    expect(both[1]).toContain("u-a-066");
    expect(both[1]).not.toContain("004-007");
    const alone = columnsOf(documentsOnly(knowledge), ["taotian-group", "alibaba-group"], "alibaba-1688");
    expect(alone[0]).toContain("004-007");
    expect(alone[1]).toEqual([]);
    expect(columnsOf(knowledge, ["alibaba-group", "jd"], "intime")[0]).toEqual(
      expect.arrayContaining(["000-055", "u-a-049"]),
    );
  });

  it("is in one column and in one lane, never in two", () => {
    const ids = ["taotian-group", "alibaba-group", "jd"];
    const told = compare(knowledge, ids).groups.flatMap((g) => g.rows.flatMap((r) => r.cells.flat().map((c) => c.id)));
    expect(new Set(told).size).toBe(told.length);
    const moved = lanes(knowledge, ids).events.filter((e) => e.claim.subject === "alibaba-1688");
    for (const { claim, lane } of moved) expect(lane, claim.id).toBe(laneOf(claim));
  });
});

/** By this file's own rule: 1688 left 淘天 in November 2024. */
function laneOf({ layer, date }: { layer: string; date: { value: string | null } }): number {
  const last = date.value?.split("/").at(-1) ?? "";
  return layer === "since" && last.slice(0, 7) > "2024-11" ? 1 : 0;
}
