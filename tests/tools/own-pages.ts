/** Pictures of the extension's own pages but the panel: settings, first page, popup. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext } from "playwright";
import { clickToolbar, serve } from "../e2e/chromium.ts";
import { pageOf } from "../e2e/pages.ts";

/** Narrow is a window beside another, or a phone. */
const widths = [400, 1100];
const LISTED = "https://www.163.com/popup.html";
const OTHER = "https://www.example.org/popup.html";

/** @param to the folder they go to, made where it is not there */
export async function shootOwnPages(
  context: BrowserContext,
  extensionId: string,
  to: string,
  colorScheme: "light" | "dark",
): Promise<void> {
  mkdirSync(to, { recursive: true });
  const page = await context.newPage();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`chrome-extension://${extensionId}/options.html`);
    await page.locator("#file").waitFor();
    await page.screenshot({ path: join(to, `options-${width}.png`), fullPage: true });
    await page.goto(`chrome-extension://${extensionId}/welcome.html`);
    await page.locator(".sample-name").first().waitFor();
    await page.screenshot({ path: join(to, `welcome-${width}.png`), fullPage: true });
    await page.locator(".sample-name").first().hover();
    await page.locator("#sample-card .card").waitFor();
    await page.screenshot({ path: join(to, `welcome-card-${width}.png`) });
  }
  await page.setViewportSize({ width: 1000, height: 700 });
  for (const [name, url] of [
    ["read", LISTED],
    ["askable", OTHER],
  ] as const) {
    await serve(context, url, pageOf("<p>抖音、淘宝、小红书、京东、拼多多、抖音、饿了么、盒马</p>"));
    await page.goto(url);
    const popup = await clickToolbar(context, page, extensionId);
    await popup.run(`new Promise((done) => {
      const wanted = ${JSON.stringify(name === "read" ? ".popup-entity" : ".popup-asks")};
      const look = () => (document.querySelector(wanted) ? done(true) : requestAnimationFrame(look));
      look();
    })`);
    // What the browser is told for pages does not reach the popup.
    await popup.send("Emulation.setEmulatedMedia", {
      features: [{ name: "prefers-color-scheme", value: colorScheme }],
    });
    // Colours change in steps: the picture is taken when they have come to rest.
    await popup.run(
      "Promise.all([...document.getAnimations()].map((animation) => animation.finished.catch(() => {}))).then(() => true)",
    );
    writeFileSync(join(to, `popup-${name}.png`), await popup.screenshot());
    await popup.run("close()").catch(() => {});
  }
  await page.close();
}
