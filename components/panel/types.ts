import type { Language } from "../../data/model.ts";
import type { Translate } from "../locales/messages.ts";

export type PanelKey = keyof typeof import("../locales/panel.zh.json");

/** What every view of the panel needs to write. */
export interface Writing {
  language: Language;
  t: Translate<PanelKey>;
}

export const views = ["page", "compare", "terms", "names", "sources"] as const;
export type View = (typeof views)[number];
