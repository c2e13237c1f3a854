/**
 * Screenshots of the panel's pictures, whole pages, at several widths. `npm run screenshots` takes
 * them with the others; run by itself, this file takes them alone.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext } from "playwright";
import { chooseLanguage, launch, serviceWorker } from "../e2e/chromium.ts";
import { openPicture, type Picture, pictures } from "../e2e/pictures.ts";

const widths = [320, 420, 1100];
const platforms: Record<Picture, readonly string[]> = {
  timeline: ["alibaba-group", "douyin", "jd", "pinduoduo"],
  convergence: [],
  relations: ["alibaba-group", "douyin"],
  charts: ["douyin", "jd"],
};
/** What is opened for a second shot: the nth of these. */
const opened: Partial<Record<Picture, { selector: string; nth: number }>> = {
  timeline: { selector: ".event:not(.timeline-legend .event)", nth: 12 },
  convergence: { selector: ".matrix-mark", nth: 2 },
  relations: { selector: "[role=button].node", nth: 3 },
  charts: { selector: ".chart-claims-button", nth: 0 },
};

/** Takes every picture in one language and colour scheme. */
export async function shootPictures(context: BrowserContext, extensionId: string, to: string): Promise<void> {
  mkdirSync(to, { recursive: true });
  const page = await context.newPage();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 820 });
    for (const picture of pictures) {
      await openPicture(page, extensionId, picture, platforms[picture]);
      // What follows the last shot's scrolling would stand in the middle of this one.
      await page.evaluate(() => scrollTo(0, 0));
      await page.screenshot({ path: join(to, `${picture}-${width}.png`), fullPage: true });
      const more = opened[picture];
      if (!more) continue;
      await page.locator(more.selector).nth(more.nth).click();
      await page.screenshot({ path: join(to, `${picture}-${width}-open.png`) });
    }
  }
  await page.close();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const colorScheme of ["light", "dark"] as const) {
    const { context, close } = await launch({ colorScheme });
    const worker = await serviceWorker(context);
    const extensionId = new URL(worker.url()).host;
    for (const language of ["zh", "en"] as const) {
      await chooseLanguage(worker, language);
      await shootPictures(context, extensionId, join(".screenshots", "pictures", colorScheme, language));
    }
    await close();
  }
  console.log("screenshots: .screenshots/pictures/");
}
