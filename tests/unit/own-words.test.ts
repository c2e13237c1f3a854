import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseCurated } from "../../data/build/parse.ts";
import { readCurated } from "../../data/build/read.ts";
import type { Text } from "../../data/schema.ts";
import { hasSharedData, readLedger } from "../shared-data.ts";
import { GRAM, gramsOf } from "../tools/grams.ts";

/**
 * The knowledge is told in our own words: no run of ten characters in common with a source. Compared
 * with hashes of the sources' runs, and with the sources themselves where they are at hand.
 */
const sourceGrams = new Set(
  readFileSync(new URL("../fixtures/source-grams.txt", import.meta.url), "utf8")
    .trim()
    .split("\n"),
);

/** Names that are ten characters long or more by themselves. */
const longNames = [
  "第31届深圳礼品展暨1688源头厂货商人节",
  "第31届深圳礼品展",
  "1688源头厂货商人节",
  "深圳励展华博展览公司",
  "阿里巴巴中国交易市场",
  "1688企业自采天猫店",
  "1688工业行家选天猫店",
];

function shared(text: string, grams: ReadonlySet<string>): string[] {
  let plain = text;
  for (const name of longNames) plain = plain.replaceAll(name, "\n");
  return plain
    .split("\n")
    .flatMap((piece) => [...gramsOf(piece)].filter(([hash]) => grams.has(hash)).map(([, gram]) => gram));
}

/** Every Chinese text of the curated files, with where it stands. */
function allTexts(): { where: string; text: string }[] {
  const curated = parseCurated(readCurated());
  const found: { where: string; text: string }[] = [];
  const visit = (where: string, value: unknown): void => {
    if (Array.isArray(value)) for (const [i, v] of value.entries()) visit(`${where}.${i}`, v);
    else if (typeof value === "object" && value !== null) {
      if ("zh" in value && "en" in value && !("zhHant" in value)) found.push({ where, text: (value as Text).zh });
      else for (const [key, v] of Object.entries(value)) visit(`${where}.${key}`, v);
    }
  };
  for (const { path, content } of [...curated.platforms, ...curated.terms]) visit(path, content);
  visit("sources", curated.sources);
  visit("moves", curated.moves);
  visit("dimensions", curated.dimensions);
  return found;
}

describe("own words", () => {
  const texts = allTexts();

  it("shares no run of ten characters with a source", () => {
    expect(texts.length).toBeGreaterThan(600);
    expect(texts.flatMap(({ where, text }) => shared(text, sourceGrams).map((gram) => `${where}: ${gram}`))).toEqual(
      [],
    );
  });

  it.runIf(hasSharedData)("keeps hashes of all of the sources' runs", () => {
    const { sentences } = readLedger<{ sentences: { text: string }[] }>("sentences.json");
    expect(sentences.length).toBeGreaterThan(100);
    for (const { text } of sentences) for (const hash of gramsOf(text).keys()) expect(sourceGrams).toContain(hash);
  });

  it.runIf(hasSharedData)("finds a planted copy", () => {
    const { sentences } = readLedger<{ sentences: { text: string }[] }>("sentences.json");
    const long = sentences.find((s) => gramsOf(s.text).size > GRAM);
    expect(shared(`我们写道：${long?.text}`, sourceGrams).length).toBeGreaterThan(0);
  });

  it("finds a planted run by its hash alone", () => {
    const [hash = ""] = gramsOf("这十个字是我们自己写的").keys();
    expect(shared("可是这十个字是我们自己写的呀", new Set([hash]))).toHaveLength(1);
  });
});
