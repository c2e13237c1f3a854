/** The keys that step through a page's mentions. Call `followKeys` while the background starts. */
import { browser } from "wxt/browser";
import { sendMessage } from "./knowledge.ts";

const directions: Readonly<Record<string, 1 | -1>> = { "next-mention": 1, "previous-mention": -1 };

/** Tells the page in front where to go. A page that is not read does not hear it. */
export function followKeys(): void {
  browser.commands.onCommand.addListener(async (command) => {
    const direction = directions[command];
    if (!direction) return;
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id !== undefined) await sendMessage("step", direction, { tabId: tab.id, frameId: 0 }).catch(() => {});
  });
}
