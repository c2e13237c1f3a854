import * as v from "valibot";
import { Id, Names, schemaField, Text } from "./parts.ts";

export const DimensionFile = v.strictObject({
  ...schemaField,
  groups: v.array(v.strictObject({ id: Id, names: Names })),
  dimensions: v.array(v.strictObject({ id: Id, group: Id, names: Names, about: Text })),
});
export type DimensionFile = v.InferOutput<typeof DimensionFile>;
export type Dimension = DimensionFile["dimensions"][number];
