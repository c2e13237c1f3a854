import { beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { registerGranted } from "../../data/access.ts";
import { rememberUpdate } from "../../data/whatsNew.ts";
import { followLife } from "../../entrypoints/background/install.ts";
import { keeper } from "../../entrypoints/background/library.ts";
import { buildMenus } from "../../entrypoints/background/menus.ts";

vi.mock("../../data/access.ts", () => ({ registerGranted: vi.fn() }));
vi.mock("../../data/whatsNew.ts", () => ({ rememberUpdate: vi.fn() }));
vi.mock("../../entrypoints/background/library.ts", () => ({ keeper: { library: vi.fn() } }));
vi.mock("../../entrypoints/background/menus.ts", () => ({ buildMenus: vi.fn() }));

/** What was thrown and caught by nobody: the browser lists it among the extension's errors. */
const uncaught: unknown[] = [];

beforeEach(() => {
  fakeBrowser.reset();
  uncaught.length = 0;
});

/** Every promise that is settled by now has been looked at. */
const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

it("does all else at an update where something fails, and leaves nothing uncaught", async () => {
  const listen = (error: unknown): void => void uncaught.push(error);
  const others = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection").on("unhandledRejection", listen);
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  try {
    const fail = (name: string) => () => Promise.reject(new Error(name));
    vi.mocked(registerGranted).mockImplementation(fail("sites"));
    vi.mocked(buildMenus).mockImplementation(fail("menu"));
    vi.mocked(rememberUpdate).mockImplementation(fail("news"));
    vi.mocked(keeper.library).mockImplementation(fail("store"));
    vi.spyOn(fakeBrowser.runtime, "getManifest").mockReturnValue({ version: "1.0.0" } as never);
    followLife();
    await fakeBrowser.runtime.onInstalled.trigger({ reason: "update", previousVersion: "0.1.0" });
    await vi.waitFor(() => expect(buildMenus).toHaveBeenCalled());
    await fakeBrowser.runtime.onStartup.trigger();
    await vi.waitFor(() => expect(buildMenus).toHaveBeenCalledTimes(2));
    await settled();
    expect(uncaught).toEqual([]);
    expect(registerGranted).toHaveBeenCalledTimes(2);
    expect(rememberUpdate).toHaveBeenCalledTimes(1);
    expect(keeper.library).toHaveBeenCalledTimes(1);
    // Told where an engineer looks.
    expect(warn.mock.calls.flat().map(String).join()).toMatch(/sites.*menu|menu.*sites/);
  } finally {
    process.removeListener("unhandledRejection", listen);
    for (const other of others) process.on("unhandledRejection", other);
  }
});
