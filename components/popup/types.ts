import type { Translate } from "../locales/messages.ts";

export type PopupKey = keyof typeof import("../locales/popup.zh.json");
export type TranslatePopup = Translate<PopupKey>;

/** A platform that the page names. */
export interface NamedHere {
  id: string;
  name: string;
  count: number;
}
