/** “Look up ‘…’ in Qiju”, for what is selected on a page. */
import catalog from "virtual:qiju/messages/menu";
import { browser } from "wxt/browser";
import { translator } from "../../components/locales/messages.ts";
import { askPanel, askWhom, showPanel } from "../../data/panel.ts";
import type { Settings } from "../../data/settings.ts";
import { languageOf } from "../common/language.ts";
import { unasked } from "./unasked.ts";
import { entitiesNamedIn } from "./words.ts";

const LOOK_UP = "look-up";

let building: Promise<void> = Promise.resolve();

/** Puts the menu there anew, in the reader's language. Browsers keep it when the background sleeps. */
export function buildMenus(settings: Pick<Settings, "language">): Promise<void> {
  const t = translator(catalog, languageOf(settings));
  // One after the other: two at once would make the same entry twice.
  const built = building.then(async () => {
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({ id: LOOK_UP, title: t("menu.lookUp", { selection: "%s" }), contexts: ["selection"] });
  });
  // One that failed must not keep every later one from being built.
  building = built.catch(() => {});
  return built;
}

/** Answers clicks in the menu. Call it while the background starts. */
export function answerMenus(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText = "" }, tab) => {
    if (menuItemId !== LOOK_UP) return;
    // The panel opens before it is known what it shows: a browser opens it only within the click.
    unasked("open the panel", showPanel(tab));
    // The panel is there all the same, with its own search, and says itself what is wrong with the store.
    unasked("look up a selection", lookUp(selectionText));
  });
}

/** Has the panel show whom words name: the one, or a question where they are several, or nobody. */
export async function lookUp(text: string): Promise<void> {
  const named = await entitiesNamedIn(text);
  const [only] = named;
  if (only !== undefined && named.length === 1) await askPanel({ entity: only });
  else await askWhom(text, named);
}
