import { isOvertaken } from "./layers.ts";
import { measured } from "./measures.ts";
import type { Chart, Knowledge, LocalText, StoredClaim } from "./model.ts";
import type { Figure } from "./schema.ts";

/** A figure as a bar. */
export interface Bar {
  claim: StoredClaim;
  figure: Figure;
  /** In the chart's measure. */
  value: number;
  label: LocalText | null;
  bound: "over" | "nearly" | "about" | null;
  /** ISO date or span; the source's own words where it gives no date; null where it gives no period. */
  period: string | null;
  /** Whether a later claim says that it is no longer so. */
  overtaken: boolean;
}

/** A chart with the bars that are there. */
export interface FilledChart {
  chart: Chart;
  bars: readonly Bar[];
  /** The greatest value: the length of the scale. */
  most: number;
  /** Bars whose period is not stated. */
  periodless: number;
  /** Whether the stated periods differ. */
  periodsDiffer: boolean;
}

/** Fewer bars compare nothing. */
const LEAST_BARS = 2;

/** Every chart whose figures are there, in reading order. A bar whose claim is not there is left out. */
export function filledCharts(knowledge: Pick<Knowledge, "charts" | "claims">): FilledChart[] {
  const claims = new Map(knowledge.claims.map((c) => [c.id, c]));
  return knowledge.charts.flatMap((chart) => {
    const bars = chart.bars.flatMap((bar): Bar[] => {
      const claim = claims.get(bar.claim);
      const figure = claim?.figures.find((f) => f.printed === bar.printed);
      const value = figure ? measured(figure, chart.measure) : null;
      if (!claim || !figure || value === null) return [];
      const period = bar.period ?? (figure.period === undefined ? null : isoPeriod(figure.period));
      const { label, bound = null } = bar;
      return [{ claim, figure, value, label, bound, period, overtaken: isOvertaken(claim) }];
    });
    if (bars.length < LEAST_BARS) return [];
    return [
      {
        chart,
        bars,
        most: Math.max(...bars.map((b) => b.value)),
        periodless: bars.filter((b) => b.period === null).length,
        periodsDiffer: new Set(bars.flatMap((b) => b.period ?? [])).size > 1,
      },
    ];
  });
}

/**
 * The charts that show one of the chosen, and the others.
 * @param isOurs whether a claim is one of theirs
 */
export function chartsOf(
  charts: readonly FilledChart[],
  isOurs: (claim: StoredClaim) => boolean,
): { ours: FilledChart[]; others: FilledChart[] } {
  const shows = (chart: FilledChart): boolean => chart.bars.some((bar) => isOurs(bar.claim));
  return { ours: charts.filter(shows), others: charts.filter((c) => !shows(c)) };
}

/** Quarters and halves as spans of months (`Q1 2026` → `2026-01/2026-03`); anything else as it is. */
export function isoPeriod(period: string): string {
  const [, kind, number, year] = /^([QH])([1-4]) (\d{4})$/.exec(period) ?? [];
  if (!kind || !number || !year) return period;
  const months = kind === "Q" ? 3 : 6;
  const last = Number(number) * months;
  const month = (m: number): string => `${year}-${String(m).padStart(2, "0")}`;
  return `${month(last - months + 1)}/${month(last)}`;
}
