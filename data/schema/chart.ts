import * as v from "valibot";
import { Id, Names, schemaField, Text } from "./parts.ts";

/** What a chart's bars are measured in. A figure's own unit is brought to it by `data/charts.ts`. */
export const measures = ["cny", "usd", "percent", "users", "orders-a-day"] as const;
export const Measure = v.picklist(measures);
export type Measure = v.InferOutput<typeof Measure>;

/** Figures that a person has found to be of one kind, so that they may stand side by side. */
export const Chart = v.strictObject({
  id: Id,
  names: Names,
  measure: Measure,
  /** Why these figures may stand together, and what they still do not have in common. */
  about: Text,
  bars: v.pipe(
    v.array(
      v.strictObject({
        /** The claim and, of its figures, the one with these printed characters. */
        claim: v.string(),
        printed: v.pipe(v.string(), v.minLength(1)),
        /** What tells this bar from the others of the same platform: who counted, which part. */
        label: v.optional(Text),
        /** Where the figure is no exact one. */
        bound: v.optional(v.picklist(["over", "nearly", "about"])),
        /** The period as an ISO date or span, where the figure's own is in other words. */
        period: v.optional(v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}){0,2}(\/\d{4}(-\d{2}){0,2})?$/))),
      }),
    ),
    v.minLength(2),
  ),
});
export type Chart = v.InferOutput<typeof Chart>;
export const ChartFile = v.strictObject({ ...schemaField, charts: v.array(Chart) });
