import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseCurated } from "../../data/build/parse.ts";
import { readCurated } from "../../data/build/read.ts";
import type { Text } from "../../data/schema.ts";
import { hasSharedData, readLedger } from "../shared-data.ts";
import { GRAM, gramsOf, sayingsOf } from "../tools/grams.ts";

/**
 * The knowledge is told in our own words: no run of ten characters in common with a source. Compared
 * with hashes of the sources' runs, and with the sources themselves where they are at hand.
 */
const sourceGrams = hashesIn("source-grams.txt");
/** The same of the record of what has happened since, in Chinese and English. */
const sinceGrams = hashesIn("since-grams.txt");

function hashesIn(file: string): Set<string> {
  const text = readFileSync(new URL(`../fixtures/${file}`, import.meta.url), "utf8");
  return new Set(text.trim().split("\n"));
}

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

/** Names of businesses and products that make a run by themselves. */
const sinceNames = ["36Kr", "AI采购助手", "遨虾", "生成式引擎优化", "中国电商事业群", "AI实验室与应用"];

/** The runs that a text shares with the record of later events. */
function sayingsShared(text: string, grams: ReadonlySet<string>): string[] {
  let plain = text;
  for (const name of sinceNames) plain = plain.replaceAll(name, "\n");
  return plain
    .split("\n")
    .flatMap((piece) => [...sayingsOf(piece)].filter(([hash]) => grams.has(hash)).map(([, run]) => run));
}

function shared(text: string, grams: ReadonlySet<string>): string[] {
  let plain = text;
  for (const name of longNames) plain = plain.replaceAll(name, "\n");
  return plain
    .split("\n")
    .flatMap((piece) => [...gramsOf(piece)].filter(([hash]) => grams.has(hash)).map(([, gram]) => gram));
}

/** Every text of the curated files in Chinese and English, with where it stands. */
function allTexts(): { where: string; text: string; en: string }[] {
  const curated = parseCurated(readCurated());
  const found: { where: string; text: string; en: string }[] = [];
  const visit = (where: string, value: unknown): void => {
    if (Array.isArray(value)) for (const [i, v] of value.entries()) visit(`${where}.${i}`, v);
    else if (typeof value === "object" && value !== null) {
      if ("zh" in value && "en" in value && !("zhHant" in value))
        found.push({ where, text: (value as Text).zh, en: (value as Text).en });
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

  it("shares no run of ten characters or eight words with the record of what has happened since", () => {
    expect(sinceGrams.size).toBeGreaterThan(5000);
    const found = texts.flatMap(({ where, text, en }) =>
      [text, en].flatMap((told) => sayingsShared(told, sinceGrams).map((run) => `${where}: ${run}`)),
    );
    expect(found).toEqual([]);
  });

  it.runIf(hasSharedData)("keeps hashes of all runs of that record, and finds a planted copy", () => {
    const { facts } = readLedger<{ facts: { zh: string; en: string }[] }>("updates.json");
    expect(facts.length).toBeGreaterThan(100);
    for (const { zh, en } of facts) {
      for (const hash of [...sayingsOf(zh).keys(), ...sayingsOf(en).keys()]) expect(sinceGrams).toContain(hash);
      if (sayingsOf(en).size > 0) expect(sayingsShared(`We write: ${en}`, sinceGrams).length).toBeGreaterThan(0);
    }
  });

  it("takes figures for one sign, and finds what was copied around them", () => {
    const grams = new Set(sayingsOf("到2025年底这十个字还是别人自己写的，收入300亿元").keys());
    expect(sayingsShared("到2026年初这十个字还是别人自己写的", grams).length).toBeGreaterThan(0);
    expect(sayingsShared("收入300亿元，2025年底", grams)).toEqual([]);
    const words = new Set(sayingsOf("its leaders told staff not to worry about losses for 3 years").keys());
    expect(sayingsShared("Its leaders told staff not to worry about losses.", words).length).toBeGreaterThan(0);
    expect(sayingsShared("Staff were told by its leaders not to worry.", words)).toEqual([]);
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
