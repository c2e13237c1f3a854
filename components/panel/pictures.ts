import type { ComponentType } from "preact";
import type { PictureAddress } from "../../data/address.ts";
import { later } from "./Later.tsx";
import type { PictureProps } from "./picture/props.ts";

/** The views that are pictures, each fetched when it is first shown. */
export const pictures: Record<PictureAddress["view"], ComponentType<PictureProps>> = {
  timeline: later(async () => (await import("./timeline/TimelineView.tsx")).default),
  convergence: later(async () => (await import("./convergence/ConvergenceView.tsx")).default),
  relations: later(async () => (await import("./relations/RelationsView.tsx")).default),
  charts: later(async () => (await import("./charts/ChartsView.tsx")).default),
};
