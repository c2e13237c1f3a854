import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "../../data/build/compile.ts";
import { jsonSchemas } from "../../data/build/jsonSchemas.ts";
import { compileMessages } from "../../data/build/messages.ts";
import { CuratedError } from "../../data/build/parse.ts";
import { type CuratedFiles, curatedFolder, readCurated } from "../../data/build/read.ts";

/** The curated files with one of them changed. */
function withError(change: (files: CuratedFiles) => void): () => unknown {
  const files = structuredClone(readCurated());
  change(files);
  return () => compile(files);
}

// biome-ignore lint/suspicious/noExplicitAny: the very point is to put in what the types forbid
const platform = (files: CuratedFiles, id: string): any =>
  files.platforms.find((f) => f.path.endsWith(`/${id}.json`))?.content;

describe("compile", () => {
  it("accepts the curated files", () => {
    const { bundle } = compile();
    expect(bundle.knowledge.entities.length).toBeGreaterThan(60);
    expect(bundle.knowledge.claims.length).toBeGreaterThan(200);
  });

  it("gives the same hash for the same data, another for other data", () => {
    expect(compile().bundle.hash).toBe(compile().bundle.hash);
    const files = structuredClone(readCurated());
    platform(files, "jd").headline.en += " Changed.";
    expect(compile(files).bundle.hash).not.toBe(compile().bundle.hash);
  });

  it.each<[string, (files: CuratedFiles) => void, RegExp]>([
    ["a missing language", (f) => delete platform(f, "jd").headline.en, /platforms\/jd\.json: headline\.en/],
    ["an unknown kind", (f) => (platform(f, "jd").kind = "shop"), /platforms\/jd\.json: kind/],
    [
      "a headline too long",
      (f) => (platform(f, "jd").headline.zh = "长".repeat(41)),
      /platforms\/jd\.json: headline\.zh/,
    ],
    [
      "a bad locator",
      (f) => (platform(f, "jd").claims[0].sources = ["p7"]),
      /platforms\/jd\.json: claims\.0\.sources\.0/,
    ],
    [
      "a date without its precision",
      (f) => (platform(f, "jd").claims[0].date = { value: "2023", precision: "day" }),
      /platforms\/jd\.json: claims\.0\.date/,
    ],
    [
      "an unknown dimension",
      (f) => (platform(f, "jd").claims[0].dimension = "luck"),
      /platforms\/jd\.json: claims\.0 .*dimension/,
    ],
    [
      "an unknown object",
      (f) => (platform(f, "jd").claims[0].objects = ["nobody"]),
      /platforms\/jd\.json: claims\.0 .*nobody/,
    ],
    [
      "an unknown relation target",
      (f) => (platform(f, "xianyu").relations[0].target = "nobody"),
      /platforms\/xianyu\.json: relations\.0\.target/,
    ],
    ["an unknown parent", (f) => (platform(f, "xianyu").parent = "nobody"), /platforms\/xianyu\.json: parent/],
    [
      "a claim given twice",
      (f) => platform(f, "jd").claims.push(structuredClone(platform(f, "jd").claims[0])),
      /platforms\/jd\.json: claims\.\d+ .*also in/,
    ],
    [
      "a figure that the place does not print",
      (f) => (platform(f, "douyin-life-services").claims[0].figures[0].printed = "265%"),
      /platforms\/douyin-life-services\.json: claims\.0 .*figures: “265%” is not printed/,
    ],
    [
      "a number of the Chinese text that comes from nowhere",
      (f) => (platform(f, "taobao").claims[0].text.zh = "淘宝拿出200亿现金投内容。"),
      /platforms\/taobao\.json: claims\.0 .*text\.zh: “200亿”/,
    ],
    [
      "a number of the English text that comes from nowhere",
      (f) => (platform(f, "tiktok-shop").claims[0].text.en = "It aims for $5bn of GMV."),
      /platforms\/tiktok-shop\.json: claims\.0 .*text\.en: “5bn”/,
    ],
    [
      "a date outside its source's span",
      (f) => (platform(f, "jd").claims[0].date = { value: "2021-06", precision: "month" }),
      /platforms\/jd\.json: claims\.0 .*date: 2021-06/,
    ],
    [
      "a place that the document does not have",
      (f) => (platform(f, "jd").claims[0].sources = ["000:p99"]),
      /platforms\/jd\.json: claims\.0 .*no place 000:p99/,
    ],
    [
      "an entity without a headline",
      (f) => delete platform(f, "duochao").headline,
      /platforms\/duochao\.json: headline/,
    ],
    ["a field nobody reads", (f) => (platform(f, "jd").colour = "red"), /platforms\/jd\.json: colour/],
  ])("names file and field of %s", (_what, change, message) => {
    expect(withError(change)).toThrow(CuratedError);
    expect(withError(change)).toThrow(message);
  });

  it("writes names in 繁體 as they are given, not as a machine would", () => {
    const { knowledge } = compile().bundle;
    const jd = knowledge.entities.find((e) => e.id === "jd");
    expect(jd?.names.zhHant).toBe("京東");
    for (const claim of knowledge.claims) {
      if (claim.text.zh.includes("余涌")) expect(claim.text.zhHant).toContain("余涌");
      if (claim.text.zh.includes("闲鱼")) expect(claim.text.zhHant).toContain("閒魚");
      if (claim.text.zh.includes("后台")) expect(claim.text.zhHant).toContain("後台");
      if (claim.text.zh.includes("行云集团")) expect(claim.text.zhHant).toContain("行雲集團");
    }
    expect(
      knowledge.claims.filter((c) => c.text.zh.includes("余涌") || c.text.zh.includes("闲鱼")).length,
    ).toBeGreaterThan(0);
  });
});

describe("the knowledge", () => {
  const { knowledge } = compile().bundle;

  it("has thirty terms and more, each with its platforms and places", () => {
    expect(knowledge.terms.length).toBeGreaterThanOrEqual(30);
    for (const term of knowledge.terms) expect(term.sources.length, term.id).toBeGreaterThan(0);
  });

  it("has no orphan: every entity is told of by a claim, a move, a term or a relation", () => {
    const told = new Set([
      ...knowledge.claims.flatMap((c) => [c.subject, ...c.objects]),
      ...knowledge.moves.flatMap((m) => m.adopters.flatMap((a) => [a.entity, ...a.via])),
      ...knowledge.terms.flatMap((t) => t.platforms),
      ...knowledge.entities.flatMap((e) => e.relations.flatMap((r) => [e.id, r.target])),
    ]);
    expect(knowledge.entities.filter((e) => !told.has(e.id)).map((e) => e.id)).toEqual([]);
  });

  it("leads from every name that is marked to something with a headline or a definition", () => {
    const told = new Map([
      ...knowledge.entities.map((e) => [e.id, e.headline] as const),
      ...knowledge.terms.map((t) => [t.id, t.definition] as const),
    ]);
    for (const name of compile().lexicon.names) {
      if (name.entity !== null) expect(told.get(name.entity)?.zh, name.text).toBeTruthy();
    }
  });

  it("uses a dozen kinds of relation, each stated somewhere", () => {
    const kinds = new Set(knowledge.entities.flatMap((e) => e.relations.map((r) => r.kind)));
    expect(kinds.size).toBeGreaterThan(8);
    expect(kinds.size).toBeLessThanOrEqual(13);
  });
});

describe("JSON Schemas for editors", () => {
  it("are those of the schemas, and every curated file names its own", () => {
    for (const [name, text] of jsonSchemas()) {
      expect(readFileSync(join(curatedFolder, "schema", name), "utf8"), `${name}: npx tsx tests/tools/schemas.ts`).toBe(
        text,
      );
    }
    const files = readCurated();
    for (const file of [
      ...files.platforms,
      ...files.terms,
      files.dimensions,
      files.moves,
      files.sources,
      files.covers,
    ]) {
      const { $schema } = file.content as { $schema?: string };
      expect($schema && existsSync(join(dirname(file.path), $schema)), file.path).toBe(true);
    }
  });
});

describe("the interface's messages", () => {
  it.each(["card", "panel"])("%s: three languages with the same keys and places", (name) => {
    const catalog = compileMessages(name);
    const places = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map((m) => m[0]).sort();
    for (const [key, zh] of Object.entries(catalog.zh)) {
      expect(catalog.zhHant[key], key).toBeTruthy();
      expect(places(catalog.zhHant[key] ?? ""), key).toEqual(places(zh));
      // English dates are written in another order, with a short month.
      if (!key.startsWith("date.")) expect(places(catalog.en[key] ?? ""), key).toEqual(places(zh));
    }
  });
});
