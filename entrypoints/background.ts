import hash from "virtual:qiju/hash";
import names from "virtual:qiju/lexicon";
import senses from "virtual:qiju/senses";
import terms from "virtual:qiju/terms";
import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { drawCard, drawnStyle, stepMessage } from "../components/drawn.tsx";
import { languageFor } from "../components/locales/messages.ts";
import { readCards } from "../data/cards.ts";
import { Keeper } from "../data/keeper.ts";
import { followKeys } from "../data/keys.ts";
import { onMessage } from "../data/knowledge.ts";
import type { Language } from "../data/model.ts";
import { openPanel, openPanelFromToolbar } from "../data/panel.ts";
import { parseCardQuestion, parsePanelWish, requireOwn } from "../data/requests.ts";
import { readSettings, type Settings } from "../data/settings.ts";
import { loadBundle, QijuDatabase } from "../data/store.ts";

export default defineBackground(() => {
  // Opened with the first question, so that a page that names nobody costs nothing.
  const keeper = new Keeper(new QijuDatabase(), hash, loadBundle);

  browser.runtime.onInstalled.addListener(() => void keeper.library());
  openPanelFromToolbar();
  followKeys();

  onMessage("cards", async ({ data, sender }) => {
    requireOwn(sender, browser.runtime.id);
    const { ids, page } = parseCardQuestion(data);
    const { documentsOnly, language } = await readSettings();
    const cards = await readCards(await keeper.library(), ids, { documentsOnly, page });
    return cards.map((card) => drawCard(card, languageOf(language)));
  });
  onMessage("lexicon", ({ sender }) => {
    requireOwn(sender, browser.runtime.id);
    return { names, senses };
  });
  onMessage("dress", async ({ sender }) => {
    requireOwn(sender, browser.runtime.id);
    const { language } = await readSettings();
    return { style: drawnStyle, step: stepMessage(languageOf(language)) };
  });
  onMessage("terms", ({ sender }) => {
    requireOwn(sender, browser.runtime.id);
    return terms;
  });
  onMessage("ready", async ({ sender }) => {
    requireOwn(sender, browser.runtime.id);
    return (await keeper.ready()).kind;
  });
  onMessage("mend", async ({ sender }) => {
    requireOwn(sender, browser.runtime.id);
    return (await keeper.mend()).kind;
  });
  // No await before the panel opens: browsers allow it only within the user's click.
  onMessage("openPanel", ({ data, sender }) => {
    requireOwn(sender, browser.runtime.id);
    return openPanel(parsePanelWish(data), sender.tab);
  });
  onMessage("openSettings", async ({ sender }) => {
    requireOwn(sender, browser.runtime.id);
    await browser.runtime.openOptionsPage();
  });
});

function languageOf(choice: Settings["language"]): Language {
  return choice === "auto" ? languageFor(browser.i18n.getUILanguage()) : choice;
}
