/** A comparison as JSON, and read again. */
import * as v from "valibot";
import type { Comparison } from "../compare.ts";
import type { CompareFilter } from "../filter.ts";
import type { Language } from "../model.ts";
import { ClaimDate, copyKinds, Figure, Modality, Names, SourceRef } from "../schema.ts";

const Local = v.object({ zh: v.string(), zhHant: v.string(), en: v.string() });

/** A claim as it is told beside another. */
const Told = v.object({ id: v.string(), text: Local, date: ClaimDate, modality: Modality });

const Page = v.object({
  url: v.string(),
  host: v.string(),
  publisher: v.string(),
  nameless: v.boolean(),
  date: v.nullable(v.string()),
  copy: v.nullable(v.picklist(copyKinds)),
  quoted: v.boolean(),
});

/** A claim with all that the table shows of it, and what has come of it since. */
const ExportedClaim = v.object({
  id: v.string(),
  layer: v.picklist(["documents", "since"]),
  subject: v.string(),
  objects: v.array(v.string()),
  dimension: v.string(),
  text: Local,
  figures: v.array(Figure),
  date: ClaimDate,
  modality: Modality,
  attribution: v.nullable(Local),
  note: v.nullable(Local),
  sources: v.array(SourceRef),
  weight: v.picklist([1, 2, 3]),
  overtakes: v.array(v.string()),
  updates: v.array(v.string()),
  overtakenBy: v.array(Told),
  addedBy: v.array(Told),
  overtook: v.array(Told),
  pages: v.array(Page),
  voices: v.number(),
});

/** A comparison taken out of Qiju: columns, rows and, for each of them, one cell a column. */
export const ComparisonFile = v.object({
  format: v.literal("qiju-comparison"),
  /** 2 since claims say what has come of them. */
  version: v.literal(2),
  language: v.picklist(["zh", "zhHant", "en"]),
  filter: v.object({
    dimensions: v.array(v.string()),
    modalities: v.array(Modality),
    differences: v.boolean(),
    query: v.string(),
    from: v.nullable(v.string()),
    to: v.nullable(v.string()),
  }),
  columns: v.array(v.object({ id: v.string(), names: Names })),
  rows: v.pipe(
    v.array(
      v.object({
        group: v.object({ id: v.string(), names: Names }),
        dimension: v.object({ id: v.string(), names: Names }),
        cells: v.array(v.array(ExportedClaim)),
      }),
    ),
  ),
});
export type ComparisonFile = v.InferOutput<typeof ComparisonFile>;

export function writeJson(comparison: Comparison, filter: CompareFilter, language: Language): string {
  const named = ({ id, names }: { id: string; names: Names }) => ({ id, names });
  const file = {
    format: "qiju-comparison",
    version: 2,
    language,
    filter,
    columns: comparison.columns.map(named),
    rows: comparison.groups.flatMap(({ group, rows }) =>
      rows.map(({ dimension, cells }) => ({ group: named(group), dimension: named(dimension), cells })),
    ),
  };
  // Through the schema, so that only what it names is written, and nothing that it would refuse.
  return `${JSON.stringify(v.parse(ComparisonFile, file), null, 2)}\n`;
}

/** @throws a ValiError or a SyntaxError where it is no comparison of ours */
export function readJson(text: string): ComparisonFile {
  return v.parse(ComparisonFile, JSON.parse(text));
}
