import { browser } from "wxt/browser";
import { registerGranted } from "../../data/access.ts";
import { readSettings, watchSettings } from "../../data/settings.ts";
import { rememberUpdate } from "../../data/whatsNew.ts";
import { keeper } from "./library.ts";
import { buildMenus } from "./menus.ts";
import { unasked } from "./unasked.ts";

/** What happens at install, update and start of the browser. Call it while the background starts. */
export function followLife(): void {
  const { runtime, tabs } = browser;
  runtime.onInstalled.addListener(({ reason }) => {
    if (reason === "install") unasked("greet", tabs.create({ url: runtime.getURL("/welcome.html") }));
    // A line of news that is not told is no loss.
    if (reason === "update") unasked("remember what is new", rememberUpdate(runtime.getManifest().version));
    // An update forgets what was registered by hand.
    makeReady();
    // What asks for the knowledge next opens it again.
    unasked("open the knowledge", keeper.library());
  });
  runtime.onStartup.addListener(makeReady);
  let language: string | undefined;
  watchSettings((settings) => {
    if (settings.language !== language) unasked("build the menu", buildMenus(settings));
    language = settings.language;
  });
}

/** Granted sites are read, and the menu is there. What fails is done again at the next start. */
function makeReady(): void {
  unasked("register granted sites", registerGranted());
  unasked("build the menu", readSettings().then(buildMenus));
}
