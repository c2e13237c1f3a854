import * as v from "valibot";
import { Id, Names, schemaField, Text } from "./parts.ts";

/** Who took up whose move: the adoption matrix. */
export const Move = v.strictObject({
  id: Id,
  names: Names,
  about: Text,
  pioneer: v.nullable(Id),
  adopters: v.array(
    v.strictObject({
      entity: Id,
      own: v.nullable(Text),
      via: v.array(Id),
      claims: v.pipe(v.array(v.string()), v.minLength(1)),
      /** Those of its claims that say that it has given the move up, or is giving it up. */
      left: v.optional(v.pipe(v.array(v.string()), v.minLength(1))),
    }),
  ),
});
export type Move = v.InferOutput<typeof Move>;
export const MoveFile = v.strictObject({ ...schemaField, moves: v.array(Move) });
