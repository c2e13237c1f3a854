/**
 * The shapes of what Qiju knows. Valibot schemas are the one source: the types are inferred from
 * them, the build and the tests parse every curated file with them, and the JSON Schemas that
 * editors use are generated from them.
 */
export * from "./schema/chart.ts";
export * from "./schema/claim.ts";
export * from "./schema/dimension.ts";
export * from "./schema/entity.ts";
export * from "./schema/move.ts";
export * from "./schema/parts.ts";
export * from "./schema/source.ts";
export * from "./schema/term.ts";
export * from "./schema/words.ts";
