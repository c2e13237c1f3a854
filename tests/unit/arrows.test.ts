import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

/** Imports run one way: entrypoints → components, data · components → data's types and pure parts · data → data. */
const root = fileURLToPath(new URL("../..", import.meta.url));

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts") ? [path] : [];
  });
}

function importsOf(path: string, text: string): Import[] {
  const pattern = /^\s*(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']/gm;
  return [...text.matchAll(pattern)].map(([, type, target = ""]) => ({
    from: path,
    to: target.startsWith(".") ? relative(root, join(root, dirname(path), target)) : target,
    typeOnly: type !== undefined,
  }));
}

const folderOf = (path: string): string => path.split("/")[0] ?? "";
const outside = (to: string): boolean => !/^(entrypoints|components|data|tests)\//.test(to);

/** What of `data` views may run: pure functions, without the browser or the store. */
const pureData: ReadonlySet<string> = new Set([
  "data/address.ts",
  "data/charts.ts",
  "data/compare.ts",
  "data/filter.ts",
  "data/find.ts",
  "data/hosts.ts",
  "data/kin.ts",
  "data/layers.ts",
  "data/linkLayout.ts",
  "data/model.ts",
  "data/moves.ts",
  "data/ownNames.ts",
  "data/places.ts",
  "data/publicPages.ts",
  "data/relations.ts",
  "data/rivals.ts",
  "data/schema.ts",
  "data/search.ts",
  "data/textSize.ts",
  "data/timeline.ts",
  "data/timelineLayout.ts",
  "data/timescale.ts",
  "data/treeLayout.ts",
]);

/** @returns what is wrong with an import, or undefined */
function complaint({ from, to, typeOnly }: Import): string | undefined {
  const rule = (allowed: boolean, why: string): string | undefined =>
    allowed ? undefined : `${from} imports ${to}: ${why}`;
  if (to.startsWith("tests/")) return rule(false, "the product knows nothing of its tests");
  if (from.startsWith("data/lexicon/")) {
    return rule(/^data\/(lexicon\/|schema\.ts)/.test(to), "the lexicon imports nothing outside itself and the schema");
  }
  if (folderOf(from) === "data") {
    if (outside(to))
      return rule(from.startsWith("data/build/") || !to.startsWith("node:"), "only data/build runs in Node");
    if (to.startsWith("data/build/")) return rule(from.startsWith("data/build/"), "the build is not shipped");
    return rule(folderOf(to) === "data", "data imports data only");
  }
  if (folderOf(from) === "components") {
    if (outside(to))
      return rule(
        /^(preact|marked)(\/|$)|^virtual:qiju\/messages\//.test(to),
        "views know Preact and nothing of the browser or the store",
      );
    const pure = pureData.has(to) || to.startsWith("data/exports/");
    return rule(
      folderOf(to) === "components" || pure || (typeOnly && folderOf(to) === "data"),
      "views take types and pure functions",
    );
  }
  return rule(!to.startsWith("data/build/"), "the build is not shipped");
}

describe("imports", () => {
  const all = ["entrypoints", "components", "data"]
    .flatMap(sourceFiles)
    .flatMap((path) => importsOf(path, readFileSync(join(root, path), "utf8")));

  it("run one way", () => {
    expect(all.length).toBeGreaterThan(80);
    expect(all.map(complaint).filter(Boolean)).toEqual([]);
  });

  it.each([
    ["components/Card.tsx", `import { browser } from "wxt/browser";`],
    ["components/Card.tsx", `import { QijuDatabase } from "../data/store.ts";`],
    ["data/lexicon/trie.ts", `import { sites } from "../sites.ts";`],
    ["data/cards.ts", `import { Panel } from "../components/panel/Panel.tsx";`],
    ["data/store.ts", `import { readFileSync } from "node:fs";`],
    ["entrypoints/background/index.ts", `import { compile } from "../../data/build/compile.ts";`],
  ])("against the arrow are found: %s %s", (path, text) => {
    expect(importsOf(path, text).map(complaint).filter(Boolean)).toHaveLength(1);
  });
});
