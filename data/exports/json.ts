/** A comparison as JSON, and read again. */
import * as v from "valibot";
import type { Comparison } from "../compare.ts";
import type { CompareFilter } from "../filter.ts";
import type { Language } from "../model.ts";
import { ClaimDate, Figure, Modality, Names, SourceRef } from "../schema.ts";

const Local = v.object({ zh: v.string(), zhHant: v.string(), en: v.string() });

const ExportedClaim = v.object({
  id: v.string(),
  subject: v.string(),
  objects: v.array(v.string()),
  text: Local,
  figures: v.array(Figure),
  date: ClaimDate,
  modality: Modality,
  attribution: v.nullable(Local),
  note: v.nullable(Local),
  sources: v.array(SourceRef),
  weight: v.picklist([1, 2, 3]),
});

/** A comparison taken out of Qiju: columns, rows and, for each of them, one cell a column. */
export const ComparisonFile = v.object({
  format: v.literal("qiju-comparison"),
  version: v.literal(1),
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
    version: 1,
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
