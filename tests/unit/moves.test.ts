import { describe, expect, it } from "vitest";
import { compile } from "../../data/build/compile.ts";
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

  it("drops a mark whose claims are not there, and a move without marks", () => {
    const without = knowledge.claims.filter((c) => !["000-010", "000-011", "000-016"].includes(c.id));
    const fewer = moveMatrix({ ...knowledge, claims: without });
    expect(fewer.rows.some((r) => r.move.id === "shelf-commerce")).toBe(false);
    expect(fewer.rows.length).toBe(matrix.rows.length - 1);
    expect(moveMatrix({ ...knowledge, claims: [] })).toEqual({ platforms: [], rows: [] });
    expect(summarise({ platforms: [], rows: [] })).toMatchObject({ moves: 0, widest: null, busiest: null });
  });
});
