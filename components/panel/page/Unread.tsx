import { useState } from "preact/hooks";
import type { SiteState } from "../../../data/access.ts";
import { entryFor } from "../../../data/hosts.ts";
import type { Writing } from "../types.ts";

export interface UnreadProps extends Pick<Writing, "t"> {
  /** `unknown` where the browser does not tell the address. */
  site: SiteState | { state: "unknown" };
  sitesOff: readonly string[];
  /** Reads a site again that was turned off. */
  onSiteOn: (host: string) => void;
  /** Asks the browser for leave to read a site, by its match pattern. @returns whether it was given */
  onSiteAsked: (origin: string) => Promise<boolean>;
  /** Loads the page anew, so that it is read. */
  onReload: () => void;
}

/** Why the page is not read, and the one click that changes it, where there is one. */
export function Unread({ site, sitesOff, onSiteOn, onSiteAsked, onReload, t }: UnreadProps) {
  const [refused, setRefused] = useState(false);
  const host = "host" in site ? site.host : "";
  const ask = async (origin: string): Promise<void> => {
    setRefused(false);
    if (await onSiteAsked(origin)) onReload();
    else setRefused(true);
  };
  return (
    <section class="unread" aria-label={t("view.page")}>
      {host && <p class="page-where">{host}</p>}
      <p>{t(`unread.${site.state}`, { host })}</p>
      {site.state === "off" && (
        <button
          type="button"
          class="button"
          onClick={() => {
            const off = entryFor(sitesOff, host);
            if (off) onSiteOn(off);
          }}
        >
          {t("unread.turnOn")}
        </button>
      )}
      {site.state === "askable" && (
        <button type="button" class="button" onClick={() => void ask(site.origin)}>
          {t("unread.ask", { host })}
        </button>
      )}
      {(site.state === "read" || site.state === "unknown") && (
        <button type="button" class="button" onClick={onReload}>
          {t("unread.reload")}
        </button>
      )}
      <p class="hint" role="status">
        {refused && t("unread.refused")}
      </p>
      {site.state === "unknown" && sitesOff.length > 0 && (
        <>
          <h2 class="section-title">{t("unread.sitesOff")}</h2>
          <ul class="plain-list">
            {sitesOff.map((off) => (
              <li key={off}>
                <span>{off}</span>
                <button type="button" class="button" onClick={() => onSiteOn(off)}>
                  {t("unread.turnOn")}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
