import { describe, expect, it } from "vitest";
import { compile } from "../../data/build/compile.ts";
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

  it("runs from the founding of 阿里 to spring 2024", () => {
    const years = timeline(knowledge).map((e) => Math.floor(e.from / 12));
    expect(Math.min(...years)).toBe(1999);
    expect(Math.max(...years)).toBe(2024);
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
