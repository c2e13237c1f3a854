import type { PlacedEvent, TimelineLayout } from "../../../data/timelineLayout.ts";
import type { Piece } from "../../../data/timescale.ts";
import { extentPath, zigzag } from "./shapes.ts";

/** A year shorter than this is written ’07. */
const FULL_YEAR = 33;
/** Where time runs down, a date's reach is a sign of this length beside its mark, not to scale. */
const SIGN = 10;

interface Props {
  layout: TimelineLayout;
  /** Id of the claim whose event is looked at. */
  current: string | null;
}

/** What lies behind the marks: years, cuts, lanes, and how far each date reaches. Says nothing that the list does not. */
export function Backdrop({ layout, current }: Props) {
  const { scale, across, lanes } = layout;
  const right = layout.direction === "right";
  return (
    <svg
      class="timeline-backdrop"
      width={right ? scale.length : across}
      height={right ? across : scale.length}
      aria-hidden="true"
    >
      {scale.pieces.map((piece) => (
        <PieceShape key={piece.from} piece={piece} across={across} right={right} />
      ))}
      {lanes.slice(1).map(({ start }) => (
        <path
          key={start}
          class="timeline-rule"
          d={right ? `M0 ${start}H${scale.length}` : `M${start} 0V${scale.length}`}
        />
      ))}
      {layout.events.map((placed) => (
        <Reach key={placed.event.claim.id} placed={placed} right={right} current={placed.event.claim.id === current} />
      ))}
    </svg>
  );
}

function PieceShape({ piece, across, right }: { piece: Piece; across: number; right: boolean }) {
  const { start, length } = piece;
  const middle = start + length / 2;
  if (piece.kind === "gap") {
    return (
      <g class="timeline-gap">
        <rect
          {...(right
            ? { x: start, y: 0, width: length, height: across }
            : { x: 0, y: start, width: across, height: length })}
        />
        <path d={zigzag(start + length / 2, across, right)} />
      </g>
    );
  }
  const year = length < FULL_YEAR && right ? `’${String(piece.from).slice(2)}` : String(piece.from);
  return (
    <g>
      <path class="timeline-rule" d={right ? `M${start} 0V${across}` : `M0 ${start}H${across}`} />
      <text
        class="timeline-year"
        text-anchor={right ? "middle" : "end"}
        x={right ? middle : -10}
        y={right ? -8 : start + 16}
      >
        {year}
      </text>
    </g>
  );
}

function Reach({ placed, right, current }: { placed: PlacedEvent; right: boolean; current: boolean }) {
  const { precision, uncertain } = placed.event.claim.date;
  const [from, to] = right ? [placed.from, placed.to] : [placed.along - SIGN, placed.along + SIGN];
  return (
    <path
      class="timeline-reach"
      data-current={current ? "" : undefined}
      stroke-dasharray={uncertain ? "2 2.5" : undefined}
      d={extentPath({ precision, along: placed.along, across: placed.across, from, to, uncertain: !!uncertain }, right)}
    />
  );
}
