/** Opens a picture of the panel in a tab, by its address. */
import type { Page } from "playwright/test";

export const pictures = ["timeline", "convergence", "relations", "charts"] as const;
export type Picture = (typeof pictures)[number];

/** @param ids platforms to be chosen, in order; the panel's own choice where none are given */
export async function openPicture(
  page: Page,
  extensionId: string,
  picture: Picture,
  ids: readonly string[] = [],
): Promise<void> {
  const chosen = ids.length > 0 ? `?p=${ids.join(",")}` : "";
  await page.goto(`chrome-extension://${extensionId}/sidepanel.html#/${picture}${chosen}`);
  await page.locator(`section.${picture}`).waitFor();
}
