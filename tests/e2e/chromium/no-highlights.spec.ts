/** A browser without the Custom Highlight API: nothing is underlined, and all else is as it is. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  ContentWorld,
  chooseLanguage,
  expect,
  extensionFolder,
  launch,
  serve,
  serviceWorker,
  test,
} from "../chromium.ts";
import { pageOf } from "../pages.ts";

const URL_163 = "https://www.163.com/plain.html";

test("without highlights no name is underlined; the panel lists them, goes to them, and a card opens", async () => {
  const extension = join(mkdtempSync(join(tmpdir(), "qiju-plain-")), "extension");
  cpSync(extensionFolder, extension, { recursive: true });
  const script = join(extension, "content-scripts/content.js");
  // Before anything of ours runs, its world is one in which they were never invented.
  const before = `Object.defineProperty(CSS, "highlights", { value: undefined }); delete globalThis.Highlight;`;
  writeFileSync(script, `${before}${readFileSync(script, "utf8")}`);
  const { context, close } = await launch({ extension });
  try {
    const worker = await serviceWorker(context);
    await chooseLanguage(worker, "zh");
    await serve(context, URL_163, pageOf(`<p>抖音和淘宝</p><p style="margin-top:2000px">又是抖音</p>`));
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    await page.goto(URL_163);
    const extensionId = new URL(worker.url()).host;
    const world = await ContentWorld.of(page, extensionId);
    expect(await world.run("[typeof CSS.highlights, typeof Highlight].join()")).toBe("undefined,undefined");

    const panel = await context.newPage();
    await panel.goto(`chrome-extension://${extensionId}/sidepanel.html#/page`);
    await page.bringToFront();
    await expect(panel.locator(".page-name")).toHaveText(["抖音", "淘宝"]);
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    const jump = panel.locator(".page-entity", { hasText: "抖音" });
    await jump.click();
    await expect(panel.getByRole("status").filter({ hasText: "已跳到抖音" })).toBeVisible();
    await page.bringToFront();
    await page.evaluate(() => scrollTo(0, 0));
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);

    const box = await page.evaluate(() => {
      const range = document.createRange();
      range.setStart(document.querySelector("p")?.firstChild as Text, 0);
      range.setEnd(document.querySelector("p")?.firstChild as Text, 2);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.mouse.move(box.x - 3, box.y);
    await page.mouse.move(box.x, box.y);
    await expect.poll(() => world.cardText()).toContain("抖音");
    expect(errors).toEqual([]);
  } finally {
    await close();
    rmSync(join(extension, ".."), { recursive: true, force: true });
  }
});
