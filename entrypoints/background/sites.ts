import { browser } from "wxt/browser";
import { readOpen, registerGranted } from "../../data/access.ts";
import { unasked } from "./unasked.ts";

/** Follows what the reader grants and takes back, wherever that happens. Call it while the background starts. */
export function followGrants(): void {
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    // Here and not in the popup, which the browser's question may have closed.
    if (origins.length > 0)
      unasked(
        "read a granted site",
        registerGranted().then(() => readOpen(origins)),
      );
  });
  browser.permissions.onRemoved.addListener(() => unasked("leave a site", registerGranted()));
}
