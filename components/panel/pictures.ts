import type { ComponentType } from "preact";
import type { PictureProps } from "./picture/props.ts";
import type { pictureNames } from "./types.ts";

/** Where the code of each picture is: fetched when it is first looked at. */
export const pictures: Record<(typeof pictureNames)[number], () => Promise<{ default: ComponentType<PictureProps> }>> =
  {
    timeline: () => import("./timeline/TimelineView.tsx"),
    convergence: () => import("./convergence/ConvergenceView.tsx"),
    relations: () => import("./relations/RelationsView.tsx"),
    charts: () => import("./charts/ChartsView.tsx"),
  };
