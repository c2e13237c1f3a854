import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../data/build/compile.ts";
import { documentsOnly } from "../../data/layers.ts";
import type { StoredClaim } from "../../data/model.ts";
import { type LaneEvent, lanes } from "../../data/timeline.ts";
import { layDown, layRight, type PlacedEvent, stepFrom, TIMELINE } from "../../data/timelineLayout.ts";
import { place, timescale } from "../../data/timescale.ts";

const { knowledge } = compile().bundle;
const some = ["alibaba-group", "douyin", "jd"];

/** Events of made-up claims: only the date and the lane matter. */
const anyEvents = fc
  .array(
    fc.record({
      lane: fc.nat(2),
      from: fc.integer({ min: 1999 * 12, max: 2026 * 12 + 8 }),
      months: fc.constantFrom(0, 0, 0, 11, 3),
    }),
    { minLength: 1, maxLength: 150 },
  )
  .map((all) =>
    all
      .map(({ lane, from, months }, i): LaneEvent => {
        const claim = { id: String(i), date: { value: null, precision: "month" } } as unknown as StoredClaim;
        return { lane, from, to: from + months, uncertain: false, claim };
      })
      .sort((a, b) => a.from - b.from || a.to - b.to),
  );

const apart = (a: PlacedEvent, b: PlacedEvent): boolean =>
  Math.abs(a.along - b.along) >= TIMELINE.mark - 0.01 || Math.abs(a.across - b.across) >= TIMELINE.mark - 0.01;

function meeting(events: readonly PlacedEvent[]): number {
  return events.flatMap((a, i) => events.slice(i + 1).filter((b) => !apart(a, b))).length;
}

describe("the events of chosen platforms", () => {
  it("stand once each, in the lane of whom they tell of, units included", () => {
    const { events, undated } = lanes(knowledge, some);
    expect(new Set(events.map((e) => e.claim.id)).size).toBe(events.length);
    expect(events.length).toBeGreaterThan(30);
    expect(undated).toBeGreaterThan(50);
    const of = (subject: string): number[] => events.filter((e) => e.claim.subject === subject).map((e) => e.lane);
    expect(new Set(of("alibaba-1688"))).toEqual(new Set([0]));
    expect(new Set(of("douyin-life-services"))).toEqual(new Set([1]));
  });

  it("are none of others", () => {
    expect(lanes(knowledge, []).events).toEqual([]);
    expect(lanes(knowledge, ["nobody"]).events).toEqual([]);
  });
});

describe("the scale", () => {
  const { events } = lanes(documentsOnly(knowledge), some);

  it("has a piece for every year with events, and one for every run of years without", () => {
    const { pieces, length } = timescale(events, () => 10, 10);
    expect(pieces[0]).toMatchObject({ kind: "year", from: 1999, start: 0 });
    expect(pieces[1]).toMatchObject({ kind: "gap", from: 2000, to: 2006 });
    for (const [i, piece] of pieces.entries()) {
      const next = pieces[i + 1];
      expect(piece.start + piece.length).toBeCloseTo(next?.start ?? length);
      if (next) expect(next.from).toBe(piece.to + 1);
    }
  });

  it("never runs backwards", () => {
    const scale = timescale(events, (_, inYear) => inYear.length * 9, 20);
    let last = -1;
    for (let month = 1998 * 12; month < 2028 * 12; month++) {
      const at = place(scale, month);
      expect(at).toBeGreaterThanOrEqual(last);
      last = at;
    }
    expect(last).toBe(scale.length);
  });
});

describe("a timeline's layout", () => {
  it("keeps every mark clear of every other, along the page", () => {
    fc.assert(
      fc.property(anyEvents, fc.integer({ min: 500, max: 1100 }), (events, width) => {
        const layout = layRight(events, 3, width);
        expect(layout.events.length).toBe(events.length);
        expect(meeting(layout.events)).toBe(0);
        for (const e of layout.events) {
          expect(e.along).toBeGreaterThanOrEqual(TIMELINE.mark / 2);
          expect(e.along).toBeLessThanOrEqual(width - TIMELINE.mark / 2);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("keeps every mark clear of every other, and in its own year, down the page", () => {
    fc.assert(
      fc.property(anyEvents, fc.integer({ min: 180, max: 420 }), (events, width) => {
        const layout = layDown(events, 3, width);
        expect(layout.events.length).toBe(events.length);
        expect(meeting(layout.events)).toBe(0);
        for (const e of layout.events) {
          const year = Math.floor((e.event.from + e.event.to) / 24);
          const piece = layout.scale.pieces.find((p) => p.from === year);
          expect(e.along).toBeGreaterThanOrEqual((piece?.start ?? 0) + TIMELINE.mark / 2 - 0.01);
          expect(e.along).toBeLessThanOrEqual((piece?.start ?? 0) + (piece?.length ?? 0) - TIMELINE.mark / 2 + 0.01);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is walked in time within a lane, and to the nearest event of the next", () => {
    const { events } = layRight(lanes(knowledge, some).events, 3, 900);
    const first = events.find((e) => e.event.lane === 0);
    if (!first) throw new Error("no events");
    expect(stepFrom(events, first, "earlier")).toBe(first);
    expect(stepFrom(events, first, "lane-before")).toBe(first);
    const walked = [first];
    for (let at = first; stepFrom(events, at, "later") !== at; ) {
      at = stepFrom(events, at, "later");
      walked.push(at);
    }
    expect(walked).toEqual(events.filter((e) => e.event.lane === 0));
    expect(stepFrom(events, first, "last")).toBe(walked.at(-1));
    const last = walked.at(-1) ?? first;
    const across = stepFrom(events, last, "lane-after");
    expect(across.event.lane).toBe(1);
    for (const e of events.filter((other) => other.event.lane === 1))
      expect(Math.abs(e.along - last.along)).toBeGreaterThanOrEqual(Math.abs(across.along - last.along));
  });
});
