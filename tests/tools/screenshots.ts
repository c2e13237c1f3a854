/**
 * `npm run screenshots`: the card of several platforms and every view of the panel, in each
 * language, light and dark, at several widths, from the built extension. To be looked at.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext } from "playwright";
import { ContentWorld, chooseLanguage, hoverName, launch, serve, serviceWorker } from "../e2e/chromium.ts";
import { pageOf } from "../e2e/pages.ts";
import { shootOwnPages } from "./own-pages.ts";
import { shootPictures } from "./pictures.ts";

const folder = ".screenshots";
const languages = ["zh", "zhHant", "en"] as const;
const names = ["抖音", "1688", "拼小圈", "SHEIN", "慧聪网", "淘特", "饿了么", "阿里巴巴"];
const panelWidths = [320, 420, 1100];
const URL = "https://www.163.com/screenshots.html";

for (const colorScheme of ["light", "dark"] as const) {
  const { context, close } = await launch({ colorScheme });
  const worker = await serviceWorker(context);
  const extensionId = new globalThis.URL(worker.url()).host;
  await serve(
    context,
    URL,
    pageOf(
      names.map((n) => `<p style="margin:8px 40px 340px">看${n}的人</p>`).join(""),
      "<style>:root{color-scheme:light dark}</style>",
    ),
  );
  for (const language of languages) {
    await chooseLanguage(worker, language);
    await shootCards(context, extensionId, join(folder, "card", colorScheme, language));
    await shootPanel(context, extensionId, join(folder, "panel", colorScheme, language));
    await shootOwnPages(context, extensionId, join(folder, "own", colorScheme, language), colorScheme);
    await shootPictures(context, extensionId, join(folder, "pictures", colorScheme, language));
  }
  await close();
}
console.log(`screenshots: ${folder}/`);

async function shootCards(context: BrowserContext, extensionId: string, to: string): Promise<void> {
  mkdirSync(to, { recursive: true });
  const page = await context.newPage();
  await page.goto(URL);
  const world = await ContentWorld.of(page, extensionId);
  for (const name of names) {
    await hoverName(page, world, name);
    await page.screenshot({ path: join(to, `${name}.png`), clip: { x: 0, y: 0, width: 560, height: 700 } });
    await page.keyboard.press("Escape");
  }
  await page.close();
}

/** Every view of the panel, by the name of its picture. */
const panelPlaces: [string, string][] = [
  ["page", "#/page"],
  ["compare", "#/compare?p=douyin,alibaba-group"],
  ["compare-five", "#/compare?p=taobao,jd,pinduoduo,douyin,xiaohongshu"],
  ["compare-search", "#/compare?p=alibaba-1688,taote,shein&q=1688"],
  ["compare-blank", "#/compare?p="],
  ["platforms", "#/platform"],
  ["platform", "#/platform/alibaba-1688"],
  ["terms", "#/terms"],
  ["term", "#/terms/shelf-ecommerce"],
  ["sources", "#/sources"],
  ["source", "#/sources/004"],
  ["names", "#/names"],
];

async function shootPanel(context: BrowserContext, extensionId: string, to: string): Promise<void> {
  mkdirSync(to, { recursive: true });
  const page = await context.newPage();
  const base = `chrome-extension://${extensionId}/sidepanel.html`;
  for (const width of panelWidths) {
    await page.setViewportSize({ width, height: 820 });
    for (const [name, hash] of panelPlaces) {
      await page.goto(`${base}${hash}`);
      await page.reload();
      await page.locator(".panel-main > *").nth(1).waitFor();
      await page.locator("text=/正在打开棋局|正在打開棋局|Opening Qiju/").waitFor({ state: "detached" });
      await page.screenshot({ path: join(to, `${name}-${width}.png`) });
    }
    await page.goto(`${base}#/compare?p=douyin,alibaba-group`);
    await page.locator(".compare-tools > .button").click();
    await page.locator(".take > .button").click();
    await page.screenshot({ path: join(to, `compare-open-${width}.png`) });
  }
  await page.close();
}
