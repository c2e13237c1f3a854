import type { ClaimDate } from "../../../data/schema.ts";

/** Half a mark's shape: lines begin outside it. */
const INNER = 7;
const CAP = 4;

interface Extent {
  precision: ClaimDate["precision"];
  along: number;
  across: number;
  from: number;
  to: number;
  uncertain: boolean;
}

/**
 * How exactly a date is known, as an SVG path around its mark: a day has a stem, a month nothing, a
 * year a line with bars at its ends, a span a line with arrowheads; what is inferred a wave beside.
 * @param right whether time runs to the right, else down
 */
export function extentPath({ precision, along, across, from, to, uncertain }: Extent, right: boolean): string {
  const at = (a: number, c: number): string => (right ? `${n(a)} ${n(c)}` : `${n(c)} ${n(a)}`);
  const line = (a1: number, c1: number, a2: number, c2: number): string => `M${at(a1, c1)}L${at(a2, c2)}`;
  let path = "";
  if (precision === "day") path += line(along, across - INNER, along, across - INNER - CAP);
  if (precision === "year" || precision === "span") {
    if (along - INNER > from) path += line(from, across, along - INNER, across);
    if (to > along + INNER) path += line(along + INNER, across, to, across);
  }
  if (precision === "year")
    path += line(from, across - CAP, from, across + CAP) + line(to, across - CAP, to, across + CAP);
  if (precision === "span") {
    path += `M${at(from + CAP, across - CAP)}L${at(from, across)}L${at(from + CAP, across + CAP)}`;
    path += `M${at(to - CAP, across - CAP)}L${at(to, across)}L${at(to - CAP, across + CAP)}`;
  }
  if (uncertain)
    path += right
      ? `M${n(along - 5)} ${n(across + 10)}q2.5 -3 5 0t5 0`
      : `M${n(across + 9)} ${n(along - 5)}q-3 2.5 0 5t0 5`;
  return path;
}

/** A cut through the scale, from edge to edge. */
export function zigzag(along: number, across: number, right: boolean): string {
  let path = "";
  for (let c = 0, i = 0; c <= across; c += 6, i++) {
    const a = along + (i % 2 === 0 ? -2.5 : 2.5);
    path += `${i === 0 ? "M" : "L"}${right ? `${n(a)} ${n(c)}` : `${n(c)} ${n(a)}`}`;
  }
  return path;
}

const n = (value: number): number => Math.round(value * 10) / 10;
