/** The page in front, as the popup sees it. */
import { useEffect, useState } from "preact/hooks";
import { browser } from "wxt/browser";
import { onMessage, type PageReport, sendMessage } from "../../data/knowledge.ts";

export interface PageInFront {
  id: number;
  url: string | undefined;
  windowId: number | undefined;
}

/** The tab in front of the window that the popup hangs on. */
export async function pageInFront(): Promise<PageInFront | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id === undefined ? undefined : { id: tab.id, url: tab.url, windowId: tab.windowId };
}

/** When a page that does not answer yet is asked again, in milliseconds: its script may be on its way. */
const AGAIN_MS = [150, 400, 1000, 2500];

/**
 * Who is named on a page, told anew when that changes.
 * @returns the report once there is one; whether no script answered so far; and how to ask again
 */
export function useReport(tabId: number | undefined): {
  report: PageReport | undefined;
  silent: boolean;
  ask: () => void;
} {
  const [report, setReport] = useState<PageReport>();
  const [silent, setSilent] = useState(false);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each asking begins anew
  useEffect(() => {
    if (tabId === undefined) return;
    const ask = async (): Promise<void> => {
      const answer = await sendMessage("report", undefined, { tabId, frameId: 0 }).catch(() => undefined);
      if (answer) setReport(answer);
      setSilent(!answer);
    };
    void ask();
    const timers = AGAIN_MS.map((ms) => setTimeout(() => void ask(), ms));
    // The page tells the background how many it names; the popup hears it too.
    const stop = onMessage("named", () => void ask());
    return () => {
      timers.forEach(clearTimeout);
      stop();
    };
  }, [tabId, asked]);
  return { report, silent, ask: () => setAsked((n) => n + 1) };
}
