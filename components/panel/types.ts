import type { Language } from "../../data/model.ts";
import type { Translate } from "../locales/messages.ts";

export type PanelKey = keyof typeof import("../locales/panel.zh.json");

/** What every view of the panel needs to write. */
export interface Writing {
  language: Language;
  t: Translate<PanelKey>;
}

/** The views that are pictures; their code is fetched when they are looked at. */
export const pictureNames = ["timeline", "convergence", "relations", "charts"] as const;
export const views = ["page", "compare", "terms", "names", "sources", ...pictureNames] as const;
export type View = (typeof views)[number];

export const isPicture = (view: View): view is (typeof pictureNames)[number] =>
  (pictureNames as readonly string[]).includes(view);
