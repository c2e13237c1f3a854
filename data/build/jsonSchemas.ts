/** JSON Schemas of the curated files, for editors: they complete and check while one types. */
import { toJsonSchema } from "@valibot/to-json-schema";
import {
  ChartFile,
  CoverFile,
  DimensionFile,
  EntityFile,
  LocatorFile,
  MoveFile,
  SenseFile,
  SourceFile,
  TermFile,
} from "../schema.ts";

const files = {
  platform: EntityFile,
  term: TermFile,
  dimensions: DimensionFile,
  sources: SourceFile,
  moves: MoveFile,
  charts: ChartFile,
  covers: CoverFile,
  senses: SenseFile,
  locators: LocatorFile,
};

/** @returns the text of each `data/curated/schema/NAME.schema.json` */
export function jsonSchemas(): Map<string, string> {
  const written = new Map<string, string>();
  for (const [name, schema] of Object.entries(files)) {
    // What JSON Schema cannot say (a date of its precision) is checked when the extension is built.
    const json = toJsonSchema(schema, { errorMode: "ignore" });
    written.set(`${name}.schema.json`, `${JSON.stringify(json, null, 2)}\n`);
  }
  return written;
}
