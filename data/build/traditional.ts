/** 繁體中文 from 简体中文, when the bundle is made. Names are given in the data, since a machine gets names wrong. */
import { ConverterFactory } from "opencc-js/core";
import TSCharacters from "opencc-js/dict/TSCharacters";
import * as preset from "opencc-js/preset/cn2t";
import type { Names } from "../schema.ts";

/** People whom the claims name and whose names the converter would change (余 is a surname, 朴 too). */
const peopleNames: readonly [string, string][] = [
  ["余涌", "余涌"],
  ["朴初", "朴初"],
  ["章小蕙", "章小蕙"],
];

/** @returns a converter to the characters of Hong Kong (台, not 臺), which read well everywhere. */
export function createTraditional(names: readonly Names[]): (zh: string) => string {
  const given: [string, string][] = names
    .filter((n) => n.zh !== n.zhHant || /\p{Script=Han}/u.test(n.zh))
    .map((n) => [n.zh, n.zhHant]);
  const [first = [], ...rest] = preset.from.cn ?? [];
  return ConverterFactory([...first, given, peopleNames], ...rest, ...(preset.to.hk ?? []), [given, peopleNames]);
}

/**
 * The variants of the characters that occur in names, for the recogniser's folding.
 * @returns pairs in one string: the variant, then the character the names are written with
 */
export function variantsOf(characters: ReadonlySet<string>): string {
  let pairs = "";
  for (const entry of TSCharacters.split("|")) {
    const [variant = "", simplified = ""] = entry.split(" ");
    if (variant.length === 1 && simplified.length === 1 && variant !== simplified && characters.has(simplified)) {
      pairs += variant + simplified;
    }
  }
  return pairs;
}
