import * as v from "valibot";
import { Id, schemaField } from "./parts.ts";

/**
 * Words that contain a name and mean something else: other products of a brand, places, people,
 * plain words. Found by the same longest match, and then left alone. A bar marks where the cover ends and
 * what follows is free again: 扩大|淘宝.
 */
export const CoverFile = v.strictObject({
  ...schemaField,
  covers: v.record(v.string(), v.array(v.pipe(v.string(), v.minLength(2)))),
});

const Weights = v.record(v.string(), v.number());

/** The file of senses: for each ambiguous form the evidence that makes it the name, and the words of that evidence. */
export const SenseFile = v.strictObject({
  ...schemaField,
  /** How much of its weight a cue has that a comma parts from the name. */
  far: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  /** Classes of words that tell senses apart. */
  cues: v.record(Id, v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1))),
  senses: v.array(
    v.strictObject({
      entity: Id,
      /** Aliases of the entity that mean other things too. */
      names: v.pipe(v.array(v.string()), v.minLength(1)),
      prior: v.number(),
      before: v.optional(Weights),
      after: v.optional(Weights),
      near: v.optional(Weights),
      with: v.optional(Weights),
      page: v.optional(Weights),
    }),
  ),
});
export type SenseFile = v.InferOutput<typeof SenseFile>;
