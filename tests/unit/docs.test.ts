import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compile } from "../../data/build/compile.ts";
import { knowledgeReach } from "../../data/layers.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), "utf8");
const guide = read("CONTRIBUTING.md");
const readme = read("README.md");

/** What stands between backticks. */
const named = (text: string): string[] => [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);

describe("the house table", () => {
  it.each(["entrypoints/content", "entrypoints/background"])("names each file of %s and no other", (folder) => {
    const row = guide.split("\n").find((line) => line.startsWith(`| \`${folder}/\``)) ?? "";
    const files = readdirSync(join(root, folder))
      .filter((file) => file.endsWith(".ts") && file !== "index.ts")
      .map((file) => file.replace(/\.ts$/, ""));
    expect(named(row).slice(1).sort()).toEqual(files.sort());
  });
});

describe.each([
  ["CONTRIBUTING.md", guide],
  ["README.md", readme],
])("what %s names", (_file, text) => {
  it("is there", () => {
    const paths = named(text).filter((code) => /^(components|data|entrypoints|public|tests)\/[\w./-]*$/.test(code));
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) expect(existsSync(join(root, path)), path).toBe(true);
  });

  it("can be run", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const run = [...text.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, script = ""]) => script);
    expect(run.length).toBeGreaterThan(0);
    for (const script of run) expect(scripts).toHaveProperty([script]);
  });
});

it("says to which month the knowledge reaches", () => {
  const [year, month] = (knowledgeReach(compile().bundle.knowledge) ?? "").split("-").map(Number);
  const spoken = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1)).toLocaleString("en", {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  expect(readme).toContain(`What has happened since, up to ${spoken},`);
});
