import * as v from "valibot";

/** Identifier of an entity, a term, a dimension or a move: lower-case words joined by hyphens. */
export const Id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is lower-case words joined by hyphens"),
);

/** Printed text in the two written languages. 繁體中文 is made from `zh` when the bundle is compiled. */
export const Text = v.strictObject({
  zh: v.pipe(v.string(), v.minLength(1)),
  en: v.pipe(v.string(), v.minLength(1)),
});
export type Text = v.InferOutput<typeof Text>;

/** A name in the three languages; 繁體 is given, since machines get names wrong. */
export const Names = v.strictObject({
  zh: v.pipe(v.string(), v.minLength(1)),
  zhHant: v.pipe(v.string(), v.minLength(1)),
  en: v.pipe(v.string(), v.minLength(1)),
});
export type Names = v.InferOutput<typeof Names>;

/**
 * Where a statement stands: a document and its place in it (`000:p7`, `000:p16.1`, `004:s31`), or
 * a public page (`web:…`, an id of the list of pages).
 */
export const SourceRef = v.pipe(
  v.string(),
  v.regex(/^(?:\d{3}:[ps]\d+(?:\.\d+)?|web:[a-z0-9-]+)$/, "a source is document:locator or web:page"),
);
export type SourceRef = v.InferOutput<typeof SourceRef>;

/** Every file may name its JSON Schema. */
export const schemaField = { $schema: v.optional(v.string()) };

/** A date as fine as it is known: `2025`, `2025-12`, `2025-12-05`. */
export const IsoDate = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}){0,2}$/, "a date is 2025, 2025-12 or 2025-12-05"));
