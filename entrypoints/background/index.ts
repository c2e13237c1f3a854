import names from "virtual:qiju/lexicon";
import senses from "virtual:qiju/senses";
import terms from "virtual:qiju/terms";
import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { drawCard, drawnStyle, stepMessage } from "../../components/drawn.tsx";
import { readCards } from "../../data/cards.ts";
import { followKeys } from "../../data/keys.ts";
import { onMessage } from "../../data/knowledge.ts";
import { openPanel, openPanelByShortcut } from "../../data/panel.ts";
import { parseCardQuestion, parseCount, parsePanelWish, requireOwn } from "../../data/requests.ts";
import { readSettings } from "../../data/settings.ts";
import { languageOf } from "../common/language.ts";
import { showNamed } from "./badge.ts";
import { followLife } from "./install.ts";
import { keeper } from "./library.ts";
import { answerMenus } from "./menus.ts";
import { answerOmnibox } from "./omnibox.ts";
import { followGrants } from "./sites.ts";

export default defineBackground(() => {
  followLife();
  followGrants();
  followKeys();
  openPanelByShortcut();
  answerMenus();
  answerOmnibox();

  onMessage("cards", async ({ data, sender }) => {
    requireOwn(sender, browser.runtime.id);
    const { ids, page } = parseCardQuestion(data);
    const settings = await readSettings();
    const cards = await readCards(await keeper.library(), ids, { documentsOnly: settings.documentsOnly, page });
    return cards.map((card) => drawCard(card, languageOf(settings)));
  });
  onMessage("lexicon", ({ sender }) => {
    requireOwn(sender, browser.runtime.id);
    return { names, senses };
  });
  onMessage("dress", async ({ sender }) => {
    requireOwn(sender, browser.runtime.id);
    return { style: drawnStyle, step: stepMessage(languageOf(await readSettings())) };
  });
  onMessage("terms", ({ sender }) => {
    requireOwn(sender, browser.runtime.id);
    return terms;
  });
  onMessage("named", async ({ data, sender }) => {
    requireOwn(sender, browser.runtime.id);
    // The page, not its frames: as in the panel.
    if (sender.tab?.id !== undefined && sender.frameId === 0) await showNamed(sender.tab.id, parseCount(data));
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
