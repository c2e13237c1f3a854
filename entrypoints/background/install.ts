import { browser } from "wxt/browser";
import { registerGranted } from "../../data/access.ts";
import { readSettings, watchSettings } from "../../data/settings.ts";
import { rememberUpdate } from "../../data/whatsNew.ts";
import { keeper } from "./library.ts";
import { buildMenus } from "./menus.ts";

/** What happens at install, update and start of the browser. Call it while the background starts. */
export function followLife(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === "install") void browser.tabs.create({ url: browser.runtime.getURL("/welcome.html") });
    if (reason === "update") void rememberUpdate(browser.runtime.getManifest().version);
    // An update forgets what was registered by hand.
    void registerGranted();
    void readSettings().then(buildMenus);
    void keeper.library();
  });
  browser.runtime.onStartup.addListener(() => {
    void registerGranted();
    void readSettings().then(buildMenus);
  });
  let language: string | undefined;
  watchSettings((settings) => {
    if (settings.language !== language) void buildMenus(settings);
    language = settings.language;
  });
}
