/** The lists among the settings: names of the reader's own, names silenced, sites turned off. */
import { chooseLanguage, expect, test } from "../chromium.ts";
import { openOptions } from "../options.ts";

test.beforeEach(async ({ worker }) => chooseLanguage(worker, "en"));

test("names are added, changed, refused with a reason, removed and brought back", async ({ context, extensionId }) => {
  const page = await context.newPage();
  await openOptions(page, extensionId);
  const add = async (text: string, platform: string): Promise<void> => {
    await page.getByRole("textbox", { name: "Name" }).first().fill(text);
    await page.getByRole("combobox", { name: "Which platform it means" }).first().selectOption(platform);
    await page.getByRole("button", { name: "Add", exact: true }).click();
  };
  const refusal = page.locator("#added-refused");
  for (const [text, platform, why] of [
    ["多", "pinduoduo", "Two characters at least."],
    ["淘宝", "pinduoduo", "This is another platform’s name already."],
    ["123", "pinduoduo", "Digits, signs or a letter or two alone would be found everywhere."],
    ["字".repeat(31), "pinduoduo", "Thirty characters at most."],
    ["某多多", "", "Choose a platform first."],
  ] as const) {
    await add(text, platform);
    await expect(refusal).toHaveText(why);
  }
  await expect(page.locator("#names .entry")).toHaveCount(0);
  await add("某多多", "pinduoduo");
  await expect(page.locator("#names .entry")).toHaveText(/某多多/);

  await page.getByRole("button", { name: "Edit 某多多" }).click();
  await page.locator("#names .entry").getByRole("textbox").fill("拼夕夕");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.locator("#names .entry")).toHaveText(/拼夕夕/);

  await page.getByRole("button", { name: "Remove 拼夕夕" }).click();
  await expect(page.locator("#names .entry")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator("#names .entry")).toHaveText(/拼夕夕/);
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
});

test("silenced names and sites turned off are taken back one by one, with a way back", async ({
  context,
  extensionId,
  worker,
}) => {
  await worker.evaluate(`chrome.storage.sync.set({
    silenced0: [{ form: "1688", host: null }, { form: "可颂", host: "www.163.com" }],
    sitesOff0: ["example.com", "example.org"],
  })`);
  const page = await context.newPage();
  await openOptions(page, extensionId);
  await expect(page.locator("#names .entry")).toHaveText([/1688.*All sites/, /可颂.*www\.163\.com/]);
  await page.getByRole("button", { name: "Mark 1688 again" }).click();
  await expect(page.locator("#names .entry")).toHaveText([/可颂/]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator("#names .entry")).toHaveCount(2);
  await page.getByRole("button", { name: "Turn example.com on again" }).click();
  await expect(page.locator("#sites .entry")).toHaveText([/example\.org/]);
  await page.getByRole("textbox", { name: "Turn off a site" }).fill("no site");
  await page.keyboard.press("Enter");
  await expect(page.locator("#site-bad")).toHaveText("That is not the name of a site.");
});

test("a full list says so, and nothing is lost", async ({ context, extensionId, worker }) => {
  await worker.evaluate(`(async () => {
    const parts = {};
    for (let i = 0; i < 200; i++) (parts["sitesOff" + Math.floor(i / 16)] ??= []).push("a" + i + ".com");
    await chrome.storage.sync.set(parts);
  })()`);
  const page = await context.newPage();
  await openOptions(page, extensionId);
  await expect(page.locator("#sites .entry")).toHaveCount(200);
  await page.getByRole("textbox", { name: "Turn off a site" }).fill("one-more.com");
  await page.keyboard.press("Enter");
  await expect(page.locator(".told")).toContainText("This list holds 200 entries and is full.");
  await expect(page.locator("#sites .entry")).toHaveCount(200);
});
