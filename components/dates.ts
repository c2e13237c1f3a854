import type { Language } from "../data/model.ts";
import type { ClaimDate } from "../data/schema.ts";

/** The messages that writing a date needs. Every catalogue that shows dates has them. */
export type DateKey = "date.unknown" | "date.about" | "date.year" | "date.month" | "date.day" | "date.span";
type TranslateDate = (key: DateKey, values?: Record<string, string | number>) => string;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A claim's date as printed on a card: 2023年9月, c. Mar 2024, undated. */
export function writeDate(date: ClaimDate, t: TranslateDate, language: Language): string {
  if (date.value === null) return t("date.unknown");
  const [from = "", to] = date.value.split("/");
  const written = to
    ? t("date.span", { from: writeInstant(from, t), to: writeInstant(shorten(from, to, language), t) })
    : writeInstant(from, t);
  return date.uncertain ? t("date.about", { date: written }) : written;
}

/** An ISO date cut to its year or month: `2023`, `2023-09`, `2023-09-12`. */
export function writeInstant(iso: string, t: TranslateDate): string {
  if (/^\d{2}$/.test(iso)) return `${Number(iso)}月`;
  const [y = "", m, d] = iso.split("-");
  if (!m) return t("date.year", { y });
  const values = { y, m: Number(m), mmm: MONTHS[Number(m) - 1] ?? m, d: Number(d) };
  return t(d ? "date.day" : "date.month", values);
}

/** In Chinese the second month of a span within one year stands without its year: 2023年5月至6月. */
function shorten(from: string, to: string, language: Language): string {
  const [fromYear, fromMonth] = from.split("-");
  const [toYear, toMonth, toDay] = to.split("-");
  return language !== "en" && fromMonth && toMonth && !toDay && fromYear === toYear ? toMonth : to;
}
