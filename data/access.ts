/** Whether Qiju may read a page, and asking for it. */
import { browser } from "wxt/browser";
import { siteOf } from "./sites.ts";

/**
 * What stands between Qiju and a page. `closed` pages belong to the browser or to an extension and
 * can never be read; of an `unknown` one the browser does not tell the address.
 */
export type SiteState =
  | { kind: "covered" | "off" | "uncovered"; host: string }
  | { kind: "closed" }
  | { kind: "unknown" };

/**
 * @param url the page's address, where the browser tells it
 * @param sitesOff hosts that the reader has turned off; their subdomains count too
 */
export function siteState(url: string | undefined, sitesOff: readonly string[]): SiteState {
  if (url === undefined || url === "") return { kind: "unknown" };
  if (!URL.canParse(url)) return { kind: "closed" };
  const { protocol, hostname: host } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") return { kind: "closed" };
  if (sitesOff.some((off) => isWithin(host, off))) return { kind: "off", host };
  return { kind: siteOf(host) && protocol === "https:" ? "covered" : "uncovered", host };
}

/** Asks the reader for leave to read a site. Call it straight in a click. @returns whether it was given */
export async function requestSite(host: string): Promise<boolean> {
  return browser.permissions.request({ origins: [`https://${host}/*`] }).catch(() => false);
}

/** Whether a host is another one or a subdomain of it. */
export function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}
