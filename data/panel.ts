/** Opening the panel. Chrome has a side panel; Firefox a sidebar, which a click in a page may not open. */
import { browser } from "wxt/browser";
import { LOOKUP_REQUEST, type LookupRequest, PANEL_REQUEST, type PanelRequest, type PanelWish } from "./knowledge.ts";

/** Only what is used of `chrome.sidePanel` and `browser.sidebarAction`: each exists in one browser. */
interface PanelApis {
  sidePanel?: {
    open(options: { tabId: number }): Promise<void>;
    setPanelBehavior(options: { openPanelOnActionClick: boolean }): Promise<void>;
  };
  sidebarAction?: { open(): Promise<void> };
}

/** A tab, as far as the panel beside it is concerned. */
type Place = { id?: number | undefined; windowId?: number | undefined } | undefined;

const apis = (): PanelApis => browser as unknown as PanelApis;

/** The panel's page, for a tab of its own. */
const panelPage = (): string => browser.runtime.getURL("/sidepanel.html");

/** The shortcut. Firefox has one of its own for sidebars. Call it while the background starts. */
export function openPanelByShortcut(): void {
  // A browser remembers what an earlier version told it: the toolbar button opens the popup.
  // Where it cannot be told, the button opens the panel, as it did before: no harm done.
  apis()
    .sidePanel?.setPanelBehavior({ openPanelOnActionClick: false })
    .catch(() => {});
  browser.commands.onCommand.addListener((command, tab) => {
    // A browser that opens neither panel nor tab has no place left to say so.
    if (command === "open-panel") showPanel(tab).catch(() => {});
  });
}

/**
 * Opens the panel on an entity, for a click on a card or in a menu. Nothing may be awaited before.
 * In Firefox a click in a page opens the same view in a tab, since the sidebar opens only from the browser's own controls.
 */
export async function openPanel(wish: PanelWish, tab: Place): Promise<void> {
  const opened = openThere(tab);
  await askPanel(wish, tab?.windowId);
  if (!(await opened)) await browser.tabs.create({ url: panelPage() });
}

/** Opens the panel as it is. Nothing may be awaited before. */
export async function showPanel(tab: Place): Promise<void> {
  if (!(await openThere(tab))) await browser.tabs.create({ url: panelPage() });
}

/** Shows the panel's page in a tab: where words in the address bar lead. */
export async function showPanelInTab(where: "here" | "new" | "behind"): Promise<void> {
  const url = panelPage();
  if (where === "here") await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: where === "new" });
}

/**
 * Asks the panel, open now or opened next, to show an entity.
 * @param window the window whose panel is meant; without it the first that hears
 */
export async function askPanel(wish: PanelWish, window: number | null = null): Promise<void> {
  const request: PanelRequest = { ...wish, window, at: Date.now() };
  await browser.storage.session.set({ [PANEL_REQUEST]: request });
}

/** Asks the panel, open now or opened next, whom the reader means by words that name several, or nobody. */
export async function askWhom(text: string, entities: string[]): Promise<void> {
  const request: LookupRequest = { text, entities, at: Date.now() };
  await browser.storage.session.set({ [LOOKUP_REQUEST]: request });
}

/** @returns whether the browser opened its panel: it refuses where no click of the reader's led here */
function openThere(tab: Place): Promise<boolean> {
  const { sidePanel, sidebarAction } = apis();
  const opening =
    sidePanel && tab?.id !== undefined && tab.id >= 0 ? sidePanel.open({ tabId: tab.id }) : sidebarAction?.open();
  return opening ? opening.then(() => true).catch(() => false) : Promise.resolve(false);
}
