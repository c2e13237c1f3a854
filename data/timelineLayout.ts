/** Places for events on a timeline: along the page where it is wide, down it where it is narrow. Pure, in px. */
import type { LaneEvent } from "./timeline.ts";
import { place, type Timescale, timescale, timescaleOf, yearOf } from "./timescale.ts";

/** An event at its place. `along` runs with time, `across` with the lanes. */
export interface PlacedEvent {
  event: LaneEvent;
  along: number;
  across: number;
  /** What its date may mean, along: from … to. */
  from: number;
  to: number;
}

interface PlacedLane {
  start: number;
  size: number;
}

export interface TimelineLayout {
  direction: "right" | "down";
  events: readonly PlacedEvent[];
  lanes: readonly PlacedLane[];
  scale: Timescale;
  /** Length across all lanes. */
  across: number;
}

export const TIMELINE = {
  /** Side of a mark's target: WCAG asks for 24 px. */
  mark: 24,
  gap: 2,
  /** Beside the marks of a lane. */
  pad: 6,
  /** A year's least length, along the page and down it. */
  yearAlong: 34,
  yearDown: 40,
} as const;

const STEP = TIMELINE.mark + TIMELINE.gap;

/** Time runs to the right; each lane is as high as its events need, so that none covers another. */
export function layRight(events: readonly LaneEvent[], laneCount: number, width: number): TimelineLayout {
  // A year's room grows slower than its events, or the rich years would starve the others.
  const weight = (inYear: readonly unknown[]): number => inYear.length ** 0.7 - 1;
  const scale = timescaleOf(events, weight, TIMELINE.yearAlong, width);
  const placed: PlacedEvent[] = [];
  const lanes: PlacedLane[] = [];
  let start = 0;
  for (let lane = 0; lane < laneCount; lane++) {
    // The last taken px of each row.
    const rows: number[] = [];
    for (const event of events.filter((e) => e.lane === lane)) {
      const { along, from, to } = extent(event, scale, TIMELINE.mark / 2, width - TIMELINE.mark / 2);
      const first = Math.min(from, along - TIMELINE.mark / 2);
      const last = Math.max(to, along + TIMELINE.mark / 2);
      const free = rows.findIndex((taken) => taken + TIMELINE.gap <= first);
      const row = free < 0 ? rows.length : free;
      rows[row] = last;
      placed.push({ event, along, across: start + TIMELINE.pad + row * STEP + TIMELINE.mark / 2, from, to });
    }
    const size = Math.max(1, rows.length) * STEP + TIMELINE.pad * 2;
    lanes.push({ start, size });
    start += size;
  }
  return { direction: "right", events: placed, lanes, scale, across: start };
}

/** Time runs down; each year is as long as its fullest lane needs. */
export function layDown(events: readonly LaneEvent[], laneCount: number, width: number): TimelineLayout {
  const size = width / Math.max(1, laneCount);
  const columns = Math.max(1, Math.floor((size - TIMELINE.pad) / STEP));
  const need = (year: number): number => {
    const counts = Array.from(
      { length: laneCount },
      (_, lane) => events.filter((e) => e.lane === lane && yearOf(e) === year).length,
    );
    return Math.ceil(Math.max(...counts) / columns) * STEP + TIMELINE.pad * 2;
  };
  const scale = timescale(events, need, TIMELINE.yearDown);
  const placed: PlacedEvent[] = [];
  const lanes = Array.from({ length: laneCount }, (_, lane) => ({ start: lane * size, size }));
  for (const [lane, { start }] of lanes.entries()) {
    const left = start + (size - Math.min(columns, Math.floor(size / STEP) || 1) * STEP) / 2 + STEP / 2;
    for (const piece of scale.pieces) {
      if (piece.kind === "gap") continue;
      const inYear = events.filter((e) => e.lane === lane && yearOf(e) === piece.from);
      const first = piece.start + TIMELINE.pad + TIMELINE.mark / 2;
      const last = piece.start + piece.length - TIMELINE.pad - TIMELINE.mark / 2;
      for (const { event, along, column } of stack(inYear, columns, first, last, scale)) {
        placed.push({ event, along, across: left + column * STEP, ...range(event, scale) });
      }
    }
  }
  const order = new Map(events.map((e, i) => [e, i]));
  placed.sort((a, b) => (order.get(a.event) ?? 0) - (order.get(b.event) ?? 0));
  return { direction: "down", events: placed, lanes, scale, across: width };
}

/** Puts the events of one lane and year into columns, near their time and in its order, none on another. */
function stack(
  events: readonly LaneEvent[],
  columns: number,
  first: number,
  last: number,
  scale: Timescale,
): { event: LaneEvent; along: number; column: number }[] {
  const room = Math.floor((last - first) / STEP + 1e-6) + 1;
  const wanted = events.map((event) => ({ event, along: clamp(place(scale, middleOf(event)), first, last) }));
  const filled: (typeof wanted)[] = Array.from({ length: columns }, () => []);
  for (const at of wanted) {
    const free = filled.find((c) => c.length < room && (c.at(-1)?.along ?? -Infinity) + STEP <= at.along);
    const open = filled.filter((c) => c.length < room);
    const shortest = open.sort((a, b) => (a.at(-1)?.along ?? 0) - (b.at(-1)?.along ?? 0))[0];
    const into = free ?? shortest ?? filled[0];
    if (!into) continue;
    into.push({ ...at, along: Math.max(at.along, (into.at(-1)?.along ?? -Infinity) + STEP) });
  }
  return filled.flatMap((column, i) => {
    // What was pushed beyond the year's end pushes the ones before it back.
    let end = last;
    for (const at of [...column].reverse()) {
      at.along = Math.min(at.along, end);
      end = at.along - STEP;
    }
    return column.map((at) => ({ ...at, column: i }));
  });
}

/** The middle of what an event's date may mean, in months since year 0. */
export function middleOf(event: LaneEvent): number {
  const { precision, value } = event.claim.date;
  if (precision === "day") return event.from + (Number(value?.slice(8, 10)) - 0.5) / 31;
  return (event.from + event.to + 1) / 2;
}

function range(event: LaneEvent, scale: Timescale): { from: number; to: number } {
  return { from: place(scale, event.from), to: place(scale, event.to + 1) };
}

function extent(
  event: LaneEvent,
  scale: Timescale,
  least: number,
  most: number,
): Omit<PlacedEvent, "event" | "across"> {
  return { along: clamp(place(scale, middleOf(event)), least, most), ...range(event, scale) };
}

/** What the arrow keys ask for. */
export type Step = "earlier" | "later" | "lane-before" | "lane-after" | "first" | "last";

/** The event that a step leads to; the same one where there is none. Steps in time stay in the lane. */
export function stepFrom(events: readonly PlacedEvent[], current: PlacedEvent, step: Step): PlacedEvent {
  const mine = events.filter((e) => e.event.lane === current.event.lane);
  const at = mine.indexOf(current);
  if (step === "earlier") return mine[at - 1] ?? current;
  if (step === "later") return mine[at + 1] ?? current;
  if (step === "first") return mine[0] ?? current;
  if (step === "last") return mine.at(-1) ?? current;
  const sign = step === "lane-after" ? 1 : -1;
  const beyond = events.filter((e) => (e.event.lane - current.event.lane) * sign > 0);
  const lane = sign * Math.min(...beyond.map((e) => e.event.lane * sign));
  const distance = (e: PlacedEvent): number => Math.abs(e.along - current.along);
  const nearest = beyond.filter((e) => e.event.lane === lane).sort((a, b) => distance(a) - distance(b))[0];
  return nearest ?? current;
}

const clamp = (n: number, least: number, most: number): number => Math.min(Math.max(n, least), most);
