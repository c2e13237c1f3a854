import AxeBuilder from "@axe-core/playwright";
import axe from "axe-core";
import type { Page } from "playwright/test";
import { chooseLanguage, clickToolbar, expect, serve, test } from "../chromium.ts";
import { pageOf } from "../pages.ts";

/** Colours in which every page of ours has to be without fault. */
const dresses = [
  { colorScheme: "light", forcedColors: "none" },
  { colorScheme: "dark", forcedColors: "none" },
  { colorScheme: "light", forcedColors: "active" },
  { colorScheme: "dark", forcedColors: "active" },
] as const;

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(" ")} ${n.failureSummary ?? ""}`));
}

for (const language of ["zh", "en"] as const) {
  test(`settings, first page and popup are without fault in all colours: ${language}`, async ({
    context,
    extensionId,
    worker,
  }) => {
    test.setTimeout(180_000);
    await worker.evaluate(`chrome.storage.sync.set({
      silenced0: [{ form: "1688", host: null }],
      ownNames0: [{ text: "某多多", entity: "pinduoduo" }],
      sitesOff0: ["example.com"],
    })`);
    await chooseLanguage(worker, language);
    const page = await context.newPage();
    for (const dress of dresses) {
      await page.emulateMedia(dress);
      await page.goto(`chrome-extension://${extensionId}/options.html`);
      await expect(page.locator("#names .entry")).toHaveCount(2);
      // With a line told, a name being changed, and a file refused.
      await page.locator("#sites .cross").first().click();
      await expect(page.locator(".told-line")).toBeVisible();
      await page.locator(".entry-edit").click();
      await page.locator("input[type=file]").setInputFiles({
        name: "a.json",
        mimeType: "application/json",
        buffer: Buffer.from("{}"),
      });
      await expect(page.locator("#file .refusal").first()).not.toBeEmpty();
      expect(await faults(page), JSON.stringify(dress)).toEqual([]);
      await page.locator(".told-undo").first().click();
      await expect(page.locator("#sites .entry")).toHaveCount(1);

      await page.goto(`chrome-extension://${extensionId}/welcome.html`);
      await page.locator(".sample-name").first().focus();
      await page.locator(".sample-name").first().click();
      await expect(page.locator("#sample-card .card")).toBeVisible();
      expect(await faults(page), JSON.stringify(dress)).toEqual([]);

      // In a tab of its own the popup sees itself in front: a page that browsers keep.
      await page.goto(`chrome-extension://${extensionId}/popup.html`);
      await expect(page.locator(".popup")).toBeVisible();
      expect(await faults(page), JSON.stringify(dress)).toEqual([]);
    }
  });
}

test("the popup over a page is without fault, and can be walked by keyboard", async ({
  context,
  extensionId,
  worker,
}) => {
  await chooseLanguage(worker, "en");
  const url = "https://www.163.com/a.html";
  await serve(context, url, pageOf("<p>抖音和淘宝</p>"));
  const page = await context.newPage();
  await page.goto(url);
  const popup = await clickToolbar(context, page, extensionId);
  await expect.poll(() => popup.run("document.querySelectorAll('.popup-entity').length")).toBe(2);
  // Axe by hand: Playwright lists no popups.
  await popup.send("Runtime.evaluate", { expression: axe.source });
  expect(await popup.run("axe.run().then((r) => r.violations.map((v) => v.id))")).toEqual([]);
  const walked: string[] = [];
  for (let i = 0; i < 5; i++) {
    for (const type of ["keyDown", "keyUp"])
      await popup.send("Input.dispatchKeyEvent", { type, key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 });
    walked.push(await popup.run("document.activeElement.id || document.activeElement.innerText.split('\\n')[0]"));
  }
  expect(walked).toEqual(["Douyin", "Taobao", "site", "Open the panel", "Settings"]);
});
