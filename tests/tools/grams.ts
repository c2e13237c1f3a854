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
