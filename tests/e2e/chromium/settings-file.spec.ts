/** Settings and notes in a file: exported, taken over, refused. */
import { readFileSync } from "node:fs";
import { chooseLanguage, expect, test } from "../chromium.ts";
import { chooseEverything, importText, openOptions, stored, writeNote } from "../options.ts";

test.beforeEach(async ({ worker }) => chooseLanguage(worker, "en"));

test("exported, wiped and imported, settings and notes are the same; and it can be undone", async ({
  context,
  extensionId,
}) => {
  const page = await context.newPage();
  await openOptions(page, extensionId);
  await expect(page.getByRole("combobox", { name: "Which platform it means" }).locator("option")).not.toHaveCount(1);
  await chooseEverything(page);
  await writeNote(page, "douyin", "记得问<script>alert(1)</script>");
  const before = await stored(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save to a file" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^qiju-\d{4}-\d\d-\d\d\.json$/);
  const file = readFileSync(await download.path(), "utf8");

  await page.getByRole("button", { name: "Reset the settings" }).click();
  await expect(page.locator(".told")).toContainText("The settings are reset.");
  await expect(page.locator("#names .entry")).toHaveCount(0);
  await page.evaluate("chrome.storage.sync.clear()");
  await writeNote(page, "douyin", "something else");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Qiju settings" })).toBeVisible();
  const wiped = await stored(page);
  expect(wiped).not.toEqual(before);

  await importText(page, file, "mine.json");
  const preview = page.locator(".preview");
  await expect(preview).toContainText("What “mine.json” would change");
  await expect(preview).toContainText("Names underlined: First in a section → Every one");
  await expect(preview).toContainText("某多多");
  // Nothing has happened yet; and merging leaves the reader's own note.
  expect(await stored(page)).toEqual(wiped);
  await expect(preview).not.toContainText("Replaced by the file’s");
  await preview.getByRole("radio", { name: "Replace" }).check();
  await expect(preview).toContainText("Replaced by the file’s: Douyin");
  await preview.getByRole("button", { name: "Import" }).click();
  await expect(page.locator(".told")).toContainText("“mine.json” is imported.");
  await expect.poll(() => stored(page)).toEqual(before);

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator("#names .entry")).toHaveCount(0);
  expect((await stored(page)).notes).toEqual(wiped.notes);
});

test("hostile files are refused with their reason, and nothing changes", async ({ context, extensionId }) => {
  const page = await context.newPage();
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await openOptions(page, extensionId);
  await page.getByRole("radio", { name: "Every one" }).check();
  await expect
    .poll(() => page.evaluate("chrome.storage.sync.get('settings')"))
    .toMatchObject({
      settings: { marks: "all" },
    });
  await expect(page.getByRole("combobox", { name: "Which platform it means" }).locator("option")).not.toHaveCount(1);
  await writeNote(page, "douyin", "记得问");
  const before = await stored(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save to a file" }).click(),
  ]);
  const good = readFileSync(await download.path(), "utf8");
  const changed = (change: (file: Record<string, never> & { settings: Record<string, unknown> }) => void): string => {
    const file = JSON.parse(good);
    change(file);
    return JSON.stringify(file);
  };
  const refusal = page.locator("#file .refusal").first();
  for (const [text, why] of [
    [changed((f) => Object.assign(f.settings, { marks: 3 })), "“settings.marks” is not valid"],
    [changed((f) => Object.assign(f, { version: 99 })), "newer version"],
    [good.replace('"notes": {', '"notes": {"__proto__": {"a": 1},'), "must not be there: “notes.__proto__”"],
    [good.replace('"settings": {', '"settings": {"constructor": {"a": 1},'), "“settings.constructor”"],
    [
      changed((f) => Object.assign(f.settings, { ownNames: [{ text: "<img src=x onerror=alert(1)>", entity: "jd" }] })),
      "“settings.ownNames.0.text” is not valid",
    ],
    [good.replace('"notes": {', `"notes": ${"[".repeat(9000)}${"]".repeat(9000)}, "more": {`), "nested deeper"],
    ["<script>alert(1)</script>", "not a whole JSON file"],
    ["[]", "not exported by Qiju"],
  ] as const) {
    await importText(page, text);
    await expect(refusal).toContainText(why);
    await expect(refusal).toContainText("Nothing was changed.");
    await expect(page.locator(".preview")).toHaveCount(0);
  }
  // Made in the page: a hundred megabytes need not go through the test's own pipe.
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>("input[type=file]");
    const files = new DataTransfer();
    files.items.add(new File([new Uint8Array(100 * 1024 * 1024)], "big.json"));
    if (!input) throw new Error("no input");
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await expect(refusal).toContainText("The file is too large: files of Qiju stay under 8 MB.");
  expect(await stored(page)).toEqual(before);
  expect(await page.evaluate(() => Object.hasOwn(Object.prototype, "a"))).toBe(false);
  expect(dialogs).toEqual([]);
});
