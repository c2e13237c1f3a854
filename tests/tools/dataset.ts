/** Prints the compiled knowledge as one JSON object: what the extension ships, under its hash. */
import { compile } from "../../data/build/compile.ts";

process.stdout.write(`${JSON.stringify(compile().bundle, null, process.stdout.isTTY ? 2 : 0)}\n`);
