import { useMemo } from "preact/hooks";
import { chartsOf, type FilledChart, filledCharts } from "../../../data/charts.ts";
import { kinOf } from "../../../data/kin.ts";
import { Chosen } from "../picture/Chosen.tsx";
import type { PictureProps } from "../picture/props.ts";
import { ChartFigure } from "./ChartFigure.tsx";
import "../picture/picture.css";
import "./charts.css";

/** Figures that may stand side by side: those of the chosen platforms first, then all others. */
export default function ChartsView(props: PictureProps) {
  const { knowledge, ids, t } = props;
  const charts = useMemo(() => filledCharts(knowledge), [knowledge]);
  const { ours, others } = useMemo(() => {
    const kin = kinOf(knowledge.entities, ids);
    return chartsOf(charts, (claim) => kin.at(claim.subject, claim) !== undefined);
  }, [charts, knowledge, ids]);
  const figures = (list: readonly FilledChart[]) =>
    list.map((chart) => <ChartFigure key={chart.chart.id} {...props} filled={chart} />);
  return (
    <section class="charts" aria-label={t("charts.title")}>
      <Chosen {...props} />
      {charts.length === 0 ? (
        <p class="blank">{t("charts.none")}</p>
      ) : (
        <>
          <p class="hint charts-rule">{t("charts.rule")}</p>
          {ours.length === 0 && (
            <div class="picture-empty">
              <p>{ids.length === 0 ? t("charts.choose") : t("charts.noneOfThese")}</p>
            </div>
          )}
          <div class="charts-list">{figures(ours)}</div>
          {others.length > 0 && (
            <>
              <h2 class="charts-others">{t("charts.others")}</h2>
              <div class="charts-list">{figures(others)}</div>
            </>
          )}
        </>
      )}
    </section>
  );
}
