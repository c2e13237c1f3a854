/**
 * `npm run screenshots`: the card of several platforms and every view of the panel, in each
 * language, light and dark, at several widths, from the built extension. To be looked at.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright";
import { ContentWorld, chooseLanguage, expect, launch, serve, serviceWorker } from "../e2e/chromium.ts";
import { pageOf } from "../e2e/pages.ts";
import { goTo, openSide } from "../e2e/sidepanel.ts";
import { shootOwnPages } from "./own-pages.ts";
import { shootPictures } from "./pictures.ts";

const folder = ".screenshots";
const languages = ["zh", "zhHant", "en"] as const;
/** Platforms, a term, and a name that the reader gave; each with what makes it one beyond doubt. */
const names = ["抖音", "1688", "拼小圈", "SHEIN", "慧聪网", "淘特", "饿了么", "银泰百货", "货架电商", "某东"];
const OWN = { text: "某东", entity: "jd" };
const panelWidths = [320, 420, 1100];
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
const URL = "https://www.163.com/screenshots.html";

for (const colorScheme of ["light", "dark"] as const) {
  const { context, close } = await launch({ colorScheme });
  const worker = await serviceWorker(context);
  const extensionId = new globalThis.URL(worker.url()).host;
  await serve(
    context,
    URL,
    pageOf(
      names.map((n) => `<p style="margin:8px 40px 340px">电商平台${n}的商家</p>`).join(""),
      "<style>:root{color-scheme:light dark}</style>",
    ),
  );
  for (const language of languages) {
    await chooseLanguage(worker, language);
    const settings = JSON.stringify({ language, terms: true, ownNames: [OWN] });
    await worker.evaluate(`chrome.storage.sync.set({ settings: ${settings} })`);
    await shootCards(context, extensionId, join(folder, "card", colorScheme, language));
    await shootPanel(context, extensionId, join(folder, "panel", colorScheme, language));
    await shootBeside(context, extensionId, join(folder, "panel", colorScheme, language));
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
  await expect.poll(() => world.marked()).toContain(OWN.text);
  for (const name of names) {
    await hoverText(page, world, name);
    await page.screenshot({ path: join(to, `${name}.png`), clip: { x: 0, y: 0, width: 560, height: 700 } });
    await page.keyboard.press("Escape");
  }
  await page.setViewportSize({ width: 390, height: 760 });
  await hoverText(page, world, "1688");
  await page.screenshot({ path: join(to, "sheet.png") });
  await page.close();
}

/** Rests the pointer on a text of the page until its card shows: terms are marked in another way than names. */
async function hoverText(page: Page, world: ContentWorld, text: string): Promise<void> {
  const paragraph = page.getByText(text).first();
  await paragraph.evaluate((element) => element.scrollIntoView({ block: "start" }));
  const { x, y } = await paragraph.evaluate((element, wanted) => {
    const node = element.firstChild as Text;
    const range = document.createRange();
    range.setStart(node, node.data.indexOf(wanted));
    range.setEnd(node, node.data.indexOf(wanted) + wanted.length);
    const box = range.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, text);
  await page.mouse.move(x - 3, y);
  await page.mouse.move(x, y);
  await expect.poll(() => world.cardText()).not.toBeNull();
}

/** The real side panel beside a page that names several: what it says of the page. */
async function shootBeside(context: BrowserContext, extensionId: string, to: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(URL);
  const side = await openSide(context, page, extensionId, "SHEIN");
  await goTo(side, "#/page");
  await side.locator(".page-item").first().waitFor();
  for (const width of panelWidths) {
    await side.setViewportSize({ width, height: 820 });
    await side.screenshot({ path: join(to, `page-named-${width}.png`) });
  }
  await side.close();
  await page.close();
}

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
    await page.locator(".compare-actions > .button").click();
    await page.locator(".take > .button").click();
    await page.screenshot({ path: join(to, `compare-open-${width}.png`) });
  }
  await page.close();
}
