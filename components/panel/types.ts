import type { Address } from "../../data/address.ts";
import type { Knowledge, Language } from "../../data/model.ts";
import type { Spellings } from "../../data/search.ts";
import type { Translate } from "../locales/messages.ts";

export type PanelKey = keyof typeof import("../locales/panel.zh.json");

/** What every view of the panel needs to write. */
export interface Writing {
  language: Language;
  t: Translate<PanelKey>;
}

/** What every view shows and how it leads elsewhere. */
export interface ViewProps extends Writing {
  knowledge: Knowledge;
  spellings: Spellings;
  /** Goes to another place, to which Back leads back. */
  go: (address: Address) => void;
}
