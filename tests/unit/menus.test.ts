import { expect, it, vi } from "vitest";
import { browser } from "wxt/browser";
import { buildMenus } from "../../entrypoints/background/menus.ts";

// Made at build; of no account here.
vi.mock("virtual:qiju/messages/menu", () => ({ default: { en: {}, zh: {} } }));
vi.mock("../../components/locales/messages.ts", () => ({ translator: () => (key: string) => key }));
vi.mock("../../data/panel.ts", () => ({}));
vi.mock("../../entrypoints/common/language.ts", () => ({ languageOf: () => "en" }));
vi.mock("../../entrypoints/background/words.ts", () => ({}));
vi.mock("wxt/browser", () => ({ browser: { contextMenus: { create: vi.fn(), removeAll: vi.fn() } } }));

it("builds the menu anew after a time that failed", async () => {
  const create = vi.spyOn(browser.contextMenus, "create");
  vi.spyOn(browser.contextMenus, "removeAll")
    .mockRejectedValueOnce(new Error("shutting down"))
    .mockResolvedValue(undefined as never);
  await expect(buildMenus({ language: "en" })).rejects.toThrow("shutting down");
  await buildMenus({ language: "en" });
  expect(create).toHaveBeenCalledTimes(1);
});
