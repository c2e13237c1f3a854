import { describe, expect, it } from "vitest";
import { compile } from "../../data/build/compile.ts";
import { documentsOnly } from "../../data/layers.ts";
import type { Knowledge } from "../../data/model.ts";
import { timeline } from "../../data/timeline.ts";

const { knowledge } = compile().bundle;

describe("timeline", () => {
  it("has every dated claim once, in order of time, and no undated one", () => {
    const events = timeline(knowledge);
    expect(events.length).toBe(knowledge.claims.filter((c) => c.date.value !== null).length);
    for (const [i, event] of events.entries()) {
      expect(event.from).toBeLessThanOrEqual(event.to);
      expect(event.from).toBeGreaterThanOrEqual(events[i - 1]?.from ?? 0);
    }
  });

  it("runs from the founding of 阿里 to spring 2024 in the documents, and on from there", () => {
    const yearsOf = (claims: Pick<Knowledge, "claims">): number[] =>
      timeline(claims).map((e) => Math.floor(e.from / 12));
    const documents = yearsOf(documentsOnly(knowledge));
    expect([Math.min(...documents), Math.max(...documents)]).toEqual([1999, 2024]);
    expect(Math.max(...yearsOf(knowledge))).toBe(2026);
  });

  it("marks what is inferred, and takes a year for all of its months", () => {
    const events = timeline(knowledge);
    for (const event of events) expect(event.uncertain).toBe(event.claim.date.uncertain ?? false);
    const year = events.find((e) => e.claim.date.precision === "year");
    expect((year?.to ?? 0) - (year?.from ?? 0)).toBe(11);
  });

  it("is of the entities asked for", () => {
    for (const { claim } of timeline(knowledge, new Set(["shein"]))) {
      expect([claim.subject, ...claim.objects]).toContain("shein");
    }
  });
});
