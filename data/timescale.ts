/**
 * A scale for events that are many in a few years and rare in most: every year is as long as its
 * events need, years without any are cut out, and the cut is a piece of the scale that can be drawn.
 */
import type { TimelineEvent } from "./timeline.ts";

/** A piece of the scale: a year, or years that are cut out. Lengths are in the unit of the caller. */
export interface Piece {
  kind: "year" | "gap";
  /** First and last year. */
  from: number;
  to: number;
  start: number;
  length: number;
}

export interface Timescale {
  pieces: readonly Piece[];
  length: number;
}

/** Length of a cut, as a share of an ordinary year's least length. */
const GAP_SHARE = 0.6;

/** The year in which an event stands: that of its middle. */
export function yearOf(event: Pick<TimelineEvent, "from" | "to">): number {
  return Math.floor((event.from + event.to) / 2 / 12);
}

/**
 * Lays the years out one after the other.
 * @param need how long a year must be, from its events
 * @param least length of a year that needs less
 */
export function timescale(
  events: readonly TimelineEvent[],
  need: (year: number, events: readonly TimelineEvent[]) => number,
  least: number,
): Timescale {
  const byYear = new Map<number, TimelineEvent[]>();
  for (const event of events) {
    const year = yearOf(event);
    byYear.set(year, [...(byYear.get(year) ?? []), event]);
  }
  const years = [...byYear.keys()].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  let start = 0;
  const add = (piece: Omit<Piece, "start">): void => {
    pieces.push({ ...piece, start });
    start += piece.length;
  };
  years.forEach((year, i) => {
    const before = years[i - 1];
    if (before !== undefined && year > before + 1)
      add({ kind: "gap", from: before + 1, to: year - 1, length: least * GAP_SHARE });
    add({ kind: "year", from: year, to: year, length: Math.max(least, need(year, byYear.get(year) ?? [])) });
  });
  return { pieces, length: start };
}

/**
 * A scale of a given length: every year has its least, and what is over goes to the years by weight.
 * Where there is less than the least for all, all shrink alike.
 */
export function timescaleOf(
  events: readonly TimelineEvent[],
  weight: (events: readonly TimelineEvent[]) => number,
  least: number,
  length: number,
): Timescale {
  const bare = timescale(events, () => 0, least);
  const weights = bare.pieces.map((piece) =>
    piece.kind === "gap" ? 0 : weight(events.filter((e) => yearOf(e) === piece.from)),
  );
  const all = weights.reduce((a, b) => a + b, 0);
  const over = Math.max(0, length - bare.length);
  const shrink = Math.min(1, length / (bare.length || 1));
  let start = 0;
  const pieces = bare.pieces.map((piece, i): Piece => {
    const share = all > 0 ? (weights[i] ?? 0) / all : piece.length / bare.length;
    const laid = { ...piece, start, length: piece.length * shrink + over * share };
    start += laid.length;
    return laid;
  });
  return { pieces, length: start };
}

/** Where a month (since year 0, with a fraction) stands. Beyond the ends, the nearer end. */
export function place(scale: Timescale, month: number): number {
  const year = month / 12;
  for (const piece of scale.pieces) {
    if (year < piece.from) return piece.start;
    if (year < piece.to + 1) return piece.start + ((year - piece.from) / (piece.to + 1 - piece.from)) * piece.length;
  }
  return scale.length;
}
