import type { Bar } from "../../../data/charts.ts";
import type { Language } from "../../../data/model.ts";
import type { Measure } from "../../../data/schema.ts";
import { writeInstant } from "../../dates.ts";
import type { Writing } from "../types.ts";

const locales: Record<Language, string> = { zh: "zh-Hans-CN", zhHant: "zh-Hant-HK", en: "en" };

/** Each measure's words around the number, with a narrow space where the language wants one. */
const around: Record<Measure, Record<Language, (n: string) => string>> = {
  cny: { zh: (n) => `${n}元`, zhHant: (n) => `${n}元`, en: (n) => `RMB${n}` },
  usd: { zh: (n) => `${n}美元`, zhHant: (n) => `${n}美元`, en: (n) => `$${n}` },
  percent: { zh: (n) => `${n}%`, zhHant: (n) => `${n}%`, en: (n) => `${n}%` },
  users: { zh: (n) => `${n}人`, zhHant: (n) => `${n}人`, en: (n) => n },
  "orders-a-day": { zh: (n) => `${n}单`, zhHant: (n) => `${n}單`, en: (n) => n },
};

/** A value as it is said in the language: 2433.8亿元, RMB243.38bn, 256%. At most five figures that count. */
export function writeValue(value: number, measure: Measure, language: Language): string {
  return around[measure][language](writeNumber(value, language));
}

/** A bar's value with what its figure leaves open: 超过80%, about 64m. */
export function writeAmount(
  { value, bound }: Pick<Bar, "value" | "bound">,
  measure: Measure,
  t: Writing["t"],
  language: Language,
): string {
  const written = writeValue(value, measure, language);
  return bound ? t(`charts.bound.${bound}`, { value: written }) : written;
}

const scales: Record<Language, readonly [number, string][]> = {
  zh: [
    [1e12, "万亿"],
    [1e8, "亿"],
    [1e4, "万"],
  ],
  zhHant: [
    [1e12, "萬億"],
    [1e8, "億"],
    [1e4, "萬"],
  ],
  en: [
    [1e12, "trn"],
    [1e9, "bn"],
    [1e6, "m"],
  ],
};

function writeNumber(value: number, language: Language): string {
  const [scale, unit] = scales[language].find(([least]) => Math.abs(value) >= least) ?? [1, ""];
  const format = new Intl.NumberFormat(locales[language], { maximumSignificantDigits: 5 });
  return format.format(value / scale) + unit;
}

/** A period as it is said: 2026年第一季度, Q1 2026, Aug 2024 – Jul 2025. What is no ISO date stays as it is. */
export function writePeriod(period: string, t: Writing["t"], language: Language): string {
  if (!/^\d{4}(-\d{2}){0,2}(\/\d{4}(-\d{2}){0,2})?$/.test(period)) return period;
  const [from = "", to] = period.split("/");
  if (!to) return writeInstant(from, t);
  const part = partOfYear(from, to);
  if (part)
    return t(`charts.${part.kind}`, { y: from.slice(0, 4), n: partNames[language][part.kind][part.number] ?? "" });
  return t("date.span", { from: writeInstant(from, t), to: writeInstant(to, t) });
}

const partNames: Record<Language, Record<"quarter" | "half", readonly string[]>> = {
  zh: { quarter: ["一", "二", "三", "四"], half: ["上", "下"] },
  zhHant: { quarter: ["一", "二", "三", "四"], half: ["上", "下"] },
  en: { quarter: ["1", "2", "3", "4"], half: ["1", "2"] },
};

/** Which quarter or half of one year a span of months is. */
function partOfYear(from: string, to: string): { kind: "quarter" | "half"; number: number } | null {
  const [year, first] = from.split("-").map(Number);
  const [endYear, last] = to.split("-").map(Number);
  if (year !== endYear || !first || !last || from.length !== 7 || to.length !== 7) return null;
  for (const [kind, months] of [
    ["quarter", 3],
    ["half", 6],
  ] as const) {
    if (last - first + 1 === months && last % months === 0) return { kind, number: last / months - 1 };
  }
  return null;
}
