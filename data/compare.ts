import { type CompareFilter, filterClaims, noFilter } from "./filter.ts";
import { kinOf } from "./kin.ts";
import { isOvertaken } from "./layers.ts";
import type { Dimension, DimensionGroup, Entity, Knowledge, Language, StoredClaim } from "./model.ts";

/** How many platforms stand side by side. */
export const COLUMNS = { least: 2, most: 6 } as const;

/** What the panel starts with when nothing was chosen: the pair that the first document is about. */
export const DEFAULT_COLUMNS: readonly string[] = ["douyin", "alibaba-group"];

export interface Comparison {
  columns: readonly Entity[];
  groups: readonly { group: DimensionGroup; rows: readonly ComparisonRow[] }[];
}

interface ComparisonRow {
  dimension: Dimension;
  /**
   * One cell a column: its claims, those of the units that belonged to it then included; what is still so before
   * what is not, the weightiest first, and what has happened since before what the documents say.
   */
  cells: readonly (readonly StoredClaim[])[];
  /** How many claims of each cell the filter leaves out: a cell that is blank by it is not one that nobody filled. */
  hidden: readonly number[];
}

/**
 * Lays platforms side by side. Rows in which no platform has a claim are left out.
 * @param language the one shown, in which words are looked for
 */
export function compare(
  knowledge: Knowledge,
  ids: readonly string[],
  filter: CompareFilter = noFilter,
  language: Language = "zh",
): Comparison {
  const byId = new Map(knowledge.entities.map((e) => [e.id, e]));
  const columns = ids.flatMap((id) => byId.get(id) ?? []);
  const kin = kinOf(
    knowledge.entities,
    columns.map((c) => c.id),
  );
  const claims = filterClaims(knowledge.claims, filter, language);
  const columnOf = new Map(knowledge.claims.map((c) => [c.id, kin.at(c.subject, c)]));
  const least = filter.differences ? Math.min(2, columns.length) : 1;
  const groups = knowledge.groups.map((group) => ({
    group,
    rows: knowledge.dimensions
      .filter((d) => d.group === group.id && (filter.dimensions.length === 0 || filter.dimensions.includes(d.id)))
      .map((dimension) => {
        const cells = cellsOf(claims, dimension.id, columns, columnOf);
        const whole = claims === knowledge.claims ? cells : cellsOf(knowledge.claims, dimension.id, columns, columnOf);
        return { dimension, cells, hidden: cells.map((cell, i) => (whole[i]?.length ?? 0) - cell.length) };
      })
      .filter((row) => row.cells.filter((cell) => cell.length > 0).length >= least),
  }));
  return { columns, groups: groups.filter((g) => g.rows.length > 0) };
}

function cellsOf(
  claims: readonly StoredClaim[],
  dimension: string,
  columns: readonly Entity[],
  columnOf: ReadonlyMap<string, string | undefined>,
): StoredClaim[][] {
  return columns.map((column) =>
    claims
      .filter((c) => c.dimension === dimension && columnOf.get(c.id) === column.id)
      .sort(
        (a, b) =>
          Number(isOvertaken(a)) - Number(isOvertaken(b)) ||
          b.weight - a.weight ||
          Number(b.layer === "since") - Number(a.layer === "since") ||
          Number(b.subject === column.id) - Number(a.subject === column.id) ||
          (a.id < b.id ? -1 : 1),
      ),
  );
}

/** The columns to open on for one entity: it, and the platform that its claims name most. */
export function columnsFor(knowledge: Knowledge, entity: string): string[] {
  const kin = kinOf(knowledge.entities, [entity]);
  const named = new Map<string, number>();
  for (const claim of knowledge.claims) {
    if (claim.subject !== entity && !claim.objects.includes(entity)) continue;
    for (const other of [claim.subject, ...claim.objects]) {
      if (!kin.ever(other)) named.set(other, (named.get(other) ?? 0) + claim.weight);
    }
  }
  const comparable = knowledge.entities.filter((e) => ["group", "platform"].includes(e.kind) && named.has(e.id));
  const rival = comparable.sort((a, b) => (named.get(b.id) ?? 0) - (named.get(a.id) ?? 0))[0]?.id;
  const fallback = DEFAULT_COLUMNS.find((id) => id !== entity);
  return [entity, rival ?? fallback ?? entity];
}
