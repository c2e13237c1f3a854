import { browser } from "wxt/browser";

/** The seal's vermilion, and paper on it. */
const BACKGROUND = "#a8321c";
const INK = "#fffdf8";
/** A badge has room for so much. */
const MOST = 99;

/** Shows on the toolbar button how many platforms the page in a tab names. The browser forgets it with the page. */
export async function showNamed(tabId: number, count: number): Promise<void> {
  const { action } = browser;
  await action.setBadgeBackgroundColor({ tabId, color: BACKGROUND });
  await action.setBadgeTextColor({ tabId, color: INK });
  await action.setBadgeText({ tabId, text: count === 0 ? "" : count > MOST ? `${MOST}+` : String(count) });
}
