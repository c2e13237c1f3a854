/** Runs of ten characters, as short hashes: tells copied sentences without keeping the sentences. */
import { createHash } from "node:crypto";

export const GRAM = 10;
/** Hexadecimal digits kept of each hash: 40 bits, so that a chance hit is one in millions. */
const DIGITS = 10;

/** Letters, digits and Han characters only, lower case: punctuation does not make a sentence another one. */
export function bare(text: string): string {
  return text.toLowerCase().replace(/[^0-9a-z\u3400-\u9fff]/g, "");
}

/** Hash of every run of ten characters that has a Han character in it, with the run. */
export function gramsOf(text: string): Map<string, string> {
  const plain = bare(text);
  const grams = new Map<string, string>();
  for (let i = 0; i + GRAM <= plain.length; i++) {
    const gram = plain.slice(i, i + GRAM);
    if (/[\u3400-\u9fff]/.test(gram)) grams.set(createHash("sha256").update(gram).digest("hex").slice(0, DIGITS), gram);
  }
  return grams;
}

/** Words of a run in English. */
const WORDS = 8;
/** A figure with its unit or a date: what pages print may be printed again, so it counts as one sign. */
const figure =
  /(?:约|近|超|逾)?(?:US|HK|RMB|CNY)?[$€£¥]?\d[\d.,]*(?:st|nd|rd|th|bn|trn|m|k)?\s?(?:万亿|亿|万|%)?(?:美元|港元|欧元|元|财年|季度|年|月|日|个|家|天)*/gi;

/**
 * Hashes of the runs of a sentence in whatever language, with the runs: ten characters of Chinese of
 * which eight are Han, eight words of English of which seven are no figures. Figures count as one sign.
 */
export function sayingsOf(text: string): Map<string, string> {
  const plain = text.toLowerCase().replace(figure, "#").replace(/[’‘]/g, "'");
  const signs = [...plain.replace(/[^#0-9a-z\u3400-\u9fff]/g, "").replace(/#+/g, "#")];
  const words = plain.match(/#|[a-z']+/g) ?? [];
  const runs = [
    ...runsOf(signs, GRAM, "").filter((run) => (run.match(/[\u3400-\u9fff]/g)?.length ?? 0) >= GRAM - 2),
    ...runsOf(words, WORDS, " ").filter((run) => run.split(" ").filter((w) => w !== "#").length >= WORDS - 1),
  ];
  return new Map(runs.map((run) => [createHash("sha256").update(run).digest("hex").slice(0, DIGITS), run]));
}

function runsOf(parts: readonly string[], length: number, seam: string): string[] {
  const runs: string[] = [];
  for (let i = 0; i + length <= parts.length; i++) runs.push(parts.slice(i, i + length).join(seam));
  return runs;
}
