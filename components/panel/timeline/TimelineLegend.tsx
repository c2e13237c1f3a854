import { type ClaimDate, modalities } from "../../../data/schema.ts";
import { ModalityMark } from "../../Modality.tsx";
import type { Writing } from "../types.ts";
import { extentPath } from "./shapes.ts";

const precisions = ["day", "month", "year", "span"] as const satisfies readonly ClaimDate["precision"][];

/** What the shapes mean: the mark says what kind of claim it is, what is around it how exactly its date is known. */
export function TimelineLegend({ t }: Pick<Writing, "t">) {
  return (
    <details class="timeline-legend">
      <summary>{t("timeline.legend")}</summary>
      <ul>
        {modalities.map((kind) => (
          <li key={kind}>
            <ModalityMark kind={kind} />
            {t(`modality.${kind}`)}
          </li>
        ))}
      </ul>
      <ul>
        {precisions.map((precision) => (
          <li key={precision}>
            <Sample precision={precision} />
            {t(`timeline.precision.${precision}`)}
          </li>
        ))}
        <li>
          <Sample precision="year" uncertain />
          {t("timeline.inferred")}
        </li>
        <li>
          <span class="event" data-overtaken="" aria-hidden="true">
            <ModalityMark kind="fact" />
          </span>
          {t("timeline.overtaken")}
        </li>
      </ul>
    </details>
  );
}

function Sample({ precision, uncertain = false }: { precision: ClaimDate["precision"]; uncertain?: boolean }) {
  return (
    <svg class="timeline-sample" width="40" height="24" viewBox="0 0 40 24" aria-hidden="true">
      <circle cx="20" cy="12" r="4" fill="currentColor" />
      <path
        class="timeline-reach"
        stroke-dasharray={uncertain ? "2 2.5" : undefined}
        d={extentPath({ precision, along: 20, across: 12, from: 3, to: 37, uncertain }, true)}
      />
    </svg>
  );
}
