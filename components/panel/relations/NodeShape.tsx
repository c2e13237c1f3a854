import type { Ref } from "preact";
import { widthOf } from "../../../data/textSize.ts";

interface Props {
  /** Left end and middle of the name, in px. */
  x: number;
  y: number;
  lines: readonly string[];
  size: number;
  /** The type size as which it is measured. */
  measured: number;
  line: number;
  /** Room left of the name that belongs to it: for a mark. */
  before?: number;
  chosen: boolean;
  current: boolean;
  stop: boolean;
  label: string;
  nodeRef: Ref<SVGGElement>;
  onPick: () => void;
  children?: preact.ComponentChildren;
}

/** A name in a graph that can be pointed at and walked to. */
export function NodeShape(props: Props) {
  const {
    x,
    y,
    lines,
    size,
    measured,
    line,
    before = 0,
    chosen,
    current,
    stop,
    label,
    nodeRef,
    onPick,
    children,
  } = props;
  const width = Math.max(...lines.map((l) => widthOf(l, measured)));
  const height = Math.max(24, lines.length * line + 6);
  return (
    // biome-ignore lint/a11y/useSemanticElements: HTML buttons cannot stand in an SVG
    <g
      ref={nodeRef}
      class="node"
      role="button"
      // In an SVG the attribute is set as it is written, and only this spelling makes it focusable.
      tabindex={stop ? 0 : -1}
      aria-label={label}
      aria-pressed={current}
      data-chosen={chosen ? "" : undefined}
      onClick={onPick}
    >
      <rect class="node-box" x={x - 5 - before} y={y - height / 2} width={width + 10 + before} height={height} rx="4" />
      {children}
      <text class="node-name" font-size={size}>
        {lines.map((text, i) => (
          <tspan key={text} x={x} y={y + (i - (lines.length - 1) / 2) * line + size * 0.36}>
            {text}
          </tspan>
        ))}
      </text>
    </g>
  );
}
