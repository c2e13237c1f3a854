/** The keyword `qiju` in the address bar. */
import catalog from "virtual:qiju/messages/menu";
import { browser } from "wxt/browser";
import { translator } from "../../components/locales/messages.ts";
import { documentEntity, headlineOf } from "../../data/layers.ts";
import type { Entity } from "../../data/model.ts";
import { askPanel, showPanelInTab } from "../../data/panel.ts";
import { readSettings } from "../../data/settings.ts";
import { languageOf } from "../common/language.ts";
import { lookUp } from "./menus.ts";
import { unasked } from "./unasked.ts";
import { entitiesLike } from "./words.ts";

/** Browsers show six lines or so; the first is the default. */
const MOST = 6;

/** Answers what is typed after the keyword. Call it while the background starts. */
export function answerOmnibox(): void {
  const { omnibox } = browser;
  // Firefox for Android has no address bar of this kind.
  if (!omnibox) return;
  omnibox.onInputStarted.addListener(() => unasked("propose names", propose("")));
  omnibox.onInputChanged.addListener((typed, show) =>
    unasked(
      "propose names",
      propose(typed).then((lines) => lines && show(lines)),
    ),
  );
  omnibox.onInputEntered.addListener((entered, disposition) => unasked("look up words", open(entered, disposition)));
}

interface Line {
  content: string;
  description: string;
}

/** Counts what was asked: an answer that comes after the next key is late. */
let asked = 0;

/** Says the likeliest in the default line. @returns the lines below it; undefined where more was typed meanwhile */
async function propose(typed: string): Promise<Line[] | undefined> {
  asked += 1;
  const mine = asked;
  const settings = await readSettings();
  const language = languageOf(settings);
  const t = translator(catalog, language);
  const [first, ...others] = await entitiesLike(typed, MOST);
  const line = (entity: Entity): string => {
    const { [language]: headline } = headlineOf(settings.documentsOnly ? documentEntity(entity) : entity);
    return written(t("omnibox.line", { name: entity.names[language], headline }));
  };
  if (mine !== asked) return undefined;
  const description = first ? line(first) : written(t(typed.trim() === "" ? "omnibox.hint" : "omnibox.none"));
  // Chrome draws both lines when the others come, and takes a while to read the first: it must be there by then.
  await browser.omnibox.setDefaultSuggestion({ description });
  const lines = others.map((e) => ({ content: e.names[language], description: line(e) }));
  // Chrome draws its list anew only where there are lines: with none, the default line would still say what fitted
  // the key before. One with the default's own content is the same to Chrome, and shown once.
  if (lines.length === 0 && !import.meta.env.FIREFOX) lines.push({ content: typed, description });
  return lines;
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
