/**
 * Where Qiju may read: the sites of its list, those that the reader has granted one by one, and one
 * look at a page. What the reader grants is registered by hand, since the manifest cannot name it.
 */
import { browser } from "wxt/browser";
import { MatchPattern } from "wxt/utils/match-patterns";
import { bareHost, entryFor } from "./hosts.ts";
import { matchPatterns, siteOf } from "./sites.ts";

/** What Qiju does on a page, and what can be done about it. */
export type SiteState =
  /** The browser lets no extension in: its own pages, files, the stores of extensions. */
  | { state: "never" }
  /** Turned off by the reader, by this entry of the list. */
  | { state: "off"; host: string; entry: string }
  /** Read, because the list names it or the reader granted it. */
  | { state: "read"; host: string; by: "list" | "grant" }
  /** Not read, but it may be asked for. `listed`: one of the list, taken away in the browser's own settings. */
  | { state: "askable"; host: string; origin: string; listed: boolean };

/** Hosts that browsers keep for themselves. */
const KEPT = [
  "chromewebstore.google.com",
  "chrome.google.com",
  "microsoftedge.microsoft.com",
  "addons.mozilla.org",
  "accounts.firefox.com",
  "support.mozilla.org",
];

/**
 * The state of the page at an address.
 * @param url undefined where the browser does not tell it
 * @param sitesOff hosts that the reader has turned off
 * @param origins match patterns that the browser grants now
 */
export function siteState(url: string | undefined, sitesOff: readonly string[], origins: readonly string[]): SiteState {
  const { protocol, hostname: host } =
    url !== undefined && URL.canParse(url) ? new URL(url) : { protocol: "", hostname: "" };
  if (!/^https?:$/.test(protocol) || host === "" || entryFor(KEPT, host)) return { state: "never" };
  const entry = entryFor(sitesOff, host);
  if (entry) return { state: "off", host, entry };
  // Addresses are compared without their port, as match patterns do.
  const address = `${protocol}//${host}/`;
  const listed = matchPatterns.some((pattern) => new MatchPattern(pattern).includes(address));
  if (origins.some((pattern) => new MatchPattern(pattern).includes(address)))
    return { state: "read", host, by: listed ? "list" : "grant" };
  const site = listed ? siteOf(host) : undefined;
  return { state: "askable", host, origin: site ? `https://*.${site.host}/*` : `${protocol}//${host}/*`, listed };
}

/** The host to turn off for “this site”: of the list's sites the whole, of others without its www. */
export function siteName(host: string): string {
  return siteOf(host)?.host ?? bareHost(host);
}

/** The match patterns that the browser grants now, those of the list included. */
export async function grantedOrigins(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/** The match patterns that the reader has granted. */
export async function grantedSites(): Promise<string[]> {
  const listed = new Set(matchPatterns);
  return (await grantedOrigins()).filter((origin) => !listed.has(origin)).sort();
}

/**
 * Asks the reader for one site. Call it first thing in the reader's click: nothing may be awaited before.
 * @param origin of an askable `SiteState`
 */
export function requestSite(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [origin] });
}

/** Gives a granted site back. Pages of it that are open now are left alone once they are loaded anew. */
export function revokeSite(origin: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [origin] });
}

const GRANTED = "granted";
let registering: Promise<void> = Promise.resolve();

/** Makes the browser run the content script on the granted sites and on no others, now and after a restart. */
export function registerGranted(): Promise<void> {
  // One after the other: two grants at once would register twice.
  registering = registering.then(register, register);
  return registering;
}

async function register(): Promise<void> {
  const { scripting } = browser;
  const matches = await grantedSites();
  const there = (await scripting.getRegisteredContentScripts({ ids: [GRANTED] })).length > 0;
  if (matches.length === 0) {
    if (there) await scripting.unregisterContentScripts({ ids: [GRANTED] });
    return;
  }
  const script = {
    id: GRANTED,
    matches,
    ...contentFiles(),
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: "document_idle" as const,
    persistAcrossSessions: true,
  };
  if (there) await scripting.updateContentScripts([script]);
  else await scripting.registerContentScripts([script]);
}

/**
 * Reads one page now. The permission for it comes from the reader's click in the toolbar, or from a grant.
 * @throws when the browser does not let the extension into the page
 */
export async function readOnce(tabId: number): Promise<void> {
  const { js, css } = contentFiles();
  const target = { tabId, allFrames: true };
  await browser.scripting.insertCSS({ target, files: css });
  await browser.scripting.executeScript({ target, files: js as InjectedFiles });
}

/** Reads the open pages of sites that were granted just now. */
export async function readOpen(origins: readonly string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...origins], discarded: false });
  // A page that is gone meanwhile, or that the browser keeps for itself, is no failure.
  await Promise.all(tabs.map((tab) => (tab.id === undefined ? undefined : readOnce(tab.id).catch(() => {}))));
}

type InjectedFiles = NonNullable<Parameters<typeof browser.scripting.executeScript>[0]["files"]>;

function contentFiles(): { js: string[]; css: string[] } {
  const [script] = browser.runtime.getManifest().content_scripts ?? [];
  // Firefox tells whole addresses here, and takes paths alone.
  const paths = (files: readonly string[] = []): string[] =>
    files.map((file) => file.replace(/^[\w-]+:\/\/[^/]+\//, ""));
  return { js: paths(script?.js), css: paths(script?.css) };
}
