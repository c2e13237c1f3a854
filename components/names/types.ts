import type { Language } from "../../data/model.ts";
import type { NameRefusal } from "../../data/ownNames.ts";
import type { Translate } from "../locales/messages.ts";

/** The messages that the reader's names need: every page that shows them has them. */
export type NamesKey =
  | "names.own"
  | "names.ownHint"
  | "names.text"
  | "names.platform"
  | "names.add"
  | "names.save"
  | "names.cancel"
  | "names.edit"
  | "names.none"
  | "names.remove"
  | "names.silenced"
  | "names.silencedNone"
  | "names.anywhere"
  | "names.restore"
  | `names.refused.${NameRefusal | "platform"}`;

export interface NamesWriting {
  language: Language;
  t: Translate<NamesKey>;
}
