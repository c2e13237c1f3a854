import { chooseLanguage, expect, test } from "../chromium.ts";
import { chooseEverything, openOptions } from "../options.ts";

test.beforeEach(async ({ worker }) => chooseLanguage(worker, "en"));

test("every setting is kept at once and is there again after a reload", async ({ context, extensionId }) => {
  const page = await context.newPage();
  await openOptions(page, extensionId);
  await chooseEverything(page);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(27, 24, 20)");
  await page.reload();
  await expect(page.getByRole("radio", { name: "Every one" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Mark terms of the trade too" })).toBeChecked();
  await expect(page.getByRole("slider", { name: "Rest before the card opens" })).toHaveValue("600");
  await expect(page.locator("output").first()).toHaveText("0.6 s");
  await expect(page.getByRole("combobox", { name: "Hold a key for the card" })).toHaveValue("alt");
  await expect(page.locator("#sites .entry")).toHaveText(/www\.example\.com/);
  await expect(page.locator("#names .entry")).toHaveText(/某多多/);
});

test("the language changes at once, and the reader's choice wins over the browser's", async ({
  context,
  extensionId,
}) => {
  const page = await context.newPage();
  await openOptions(page, extensionId);
  await page.getByRole("combobox", { name: "Language" }).selectOption("zhHant");
  await expect(page.getByRole("heading", { name: "棋局設置" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hant");
  await page.getByRole("combobox", { name: "語言" }).selectOption("zh");
  await expect(page.getByRole("heading", { name: "棋局设置" })).toBeVisible();
});

test("reset can be undone, and shortcuts are shown with the way to change them", async ({ context, extensionId }) => {
  const page = await context.newPage();
  await openOptions(page, extensionId);
  await page.getByRole("button", { name: "Reset the settings" }).click();
  // The language was chosen before the test.
  await expect(page.locator(".told")).toContainText("The settings are reset.");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect
    .poll(() => page.evaluate("chrome.storage.sync.get('settings')"))
    .toMatchObject({
      settings: { language: "en" },
    });
  await expect(page.locator("#shortcuts .entry", { hasText: "Open the panel" })).toHaveText(/Alt\+Shift\+Q/);
  const [shortcuts] = await Promise.all([
    context.waitForEvent("page"),
    page.getByRole("button", { name: "Change them in the browser" }).click(),
  ]);
  await expect.poll(() => shortcuts.url()).toContain("chrome://extensions/shortcuts");
});

test("everything can be done with the keyboard alone", async ({ context, extensionId }) => {
  const page = await context.newPage();
  await openOptions(page, extensionId);
  await expect(page.getByRole("combobox", { name: "Which platform it means" }).locator("option")).not.toHaveCount(1);
  const focused = (): Promise<string> =>
    page.evaluate(() => {
      const e = document.activeElement;
      return e instanceof HTMLInputElement || e instanceof HTMLSelectElement
        ? `${e.name || e.id || e.getAttribute("aria-label")}`
        : `${e?.getAttribute("aria-label") ?? e?.textContent}`;
    });
  const walked: string[] = [];
  await page.locator("body").press("Tab");
  for (let i = 0; i < 40 && !(await focused()).startsWith("Reset"); i++) {
    walked.push(await focused());
    // What has the focus can be seen to have it.
    expect(
      await page.evaluate(() => {
        const e = document.activeElement;
        const shown = e instanceof HTMLInputElement && e.type === "radio" ? e.nextElementSibling : e;
        return shown ? getComputedStyle(shown).outlineStyle : "nothing";
      }),
    ).not.toMatch(/none|nothing/);
    await page.keyboard.press("Tab");
  }
  expect(walked).toEqual([
    "What is marked",
    "The card",
    "Look and language",
    "Sites",
    "Names",
    "Shortcuts",
    "Backup",
    "marks",
    "terms",
    "documentsOnly",
    "showDelay",
    "hideDelay",
    "holdKey",
    "theme",
    "Language",
    "Turn off a site",
    "Turn off a site",
    "Name",
    "Which platform it means",
    "Add",
    "Change them in the browser",
    "Save to a file",
    "Choose a file",
  ]);
  await page.getByRole("checkbox", { name: "Mark terms of the trade too" }).focus();
  await page.keyboard.press("Space");
  await expect(page.getByRole("checkbox", { name: "Mark terms of the trade too" })).toBeChecked();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Every one" })).toBeChecked();
});
