import { useEffect, useMemo, useRef } from "preact/hooks";
import { isOvertaken } from "../../../data/layers.ts";
import type { LaneEvent } from "../../../data/timeline.ts";
import { layDown, layRight, type Step, stepFrom } from "../../../data/timelineLayout.ts";
import { writeDate } from "../../dates.ts";
import { ModalityMark } from "../../Modality.tsx";
import { nameIn } from "../picture/names.ts";
import type { PictureWriting } from "../picture/props.ts";
import { useWidth } from "../picture/useWidth.ts";
import { Backdrop } from "./Backdrop.tsx";

/** Width from which time runs to the right; narrower, it runs down. */
const WIDE = 640;
/** Room for the names of the lanes, and for the years where time runs down. */
const LANE_NAMES = 108;
const YEARS = 46;

const stepsRight: Record<string, Step> = {
  ArrowLeft: "earlier",
  ArrowRight: "later",
  ArrowUp: "lane-before",
  ArrowDown: "lane-after",
  Home: "first",
  End: "last",
};
const stepsDown: Record<string, Step> = {
  ...stepsRight,
  ArrowLeft: "lane-before",
  ArrowRight: "lane-after",
  ArrowUp: "earlier",
  ArrowDown: "later",
};

interface Props extends PictureWriting {
  ids: readonly string[];
  events: readonly LaneEvent[];
  /** Id of the claim whose event is looked at. */
  current: string | null;
  onCurrent: (id: string) => void;
}

/** The picture: a mark for each event, one stop for the Tab key, arrows from mark to mark. */
export function TimelineFigure({ knowledge, ids, events, current, onCurrent, language, t }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const wide = width >= WIDE;
  const layout = useMemo(
    () =>
      wide
        ? layRight(events, ids.length, width - LANE_NAMES)
        : layDown(events, ids.length, Math.max(120, width - YEARS)),
    [events, ids.length, width, wide],
  );
  const marks = useRef(new Map<string, HTMLButtonElement>());
  const stop = current ?? layout.events.at(-1)?.event.claim.id;

  useEffect(() => {
    const mark = current === null ? undefined : marks.current.get(current);
    // Its scroll margin keeps it clear of the detail below, which comes into being with it.
    mark?.scrollIntoView({ block: "nearest" });
  }, [current]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = (wide ? stepsRight : stepsDown)[event.key];
    const here = document.activeElement?.getAttribute("data-claim") ?? stop;
    const from = layout.events.find((e) => e.event.claim.id === here);
    if (!step || !from || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const to = stepFrom(layout.events, from, step).event.claim.id;
    // At once, not after the next rendering: a key held down goes on from where the focus is.
    marks.current.get(to)?.focus({ preventScroll: true });
    onCurrent(to);
  };

  const names = ids.map((id) => nameIn(knowledge, id, language));
  return (
    <div ref={ref} class="timeline-figure" data-direction={layout.direction}>
      {width > 0 && (
        <>
          <div class="timeline-lanes" aria-hidden="true">
            {layout.lanes.map((lane, i) => (
              <span
                key={ids[i]}
                class="timeline-lane"
                style={
                  wide
                    ? { top: `${lane.start}px`, height: `${lane.size}px` }
                    : { left: `${lane.start}px`, width: `${lane.size}px` }
                }
              >
                {names[i]}
              </span>
            ))}
          </div>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, these are marks in a picture */}
          <div
            class="timeline-plot"
            role="group"
            aria-label={t(wide ? "timeline.walkRight" : "timeline.walkDown")}
            style={
              wide
                ? { width: `${layout.scale.length}px`, height: `${layout.across}px` }
                : { width: `${layout.across}px`, height: `${layout.scale.length}px` }
            }
            onKeyDown={onKeyDown}
          >
            <Backdrop layout={layout} current={current} />
            {layout.lanes.map(
              ({ start, size }, lane) =>
                !events.some((e) => e.lane === lane) && (
                  <span
                    key={ids[lane]}
                    class="timeline-bare"
                    style={
                      wide ? { top: `${start}px`, height: `${size}px` } : { left: `${start}px`, width: `${size}px` }
                    }
                  >
                    {t("timeline.bare")}
                  </span>
                ),
            )}
            {layout.events.map((placed) => {
              const { claim, lane } = placed.event;
              const [x, y] = wide ? [placed.along, placed.across] : [placed.across, placed.along];
              const date = writeDate(claim.date, t, language);
              return (
                <button
                  key={claim.id}
                  ref={(element) => {
                    if (element) marks.current.set(claim.id, element);
                    else marks.current.delete(claim.id);
                  }}
                  type="button"
                  class="event"
                  data-claim={claim.id}
                  data-overtaken={isOvertaken(claim) ? "" : undefined}
                  style={{ left: `${x}px`, top: `${y}px` }}
                  tabIndex={claim.id === stop ? 0 : -1}
                  aria-pressed={claim.id === current}
                  aria-label={t("timeline.event", {
                    date,
                    name: names[lane] ?? "",
                    kind: t(`modality.${claim.modality}`),
                    text: claim.text[language],
                  })}
                  title={`${date} · ${names[lane]}`}
                  onClick={() => onCurrent(claim.id)}
                >
                  <ModalityMark kind={claim.modality} />
                </button>
              );
            })}
          </div>
        </>
      )}
    </div>
  );
}
