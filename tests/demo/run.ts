/**
 * Opens the demo pages with the built extension. With a display, a window to play in; without one,
 * prints what was recognised and shown, and leaves screenshots.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  attachPanel,
  ContentWorld,
  chooseLanguage,
  expect,
  hoverName,
  launch,
  reported,
  serve,
  serviceWorker,
} from "../e2e/chromium.ts";

const demo = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../fixtures/demo/${name}`, import.meta.url)), "utf8");
const pages = { article: "https://www.163.com/qiju-demo.html", shop: "https://www.smzdm.com/qiju-demo.html" };
/** How many names are underlined on each page at least, when it is read. */
const least = { article: 46, shop: 11 };
const shots = ".screenshots/demo";

const headless = process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
const { context, close } = await launch({ headless });
await serve(context, pages.article, demo("article.html"));
await serve(context, pages.shop, demo("shop.html"));
const worker = await serviceWorker(context);
const extensionId = new URL(worker.url()).host;

if (headless) await walkThrough();
else await play();

/** A window on the article; ends when the reader closes it. */
async function play(): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(pages.article);
  console.log("The demo article is open: rest the pointer on an underlined name. Close the window to end.");
  await context.waitForEvent("close", { timeout: 0 });
}

async function walkThrough(): Promise<void> {
  mkdirSync(shots, { recursive: true });
  await chooseLanguage(worker, "zh");
  for (const [name, url] of Object.entries(pages)) {
    const page = await context.newPage();
    await page.goto(url);
    const world = await ContentWorld.of(page, extensionId);
    await expect
      .poll(() => world.marked().then((m) => m.length))
      .toBeGreaterThanOrEqual(least[name as keyof typeof least]);
    print(name, await world.marked(), await reported(context));
    await page.screenshot({ path: join(shots, `${name}.png`) });
    console.log(`\nThe card of 抖音 on the ${name}:\n${indent(await hoverName(page, world, "抖音"))}`);
    await page.screenshot({ path: join(shots, `${name}-card.png`) });
    if (name === "article") {
      const button = await world.inCard<{ x: number; y: number }>(
        `(() => { const b = root.querySelector("[data-act=compare]").getBoundingClientRect(); return { x: b.x + b.width / 2, y: b.y + b.height / 2 }; })()`,
      );
      if (!button) throw new Error("the card has no button");
      await page.mouse.click(button.x, button.y);
      const panel = await attachPanel(context);
      await expect.poll(() => panel.run("document.querySelectorAll('.column-name').length")).toBeGreaterThan(1);
      console.log(
        `\nThe side panel compares: ${await panel.run(`[...document.querySelectorAll(".column-name")].map((e) => e.textContent).join(" · ")`)}`,
      );
      writeFileSync(join(shots, "panel.png"), await panel.screenshot());
    }
    await page.close();
  }
  console.log(`\nscreenshots: ${shots}/`);
  await close();
}

/** Who is named on a page, by entity, and how. */
function print(name: string, marked: string[], entities: ReadonlyMap<string, number>): void {
  console.log(`\nOn the ${name}: ${entities.size} platforms, ${marked.length} names underlined`);
  console.log(indent([...entities].map(([id, count]) => `${id} ×${count}`).join("  ")));
  console.log(indent(`as ${[...new Set(marked)].join("、")}`));
}

function indent(text: string): string {
  return text.replace(/^/gm, "  ");
}
