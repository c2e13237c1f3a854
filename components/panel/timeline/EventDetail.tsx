import type { LaneEvent } from "../../../data/timeline.ts";
import { writeDate } from "../../dates.ts";
import { ClaimList } from "../picture/ClaimList.tsx";
import { nameIn } from "../picture/names.ts";
import type { PictureProps } from "../picture/props.ts";

interface Props extends PictureProps {
  /** All events, in order of time. */
  events: readonly LaneEvent[];
  selected: LaneEvent;
  onCurrent: (id: string) => void;
}

/** The event that is looked at: its whole claim, what became of it, and the ways to the ones around it. */
export function EventDetail({ events, selected, onCurrent, onOpenEntity, onOpenClaims, ...writing }: Props) {
  const { knowledge, language, t } = writing;
  const { claim } = selected;
  const at = events.indexOf(selected);
  const before = events[at - 1];
  const after = events[at + 1];
  const open = (id: string): void => {
    if (events.some((e) => e.claim.id === id)) onCurrent(id);
    else onOpenClaims([id]);
  };
  return (
    <section class="picture-detail" aria-label={t("timeline.detail")}>
      <div class="picture-detail-head">
        <h2 class="picture-detail-title">
          {knowledge.entities.some((e) => e.id === claim.subject) ? (
            <button type="button" class="picture-link" onClick={() => onOpenEntity(claim.subject)}>
              {nameIn(knowledge, claim.subject, language)}
            </button>
          ) : (
            nameIn(knowledge, claim.subject, language)
          )}{" "}
          <small>{t("timeline.place", { n: at + 1, all: events.length })}</small>
        </h2>
        <span class="picture-steps">
          <button
            type="button"
            class="picture-step"
            disabled={!before}
            onClick={() => before && onCurrent(before.claim.id)}
          >
            {t("timeline.earlier")}
          </button>
          <button
            type="button"
            class="picture-step"
            disabled={!after}
            onClick={() => after && onCurrent(after.claim.id)}
          >
            {t("timeline.later")}
          </button>
        </span>
      </div>
      <ClaimList claims={[claim]} about={claim.subject} knowledge={knowledge} language={language} t={t} />
      {[...claim.overtakenBy, ...claim.addedBy, ...claim.overtook].length > 0 && (
        <p class="timeline-ways">
          {[...claim.overtakenBy, ...claim.addedBy].map((next) => (
            <button key={next.id} type="button" class="picture-link" onClick={() => open(next.id)}>
              {t("timeline.toLater", { date: writeDate(next.date, t, language) })}
            </button>
          ))}
          {claim.overtook.map((earlier) => (
            <button key={earlier.id} type="button" class="picture-link" onClick={() => open(earlier.id)}>
              {t("timeline.toEarlier", { date: writeDate(earlier.date, t, language) })}
            </button>
          ))}
        </p>
      )}
    </section>
  );
}
