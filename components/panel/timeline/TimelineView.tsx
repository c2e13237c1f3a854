import { useMemo, useState } from "preact/hooks";
import { lanes } from "../../../data/timeline.ts";
import { yearOf } from "../../../data/timescale.ts";
import { Chosen } from "../picture/Chosen.tsx";
import type { PictureProps } from "../picture/props.ts";
import { sentences } from "../picture/sentences.ts";
import { EventDetail } from "./EventDetail.tsx";
import { EventList } from "./EventList.tsx";
import { TimelineFigure } from "./TimelineFigure.tsx";
import { TimelineLegend } from "./TimelineLegend.tsx";
import "../picture/picture.css";
import "./timeline.css";

/** The dated claims of the chosen platforms: as a picture with a lane for each, and as a list. */
export default function TimelineView(props: PictureProps) {
  const { knowledge, ids, language, t } = props;
  const [current, setCurrent] = useState<string | null>(null);
  const { events, undated } = useMemo(() => lanes(knowledge, ids), [knowledge, ids]);
  const selected = events.find((e) => e.claim.id === current);
  const years = events.map(yearOf);
  return (
    <section class="timeline" aria-label={t("timeline.title")}>
      <Chosen {...props} />
      {events.length === 0 ? (
        <div class="picture-empty">
          <p>{ids.length === 0 ? t("timeline.choose") : t("timeline.none")}</p>
          {undated > 0 && <p class="blank">{t("timeline.undated", { n: undated })}</p>}
        </div>
      ) : (
        <>
          <p class="hint">
            {sentences(
              language,
              t("timeline.summary", { n: events.length, from: Math.min(...years), to: Math.max(...years) }),
              undated > 0 && t("timeline.undated", { n: undated }),
              t("timeline.broken"),
            )}
          </p>
          <TimelineLegend t={t} />
          <TimelineFigure
            knowledge={knowledge}
            ids={ids}
            events={events}
            current={selected?.claim.id ?? null}
            onCurrent={setCurrent}
            language={language}
            t={t}
          />
          {selected && <EventDetail {...props} events={events} selected={selected} onCurrent={setCurrent} />}
          <EventList knowledge={knowledge} ids={ids} events={events} language={language} t={t} />
        </>
      )}
    </section>
  );
}
