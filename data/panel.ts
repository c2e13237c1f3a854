/** Opening the panel. Chrome has a side panel; Firefox a sidebar, which a click in a page may not open. */
import { browser } from "wxt/browser";
import { PANEL_REQUEST, type PanelRequest, type PanelWish } from "./knowledge.ts";

/** Only what is used of `chrome.sidePanel` and `browser.sidebarAction`: each exists in one browser. */
interface PanelApis {
  sidePanel?: {
    open(options: { tabId: number }): Promise<void>;
    setPanelBehavior(options: { openPanelOnActionClick: boolean }): Promise<void>;
  };
  sidebarAction?: { toggle(): Promise<void> };
}

const apis = (): PanelApis => browser as unknown as PanelApis;

/** Toolbar button and shortcut. Call it while the background starts. */
export function openPanelFromToolbar(): void {
  const { sidePanel, sidebarAction } = apis();
  if (sidePanel) void sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
  else if (sidebarAction) browser.action.onClicked.addListener(() => void sidebarAction.toggle());
}

/**
 * Opens the panel on an entity, for a click on a card. Nothing may be awaited before `open`.
 * In Firefox the same view opens in a tab, since the sidebar opens only from the browser's own controls.
 */
export async function openPanel(
  wish: PanelWish,
  tab: { id?: number | undefined; windowId?: number | undefined } | undefined,
): Promise<void> {
  const { sidePanel } = apis();
  const opened = sidePanel && tab?.id !== undefined ? sidePanel.open({ tabId: tab.id }) : undefined;
  const request: PanelRequest = { ...wish, window: tab?.windowId ?? null, at: Date.now() };
  await browser.storage.session.set({ [PANEL_REQUEST]: request });
  if (opened) await opened;
  else await browser.tabs.create({ url: browser.runtime.getURL("/sidepanel.html") });
}
