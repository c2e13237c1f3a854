/** The page beside the panel: what it names, and what a card on it asked the panel to show. */
import { browser } from "wxt/browser";
import { PANEL_REQUEST, type PageReport, type PanelRequest, sendMessage } from "../../data/knowledge.ts";

/** Asks the page in the active tab. @returns undefined where no page answers */
export async function askPage<T>(ask: (tab: number) => Promise<T>): Promise<T | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return undefined;
  return ask(tab.id).catch(() => undefined);
}

/** Reports the page now, and whenever another one comes to the front. @returns how to stop */
export function watchPage(onReport: (report: PageReport | null) => void): () => void {
  const read = async (): Promise<void> =>
    onReport((await askPage((tab) => sendMessage("report", undefined, { tabId: tab, frameId: 0 }))) ?? null);
  const onUpdated = (_id: number, change: { status?: string | undefined }): void => {
    if (change.status === "complete") void read();
  };
  void read();
  browser.tabs.onActivated.addListener(read);
  browser.tabs.onUpdated.addListener(onUpdated);
  return () => {
    browser.tabs.onActivated.removeListener(read);
    browser.tabs.onUpdated.removeListener(onUpdated);
  };
}

/** Hears which entity a card asked to compare, also when that was before the panel opened. @returns how to stop */
export function watchRequests(onEntity: (entity: string) => void): () => void {
  const hear = (request: unknown): void => {
    if (isRequest(request)) onEntity(request.entity);
  };
  const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === "session") hear(changes[PANEL_REQUEST]?.newValue);
  };
  void browser.storage.session.get(PANEL_REQUEST).then((stored) => hear(stored[PANEL_REQUEST]));
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}

function isRequest(value: unknown): value is PanelRequest {
  return typeof value === "object" && value !== null && "entity" in value && typeof value.entity === "string";
}
