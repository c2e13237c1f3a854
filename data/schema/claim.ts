import * as v from "valibot";
import { Id, SourceRef, Text } from "./parts.ts";

/** What a claim is: what happened, what is meant to, what was denied, what is only reported, what an author thinks. */
export const modalities = ["fact", "plan", "denied", "unconfirmed", "view"] as const;
export const Modality = v.picklist(modalities);
export type Modality = v.InferOutput<typeof Modality>;

const datePatterns = {
  day: /^\d{4}-\d{2}-\d{2}$/,
  month: /^\d{4}-\d{2}$/,
  year: /^\d{4}$/,
  span: /^\d{4}(-\d{2}){0,2}\/\d{4}(-\d{2}){0,2}$/,
} as const;

/** When it was so. `value` is an ISO date cut to its precision, `from/to` for a span, null when the sources do not say. */
export const ClaimDate = v.pipe(
  v.strictObject({
    value: v.nullable(v.string()),
    precision: v.picklist(["day", "month", "year", "span", "unknown"]),
    /** Inferred, not printed in the source. */
    uncertain: v.optional(v.literal(true)),
  }),
  v.check(
    (d) => (d.precision === "unknown" ? d.value === null : datePatterns[d.precision].test(d.value ?? "")),
    "the date's value does not have its precision",
  ),
);
export type ClaimDate = v.InferOutput<typeof ClaimDate>;

/** A figure as a number with its unit and the very characters that the source prints. */
export const Figure = v.strictObject({
  /** Null where the source prints a range or a vague count. */
  value: v.nullable(v.number()),
  unit: v.pipe(v.string(), v.minLength(1)),
  printed: v.pipe(v.string(), v.minLength(1)),
  period: v.optional(v.string()),
});
export type Figure = v.InferOutput<typeof Figure>;

/** Stable for ever: notes and exports refer to it. Document, then running number; `u-` for what came after the documents. */
const ClaimId = v.pipe(v.string(), v.regex(/^\d{3}-\d{3}$|^u-[a-z]-\d{3}$/, "a claim's id is 000-001 or u-a-001"));

/**
 * A statement. Its layer is told by its sources: places in the documents, or public pages that say
 * what has happened since. Never both.
 */
export const Claim = v.strictObject({
  id: ClaimId,
  /** Further numbers whose statement this claim carries too. */
  carries: v.optional(v.array(v.string())),
  /** Claims that are no longer so because of this one. */
  overtakes: v.optional(v.pipe(v.array(ClaimId), v.minLength(1))),
  /** Claims that stay true as history, to which this one adds. */
  updates: v.optional(v.pipe(v.array(ClaimId), v.minLength(1))),
  /** Other entities and terms that it names. */
  objects: v.optional(v.array(Id)),
  dimension: Id,
  text: Text,
  figures: v.optional(v.array(Figure)),
  date: ClaimDate,
  modality: Modality,
  attribution: v.optional(Text),
  note: v.optional(Text),
  sources: v.pipe(v.array(SourceRef), v.minLength(1)),
  weight: v.picklist([1, 2, 3]),
});
export type Claim = v.InferOutput<typeof Claim>;
