import { useEffect, useState } from "preact/hooks";
import { languageTags } from "../../components/locales/messages.ts";
import type { Language } from "../../data/model.ts";
import { defaults, readSettings, type Settings, watchSettings } from "../../data/settings.ts";
import { languageOf } from "./language.ts";

export interface Reader {
  /** False until the settings are read; the defaults stand there so long. */
  ready: boolean;
  settings: Settings;
  language: Language;
}

/** The reader's settings as they are now, on a page of ours: its language and its colours follow them. */
export function useReader(): Reader {
  const [known, setKnown] = useState<Settings>();
  useEffect(() => {
    void readSettings().then(setKnown);
    return watchSettings(setKnown);
  }, []);
  const settings = known ?? defaults;
  const language = languageOf(settings);
  useEffect(() => {
    document.documentElement.lang = languageTags[language];
  }, [language]);
  useTheme(settings.theme);
  return { ready: known !== undefined, settings, language };
}

/** Dresses the page in the colours that the reader chose. */
export function useTheme(theme: Settings["theme"]): void {
  useEffect(() => {
    // Without a choice the page follows the system, as tokens.css has it.
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
}
