/** Numbers in what pages print, which write them in more ways than the documents do. */
import type { Figure } from "../schema.ts";
import { numbersIn, type WrittenNumber } from "./figures.ts";

/** Names with digits in them, which are no figures; versions and quarters too. */
const names =
  /88VIP|36氪|36Kr|Lemon8|1\+6\+N|Qwen\s?\d+(?:\.\d+)?|Apache 2\.0|(?:双|Double )\s?11|11\.11|Q[1-4]\b|H[12]\b|\d+\.\d+\.\d+/gi;

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthName =
  /\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/gi;

const tens = "一二三四五六七八九";
const scaled: Record<string, string> = { 十: "10", 百: "100", 千: "1000" };

/** The same text with its numbers as `numbersIn` reads them: 八成 → 80%, 近千亿 → 近1000亿, 59,8 → 59.8. */
function plain(text: string): string {
  return text
    .replace(names, (name) => "·".repeat(name.length))
    .replace(/([一二三四五六七八九])成(?![为立交本功员就果分])/g, (_, n: string) => `${tens.indexOf(n) + 1}0%`)
    .replace(/(?<![一二两三四五六七八九数几上\d])([十百千])(?=[万亿])/g, (n) => scaled[n] ?? n)
    .replace(/(\d),(\d{1,2})(?!\d)/g, "$1.$2");
}

/** Every number of a claim's text. */
export function statedNumbers(text: string): WrittenNumber[] {
  return numbersIn(plain(text));
}

/** The values that a printed form gives: its numbers, both ends of a range in its unit, months by name. */
export function printedValues(printed: string): number[] {
  const values = numbersIn(plain(printed)).map((n) => n.value);
  for (const [, from = "", , unit = ""] of plain(printed).matchAll(
    /(\d[\d.]*)\s?(?:-|–|—|~|to|至|到|and|或)\s?(?:\D{0,4}?)(\d[\d.]*)\s?(万亿|万|亿|trillion|billion|million|trn|bn|m)(?![a-z])/gi,
  ))
    values.push(...numbersIn(`${from}${unit}`).map((n) => n.value));
  for (const [, name = ""] of printed.matchAll(monthName))
    values.push(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);
  return values;
}

/**
 * Whether a figure's value is what its printed form says, whatever its unit scales it by, and rounded
 * no finer than printed. What a form without a number means is no number.
 */
export function fitsPrinted({ value, printed }: Figure): boolean {
  if (value === null || value === 0) return true;
  const found = printedValues(printed).filter((n) => n !== 0);
  return found.some((n) => sameDigits(Math.abs(value), n));
}

function sameDigits(value: number, printed: number): boolean {
  const ratio = Math.log10(value / printed);
  return Math.abs(ratio - Math.round(ratio)) < 0.005;
}

/**
 * Whether a stated number is one of the known values, as it stands or rounded to the digits in which it is
 * stated, two at least: 1.57亿 for 157,420,000, RMB14.8bn for 148.01亿.
 */
export function isStatedOf({ written, value }: WrittenNumber, known: readonly number[]): boolean {
  const digits = Math.max(
    2,
    written
      .replace(/[^\d.]/g, "")
      .replace(".", "")
      .replace(/^0+|0+$/g, "").length,
  );
  const short = (n: number): string => n.toPrecision(10);
  return known.some((k) => short(k) === short(value) || short(Number(k.toPrecision(digits))) === short(value));
}
