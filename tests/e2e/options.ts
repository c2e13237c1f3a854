/** The settings page: what is on it, and what is stored. */
import type { Page } from "playwright/test";
import { expect } from "./chromium.ts";

/** Opens the settings in English. */
export async function openOptions(page: Page, extensionId: string): Promise<void> {
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  await expect(page.getByRole("heading", { name: "Qiju settings" })).toBeVisible();
}

/** All that is stored, settings and notes. */
export async function stored(page: Page): Promise<{ sync: unknown; notes: unknown }> {
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

/** Writes a note behind the page's back. */
export async function writeNote(page: Page, entity: string, text: string): Promise<void> {
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

/** Chooses a file with this text for import. */
export async function importText(page: Page, text: string | Buffer, name = "qiju.json"): Promise<void> {
  await page
    .locator("input[type=file]")
    .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text as string) });
}

/** Chooses something in every section. */
export async function chooseEverything(page: Page): Promise<void> {
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
