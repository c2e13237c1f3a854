import { describe, expect, it } from "vitest";
import { compile } from "../../data/build/compile.ts";
import { documentsOnly } from "../../data/layers.ts";
import { moveMatrix, summarise } from "../../data/moves.ts";

const { knowledge } = compile().bundle;
const matrix = moveMatrix(knowledge);
const at = (move: string, entity: string) => {
  const column = matrix.platforms.findIndex((p) => p.id === entity);
  return matrix.rows.find((r) => r.move.id === move)?.marks[column];
};

describe("the adoption matrix", () => {
  it("has every adopter of every move once, each with claims that are there", () => {
    const ids = new Set(knowledge.claims.map((c) => c.id));
    for (const move of knowledge.moves) {
      for (const adopter of move.adopters)
        expect(at(move.id, adopter.entity)?.claims, `${move.id} ${adopter.entity}`).toEqual(adopter.claims);
    }
    const marks = matrix.rows.flatMap((r) => r.marks.flatMap((m) => m ?? []));
    expect(marks.length).toBeGreaterThan(knowledge.moves.length);
    for (const mark of marks) {
      expect(mark.claims.length).toBeGreaterThan(0);
      for (const id of mark.claims) expect(ids).toContain(id);
    }
  });

  it("tells the first mover from those that followed, also where it has no claims of its own", () => {
    expect(at("seeding-community", "xiaohongshu")?.role).toBe("pioneer");
    expect(at("seeding-community", "jd")?.role).toBe("adopter");
    expect(at("shelf-commerce", "taobao")?.role).toBe("pioneer");
    const named = at("seeding-community", "xiaohongshu")?.claims ?? [];
    for (const id of named) {
      const claim = knowledge.claims.find((c) => c.id === id);
      expect([claim?.subject, ...(claim?.objects ?? [])]).toContain("xiaohongshu");
    }
  });

  it("puts the busiest platform first and the trade as a whole last", () => {
    const count = (i: number): number => matrix.rows.filter((r) => r.marks[i]).length;
    const counts = matrix.platforms.map((_, i) => count(i));
    expect(matrix.platforms.at(-1)?.kind).toBe("market");
    for (let i = 1; i < counts.length - 1; i++) expect(counts[i]).toBeLessThanOrEqual(counts[i - 1] ?? 0);
  });

  it("is summed up by numbers that can be counted in it", () => {
    const summary = summarise(matrix);
    const single = matrix.platforms.map((p) => p.kind !== "market");
    expect(summary.moves).toBe(matrix.rows.length);
    expect(summary.marks).toBe(matrix.rows.flatMap((r) => r.marks.filter((m, i) => m && single[i])).length);
    expect(summary.pioneered).toBe(knowledge.moves.filter((m) => m.pioneer).length);
    expect(summary.widest?.move.id).toBe("b2b-platform");
    expect(summary.busiest?.entity.id).toBe(matrix.platforms[0]?.id);
  });

  it("tells what was taken up and what was given up since, and neither with the documents alone", () => {
    expect(at("local-services", "jd")).toMatchObject({
      role: "adopter",
      left: false,
      claims: ["u-b-044", "u-p-001", "u-b-049"],
    });
    expect(at("refund-only", "pinduoduo")).toMatchObject({ role: "pioneer", left: true });
    const alone = moveMatrix(documentsOnly(knowledge));
    const marks = alone.rows.flatMap((r) => r.marks.flatMap((m) => m ?? []));
    expect(marks.some((m) => m.left)).toBe(false);
    expect(marks.flatMap((m) => m.claims).some((id) => id.startsWith("u-"))).toBe(false);
    expect(alone.rows.length).toBeLessThan(matrix.rows.length);
    expect(alone.rows.find((r) => r.move.id === "local-services")?.marks.filter(Boolean)).toHaveLength(1);
    expect(summarise(matrix).left).toBe(
      knowledge.moves.flatMap((m) => m.adopters.filter((a) => a.left.length > 0)).length,
    );
  });

  it("drops a mark whose claims are not there, and a move without marks", () => {
    const behind = knowledge.moves.find((m) => m.id === "trade-fair")?.adopters.flatMap((a) => a.claims) ?? [];
    const without = knowledge.claims.filter((c) => !behind.includes(c.id));
    const fewer = moveMatrix({ ...knowledge, claims: without });
    expect(fewer.rows.some((r) => r.move.id === "trade-fair")).toBe(false);
    expect(fewer.rows.length).toBe(matrix.rows.length - 1);
    expect(moveMatrix({ ...knowledge, claims: [] })).toEqual({ platforms: [], rows: [] });
    expect(summarise({ platforms: [], rows: [] })).toMatchObject({ moves: 0, widest: null, busiest: null });
  });
});
