/** The keyword `qiju` in the address bar. */
import catalog from "virtual:qiju/messages/menu";
import { browser } from "wxt/browser";
import { translator } from "../../components/locales/messages.ts";
import { askPanel, showPanelInTab } from "../../data/panel.ts";
import { readSettings } from "../../data/settings.ts";
import { languageOf } from "../common/language.ts";
import { lookUp } from "./menus.ts";
import { entitiesLike } from "./words.ts";

/** Browsers show six lines or so; the first is the default. */
const MOST = 6;

/** Answers what is typed after the keyword. Call it while the background starts. */
export function answerOmnibox(): void {
  const { omnibox } = browser;
  // Firefox for Android has no address bar of this kind.
  if (!omnibox) return;
  omnibox.onInputStarted.addListener(() => void propose(""));
  omnibox.onInputChanged.addListener((typed, show) => void propose(typed).then(show));
  omnibox.onInputEntered.addListener((entered, disposition) => void open(entered, disposition));
}

/** Says the likeliest in the default line. @returns the lines below it */
async function propose(typed: string): Promise<{ content: string; description: string }[]> {
  const language = languageOf(await readSettings());
  const t = translator(catalog, language);
  const [first, ...others] = await entitiesLike(typed, MOST);
  const line = (name: string, headline: string): string => written(t("omnibox.line", { name, headline }));
  browser.omnibox.setDefaultSuggestion({
    description: first
      ? line(first.names[language], first.headline[language])
      : written(t(typed.trim() === "" ? "omnibox.hint" : "omnibox.none")),
  });
  return others.map((e) => ({
    content: e.names[language],
    description: line(e.names[language], e.headline[language]),
  }));
}

async function open(entered: string, disposition: string): Promise<void> {
  const [first] = await entitiesLike(entered, 1);
  if (first) await askPanel({ entity: first.id });
  else await lookUp(entered);
  await showPanelInTab(disposition === "currentTab" ? "here" : disposition === "newForegroundTab" ? "new" : "behind");
}

/** Chrome reads descriptions as XML; Firefox as they are. */
function written(text: string): string {
  if (import.meta.env.FIREFOX) return text;
  return text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
