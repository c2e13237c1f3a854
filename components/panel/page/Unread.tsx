import { useState } from "preact/hooks";
import type { SiteState } from "../../../data/access.ts";
import type { Writing } from "../types.ts";

export interface UnreadProps extends Pick<Writing, "t"> {
  site: SiteState;
  sitesOff: readonly string[];
  /** Reads a site again that was turned off. */
  onSiteOn: (host: string) => void;
  /** Asks the browser for leave to read a site. @returns whether it was given */
  onSiteAsked: (host: string) => Promise<boolean>;
  /** Loads the page anew, so that it is read. */
  onReload: () => void;
}

/** Why the page is not read, and the one click that changes it, where there is one. */
export function Unread({ site, sitesOff, onSiteOn, onSiteAsked, onReload, t }: UnreadProps) {
  const [refused, setRefused] = useState(false);
  const host = "host" in site ? site.host : "";
  const ask = async (): Promise<void> => {
    setRefused(false);
    if (await onSiteAsked(host)) onReload();
    else setRefused(true);
  };
  return (
    <section class="unread" aria-label={t("view.page")}>
      {host && <p class="page-where">{host}</p>}
      <p>{t(`unread.${site.kind}`, { host })}</p>
      {site.kind === "off" && (
        <button
          type="button"
          class="button"
          onClick={() => {
            const off = sitesOff.find((entry) => host === entry || host.endsWith(`.${entry}`));
            if (off) onSiteOn(off);
          }}
        >
          {t("unread.turnOn")}
        </button>
      )}
      {site.kind === "uncovered" && (
        <button type="button" class="button" onClick={() => void ask()}>
          {t("unread.ask", { host })}
        </button>
      )}
      {(site.kind === "covered" || site.kind === "unknown") && (
        <button type="button" class="button" onClick={onReload}>
          {t("unread.reload")}
        </button>
      )}
      <p class="hint" role="status">
        {refused && t("unread.refused")}
      </p>
      {site.kind === "unknown" && sitesOff.length > 0 && (
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
