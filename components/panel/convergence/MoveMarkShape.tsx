import type { MoveMark } from "../../../data/moves.ts";

interface Props {
  role: MoveMark["role"];
  left?: boolean;
}

/** Who came first is a diamond in a ring, who followed a stone, who gave it up an empty one: told apart without colour. */
export function MoveMarkShape({ role, left = false }: Props) {
  const inside = left
    ? ({ fill: "none", stroke: "currentColor", "stroke-width": 1.5 } as const)
    : { fill: "currentColor" };
  return (
    <svg class="move-mark" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      {role === "pioneer" ? (
        <>
          <path d="M10 5l5 5l-5 5l-5-5z" {...inside} />
          <circle cx="10" cy="10" r="8.2" fill="none" stroke="currentColor" />
        </>
      ) : (
        <circle cx="10" cy="10" r="4.5" {...inside} />
      )}
    </svg>
  );
}
