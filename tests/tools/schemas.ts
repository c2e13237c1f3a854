/** Writes the JSON Schemas that the curated files name. Run it when `data/schema/` changes. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { jsonSchemas } from "../../data/build/jsonSchemas.ts";
import { curatedFolder } from "../../data/build/read.ts";

const folder = join(curatedFolder, "schema");
mkdirSync(folder, { recursive: true });
for (const [name, text] of jsonSchemas()) writeFileSync(join(folder, name), text);
