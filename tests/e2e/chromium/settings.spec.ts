import { readFileSync } from "node:fs";
import type { Page } from "playwright/test";
import { chooseLanguage, expect, test } from "../chromium.ts";

test.beforeEach(async ({ worker }) => chooseLanguage(worker, "en"));

async function openOptions(page: Page, extensionId: string): Promise<void> {
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  await expect(page.getByRole("heading", { name: "Qiju settings" })).toBeVisible();
}

/** All that is stored, settings and notes. */
async function stored(page: Page): Promise<{ sync: unknown; notes: unknown }> {
  const sync: unknown = await page.evaluate("chrome.storage.sync.get()");
  const notes = await page.evaluate(
    () =>
      new Promise<unknown>((done, fail) => {
        const open = indexedDB.open("qiju");
        open.onerror = () => fail(open.error);
        open.onsuccess = () => {
          const all = open.result.transaction("notes").objectStore("notes").getAll();
          all.onsuccess = () => done(all.result.map(({ entity, text }) => ({ entity, text })));
        };
      }),
  );
  return { sync, notes };
}

async function writeNote(page: Page, entity: string, text: string): Promise<void> {
  await page.evaluate(
    ([entity, text]) =>
      new Promise<void>((done, fail) => {
        const open = indexedDB.open("qiju");
        open.onerror = () => fail(open.error);
        open.onsuccess = () => {
          const put = open.result
            .transaction("notes", "readwrite")
            .objectStore("notes")
            .put({ entity, text, changed: 1 });
          put.onsuccess = () => done();
          put.onerror = () => fail(put.error);
        };
      }),
    [entity, text] as const,
  );
}

async function importText(page: Page, text: string | Buffer, name = "qiju.json"): Promise<void> {
  await page
    .locator("input[type=file]")
    .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text as string) });
}

/** Chooses something in every section. */
async function chooseEverything(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "Every one" }).check();
  await page.getByRole("checkbox", { name: "Mark terms of the trade too" }).check();
  await page.getByRole("slider", { name: "Rest before the card opens" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("combobox", { name: "Hold a key for the card" }).selectOption("alt");
  await page.getByRole("radio", { name: "Dark" }).check();
  await page.getByRole("textbox", { name: "Turn off a site" }).fill("https://www.example.com/a");
  await page.getByRole("button", { name: "Turn off a site" }).click();
  await expect(page.locator("#sites .entry")).toHaveText(/www\.example\.com/);
  await page.getByRole("textbox", { name: "Name" }).fill("某多多");
  await page.getByRole("combobox", { name: "Which platform it means" }).selectOption("pinduoduo");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.locator("#names .entry")).toHaveText(/某多多.*Pinduoduo/);
}

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
