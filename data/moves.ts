import type { Entity, Knowledge, LocalText, Move } from "./model.ts";

/** A platform's part in a move. */
export interface MoveMark {
  entity: string;
  /** Whether the sources say that it came first, or that it took the move up. */
  role: "pioneer" | "adopter";
  /** What it calls its own version. */
  own: LocalText | null;
  /** The units through which it does so. */
  via: readonly string[];
  /** Claims that say so, as ids. */
  claims: readonly string[];
  /** Whether some of them say that it has given the move up since. */
  left: boolean;
}

/** Moves × platforms. */
export interface MoveMatrix {
  /** Platforms with any part in any move, the busiest first; the trade as a whole comes last. */
  platforms: readonly Entity[];
  /** A row a move, with a mark or a blank for each platform. */
  rows: readonly { move: Move; marks: readonly (MoveMark | null)[] }[];
}

/** What the matrix shows, for a sentence. */
interface MoveSummary {
  moves: number;
  platforms: number;
  marks: number;
  /** Moves whose first mover the sources name. */
  pioneered: number;
  /** How many of the marks have been given up since. */
  left: number;
  /** The move with the most platforms, and the platform with the most moves. */
  widest: { move: Move; count: number } | null;
  busiest: { entity: Entity; count: number } | null;
}

/** The adoption matrix of everything that is known. */
export function moveMatrix(knowledge: Pick<Knowledge, "moves" | "entities" | "claims">): MoveMatrix {
  const marks = knowledge.moves.map((move) => marksOf(knowledge, move));
  const count = new Map<string, number>();
  for (const mark of marks.flat()) count.set(mark.entity, (count.get(mark.entity) ?? 0) + 1);
  const rank = (e: Entity): number => (e.kind === "market" ? -1 : (count.get(e.id) ?? 0));
  const platforms = knowledge.entities.filter((e) => count.has(e.id)).sort((a, b) => rank(b) - rank(a));
  const rows = knowledge.moves.map((move, i) => ({
    move,
    marks: platforms.map((p) => marks[i]?.find((m) => m.entity === p.id) ?? null),
  }));
  return { platforms, rows: rows.filter((row) => row.marks.some((m) => m !== null)) };
}

/** Counts for the sentence above the matrix. The trade as a whole is no platform. */
export function summarise({ platforms, rows }: MoveMatrix): MoveSummary {
  const single = platforms.map((p) => p.kind !== "market");
  const width = (row: MoveMatrix["rows"][number]): number => row.marks.filter((m, i) => m && single[i]).length;
  const height = (column: number): number => rows.filter((row) => row.marks[column]).length;
  const widest = [...rows].sort((a, b) => width(b) - width(a))[0];
  const busiest = platforms[0];
  return {
    moves: rows.length,
    platforms: single.filter(Boolean).length,
    marks: rows.reduce((sum, row) => sum + width(row), 0),
    pioneered: rows.filter((row) => row.move.pioneer !== null).length,
    left: rows.reduce((sum, row) => sum + row.marks.filter((m, i) => m?.left && single[i]).length, 0),
    widest: widest ? { move: widest.move, count: width(widest) } : null,
    busiest: busiest ? { entity: busiest, count: height(0) } : null,
  };
}

/** The marks of a move whose claims are there, the pioneer's first. */
function marksOf(knowledge: Pick<Knowledge, "claims">, move: Move): MoveMark[] {
  const claims = new Map(knowledge.claims.map((c) => [c.id, c]));
  const marks = move.adopters
    .map(
      ({ entity, own, via, claims: ids, left }): MoveMark => ({
        entity,
        role: entity === move.pioneer ? "pioneer" : "adopter",
        own,
        via,
        claims: ids.filter((id) => claims.has(id)),
        left: left.some((id) => claims.has(id)),
      }),
    )
    .filter((mark) => mark.claims.length > 0);
  const { pioneer } = move;
  if (pioneer === null || marks.some((m) => m.entity === pioneer)) return marks;
  // A first mover without claims of its own is known by what is said of those that followed.
  const all = [...new Set(marks.flatMap((m) => m.claims))];
  const naming = all.filter((id) => {
    const claim = claims.get(id);
    return claim?.subject === pioneer || claim?.objects.includes(pioneer);
  });
  const said = naming.length > 0 ? naming : all;
  return said.length === 0
    ? marks
    : [{ entity: pioneer, role: "pioneer", own: null, via: [], claims: said, left: false }, ...marks];
}
