import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";

const READER = "virtual:reader";
const entry = fileURLToPath(new URL("../browser/reader.ts", import.meta.url));

/**
 * Serves `tests/browser/reader.ts` with all that it imports as the text of one script. A frame of a test runs it
 * in its own world, as it runs a content script: the engine takes document, highlights and timers from where it runs.
 */
export function readerScript(): Plugin {
  return {
    name: "qiju:reader",
    resolveId: (id) => (id === READER ? `\0${id}` : undefined),
    async load(id) {
      if (id !== `\0${READER}`) return undefined;
      const built = await build({
        configFile: false,
        logLevel: "error",
        build: { write: false, minify: false, lib: { entry, formats: ["iife"], name: "qijuReader" } },
      });
      const output = Array.isArray(built) ? built[0] : built;
      if (!output || !("output" in output)) throw new Error("no script");
      return `export default ${JSON.stringify(output.output[0].code)};`;
    },
  };
}
