import * as v from "valibot";
import { Claim } from "./claim.ts";
import { Alias } from "./entity.ts";
import { Id, Names, SourceRef, schemaField, Text } from "./parts.ts";

/** A file of `data/curated/terms`. */
export const TermFile = v.strictObject({
  ...schemaField,
  id: Id,
  names: Names,
  aliases: v.array(Alias),
  /** Whether pages may be marked with it. Everyday words (外卖, 性价比) are looked up, not marked. */
  mark: v.boolean(),
  definition: Text,
  said: Text,
  platforms: v.array(Id),
  sources: v.pipe(v.array(SourceRef), v.minLength(1)),
  claims: v.array(Claim),
});
export type TermFile = v.InferOutput<typeof TermFile>;
