import { useId, useState } from "preact/hooks";
import type { Bar, FilledChart } from "../../../data/charts.ts";
import { widthOf } from "../../../data/textSize.ts";
import { ModalityMark } from "../../Modality.tsx";
import { ClaimList } from "../picture/ClaimList.tsx";
import { nameIn } from "../picture/names.ts";
import type { PictureProps } from "../picture/props.ts";
import { sentences } from "../picture/sentences.ts";
import { writeAmount, writePeriod } from "./write.ts";

/** The type size of amounts, bold and so measured as a size larger. */
const AMOUNT_SIZE = 17.5;

interface Props extends PictureProps {
  filled: FilledChart;
}

/**
 * One chart: a table whose value column has bars in it, so that the picture and what a screen reader
 * reads are the same thing. What is no fact has a bar of another make: outlined, dashed, hatched.
 */
export function ChartFigure({ filled, ...props }: Props) {
  const { knowledge, language, t } = props;
  const { chart, bars, most, periodless, periodsDiffer } = filled;
  const [open, setOpen] = useState(false);
  const claims = useId();
  // One platform over time: the rows are named after the periods, and that these differ is the point.
  const alone = new Set(bars.map((b) => b.claim.subject)).size === 1;
  const amounts = bars.map((b) => writeAmount(b, chart.measure, t, language));
  const room = Math.max(...amounts.map((amount) => widthOf(amount, AMOUNT_SIZE)));
  const told = [...new Set(bars.map((b) => b.claim))];
  return (
    <figure class="chart" aria-label={chart.names[language]}>
      <figcaption>
        <h2 class="chart-title">{chart.names[language]}</h2>
        <p class="chart-about">{chart.about[language]}</p>
      </figcaption>
      {(periodless > 0 || (periodsDiffer && !alone)) && (
        <p class="chart-warning">
          <WarningMark />
          <span>
            {sentences(
              language,
              periodless > 0 && t("charts.periodless", { n: periodless, all: bars.length }),
              periodsDiffer && !alone && t("charts.periodsDiffer"),
            )}
          </span>
        </p>
      )}
      <table class="chart-table" style={{ "--amount": `${Math.ceil(room)}px` }}>
        <caption class="unseen">{chart.names[language]}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="unseen">{t("charts.who")}</span>
            </th>
            <th scope="col">
              <span class="unseen">{t("charts.value")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar, i) => (
            <BarRow
              key={`${bar.claim.id} ${bar.figure.printed}`}
              {...props}
              bar={bar}
              amount={amounts[i] ?? ""}
              share={bar.value / most}
              name={alone ? (periodsDiffer ? "period" : "label") : "platform"}
            />
          ))}
        </tbody>
      </table>
      <button
        type="button"
        class="picture-link chart-claims-button"
        aria-expanded={open}
        aria-controls={claims}
        onClick={() => setOpen(!open)}
      >
        {t(open ? "charts.hideClaims" : "charts.claims", { n: told.length })}
      </button>
      <div id={claims} class="chart-claims" hidden={!open}>
        {open && <ClaimList claims={told} knowledge={knowledge} language={language} t={t} />}
      </div>
    </figure>
  );
}

interface RowProps extends PictureProps {
  bar: Bar;
  amount: string;
  /** Of the longest bar. */
  share: number;
  /** What tells this row from the others. */
  name: "platform" | "period" | "label";
}

function BarRow({ bar, amount, share, name, knowledge, language, t, onOpenEntity }: RowProps) {
  const { claim, label } = bar;
  const period = bar.period === null ? null : writePeriod(bar.period, t, language);
  const platform = nameIn(knowledge, claim.subject, language);
  const isEntity = knowledge.entities.some((e) => e.id === claim.subject);
  const title = { platform, period: period ?? t("charts.noPeriod"), label: label?.[language] ?? platform }[name];
  return (
    <tr data-overtaken={bar.overtaken ? "" : undefined}>
      <th scope="row">
        {name === "platform" && isEntity ? (
          <button type="button" class="picture-link chart-name" onClick={() => onOpenEntity(claim.subject)}>
            {title}
          </button>
        ) : (
          <span class="chart-name">{title}</span>
        )}
        {label && name !== "label" && <span class="chart-label"> {label[language]}</span>}
      </th>
      <td>
        <span class="chart-value">
          <span class="chart-track" aria-hidden="true">
            <span class="chart-bar" data-kind={claim.modality} style={{ width: `${100 * share}%` }} />
          </span>
          <span class="chart-amount">{amount}</span>
        </span>
        <span class="chart-period">
          <ModalityMark kind={claim.modality} />
          <span>
            {t(`modality.${claim.modality}`)}
            {period === null ? (
              <>
                {" "}
                · <strong class="chart-no-period">{t("charts.noPeriod")}</strong>
              </>
            ) : (
              name !== "period" && ` · ${period}`
            )}
            {bar.overtaken && ` · ${t("charts.overtaken")}`}
          </span>
        </span>
      </td>
    </tr>
  );
}

function WarningMark() {
  return (
    <svg class="chart-warning-mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d="M8 2.2L14.4 13.5H1.6z" fill="none" stroke="currentColor" stroke-linejoin="round" />
      <path d="M8 6.4v3.4M8 11.2v.9" stroke="currentColor" stroke-width="1.3" />
    </svg>
  );
}
