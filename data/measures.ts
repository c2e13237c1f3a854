import type { Figure, Measure } from "./schema.ts";

/** How many of the measure one of a figure's unit is. Units are written as the figures have them. */
const units: Record<Measure, Readonly<Record<string, number>>> = {
  cny: { CNY: 1, RMB: 1, "million RMB": 1e6, "bn RMB": 1e9 },
  usd: { USD: 1, "billion USD": 1e9, "million USD": 1e6 },
  percent: { "%": 1 },
  users: { users: 1, "monthly users": 1, "daily users": 1, "monthly buyers": 1, consumers: 1, members: 1 },
  "orders-a-day": { "orders/day": 1, "orders a day": 1 },
};

/** A figure's value in a chart's measure; null where it has no value, or a unit of another kind. */
export function measured(figure: Pick<Figure, "value" | "unit">, measure: Measure): number | null {
  const factor = units[measure][figure.unit];
  return figure.value === null || factor === undefined ? null : figure.value * factor;
}
