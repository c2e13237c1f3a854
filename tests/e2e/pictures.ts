/** Opens a picture of the panel in a tab, by its address or, where that is not read, by its button. */
import type { Page } from "playwright/test";
import { expect } from "./chromium.ts";

export const pictures = ["timeline", "convergence", "relations", "charts"] as const;
export type Picture = (typeof pictures)[number];

/** The buttons of the views, in the languages that tests are run in. */
const buttons: Record<Picture, RegExp> = {
  timeline: /^(时间线|時間線|Timeline)$/,
  convergence: /^(趋同|趨同|Convergence)$/,
  relations: /^(关系|關係|Relations)$/,
  charts: /^(图表|圖表|Charts)$/,
};

/** @param ids platforms to be chosen, in order; the panel's own choice where none are given */
export async function openPicture(
  page: Page,
  extensionId: string,
  picture: Picture,
  ids: readonly string[] = [],
): Promise<void> {
  await page.goto(`chrome-extension://${extensionId}/sidepanel.html`);
  await page.getByRole("button", { name: buttons[picture] }).click();
  const section = page.locator(`section.${picture}`);
  await section.waitFor();
  if (ids.length === 0) return;
  const chips = section.locator(".picture-chip");
  for (let n = await chips.count(); n > 0; n--) {
    await chips.first().getByRole("button").click();
    await expect(chips).toHaveCount(n - 1);
  }
  for (const [i, id] of ids.entries()) {
    await section.getByRole("combobox").fill(id);
    await page.keyboard.press("Enter");
    await expect(chips).toHaveCount(i + 1);
  }
}
