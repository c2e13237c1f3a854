import { measured } from "../measures.ts";
import type { Curated, Problem } from "./parse.ts";

const CHARTS = "data/curated/charts.json";

/**
 * Whether every bar of every chart leads to a figure that its chart can measure. A bar whose claim
 * is not there is no error: it is left out, and so is a chart with fewer than two bars.
 */
export function checkCharts(curated: Curated): Problem[] {
  const claims = new Map(
    [...curated.platforms, ...curated.terms].flatMap((f) => f.content.claims).map((claim) => [claim.id, claim]),
  );
  const problems: Problem[] = [];
  const ids = new Set<string>();
  curated.charts.charts.forEach((chart, i) => {
    const at = `${CHARTS}: charts.${i} (${chart.id})`;
    if (ids.has(chart.id)) problems.push(`${at}: given twice`);
    ids.add(chart.id);
    chart.bars.forEach((bar, j) => {
      const claim = claims.get(bar.claim);
      if (!claim) return;
      const figure = claim.figures?.find((f) => f.printed === bar.printed);
      if (!figure) problems.push(`${at}.bars.${j}: claim ${bar.claim} has no figure “${bar.printed}”`);
      else if (measured(figure, chart.measure) === null)
        problems.push(
          `${at}.bars.${j}: “${bar.printed}” (${figure.value} ${figure.unit}) cannot be measured in ${chart.measure}`,
        );
    });
  });
  return problems;
}
