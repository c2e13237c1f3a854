import { browser } from "wxt/browser";
import { chosenLanguage } from "../../components/locales/choice.ts";
import type { Language } from "../../data/model.ts";
import type { Settings } from "../../data/settings.ts";

/** The language to write in: the reader's choice wins over the browser's. */
export function languageOf({ language }: Pick<Settings, "language">): Language {
  return chosenLanguage(language, browser.i18n.getUILanguage());
}
