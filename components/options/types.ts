import type { Language } from "../../data/model.ts";
import type { Settings } from "../../data/settings.ts";
import type { Translate } from "../locales/messages.ts";

export type OptionsKey = keyof typeof import("../locales/options.zh.json");

/** What every section of the settings needs to write. */
export interface Writing {
  language: Language;
  t: Translate<OptionsKey>;
}

/** What every section that changes settings gets. */
export interface Section extends Writing {
  settings: Settings;
  /** Keeps a change. `said`: what is told, with a way back, for what takes something away. */
  onChange: (change: Partial<Settings>, said?: string) => void;
}

export const sections = ["reading", "card", "look", "sites", "names", "shortcuts", "file"] as const;
export type SectionName = (typeof sections)[number];
