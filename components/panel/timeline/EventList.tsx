import type { LaneEvent } from "../../../data/timeline.ts";
import { yearOf } from "../../../data/timescale.ts";
import { ClaimLine } from "../../ClaimLine.tsx";
import { nameIn } from "../picture/names.ts";
import type { PictureWriting } from "../picture/props.ts";

interface Props extends PictureWriting {
  ids: readonly string[];
  events: readonly LaneEvent[];
}

/** The same events as a list, a year at a time. */
export function EventList({ ids, events, knowledge, language, t }: Props) {
  const years = [...new Set(events.map(yearOf))];
  return (
    <section class="timeline-list" aria-label={t("timeline.list")}>
      <h2 class="section-title">{t("timeline.list")}</h2>
      <ol class="timeline-years">
        {years.map((year) => (
          <li key={year} class="timeline-in-year">
            <h3 class="timeline-year-name">{t("date.year", { y: year })}</h3>
            <ol class="timeline-events">
              {events
                .filter((event) => yearOf(event) === year)
                .map(({ claim, lane }) => (
                  <li key={claim.id}>
                    <p class="picture-about">
                      {nameIn(knowledge, claim.subject, language)}
                      {claim.subject !== ids[lane] && ` · ${nameIn(knowledge, ids[lane] ?? "", language)}`}
                    </p>
                    <ClaimLine claim={claim} documents={knowledge.documents} language={language} t={t} />
                  </li>
                ))}
            </ol>
          </li>
        ))}
      </ol>
    </section>
  );
}
