import catalog from "virtual:qiju/messages/popup";
import { render } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { browser } from "wxt/browser";
import { translator } from "../../components/locales/messages.ts";
import { type Failure, PopupPage } from "../../components/popup/PopupPage.tsx";
import {
  grantedOrigins,
  readOnce,
  requestSite,
  revokeSite,
  type SiteState,
  siteName,
  siteState,
} from "../../data/access.ts";
import { withHost, withoutHost } from "../../data/hosts.ts";
import { openPanel, showPanel } from "../../data/panel.ts";
import { changeSettings } from "../../data/settings.ts";
import { useGrants } from "../common/grants.ts";
import { openLibrary } from "../common/library.ts";
import { useReader } from "../common/reader.ts";
import { type PageInFront, pageInFront, useReport } from "./page.ts";

function App() {
  const { ready, settings, language } = useReader();
  const t = useMemo(() => translator(catalog, language), [language]);
  const [page, setPage] = useState<PageInFront | null>();
  const [failed, setFailed] = useState<Failure>();
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const origins = useGrants(grantedOrigins);
  const { report, silent, ask } = useReport(page?.id);

  useEffect(() => {
    document.title = t("popup.title");
  }, [t]);
  useEffect(() => {
    pageInFront().then(
      (found) => setPage(found ?? null),
      () => {
        setPage(null);
        setFailed("read");
      },
    );
  }, []);
  useEffect(() => {
    if (!report || report.entities.length === 0) return;
    const ids = report.entities.map((e) => e.id);
    void openLibrary()
      .then((library) => library.entities(ids))
      .then((entities) => setNames(new Map(entities.map((e) => [e.id, e.names[language]]))));
  }, [report, language]);

  if (!ready || page === undefined || !origins) return <p class="unseen">{t("popup.reading")}</p>;
  const site = siteState(page?.url, settings.sitesOff, origins);
  const name = "host" in site ? siteName(site.host) : "";
  /** Follows what a click began, and says it where that fails. What the browser allows only within a click has begun. */
  const follow = (doing: Promise<unknown>, failure: Failure): void => {
    setFailed(undefined);
    doing.catch(() => setFailed(failure));
  };
  /** Once that is open there is nothing left to do here. */
  const leave = (opening: Promise<void>): void =>
    follow(
      opening.then(() => close()),
      "refused",
    );
  return (
    <PopupPage
      language={language}
      t={t}
      site={site}
      name={name}
      named={
        site.state === "off"
          ? undefined
          : report?.entities
              .flatMap(({ id, count }) => {
                const known = names.get(id);
                return known === undefined ? [] : [{ id, name: known, count }];
              })
              .sort((a, b) => b.count - a.count)
      }
      silent={silent && !report}
      failed={failed}
      onSite={(on) => follow(turn(site, name, on, settings.sitesOff), "save")}
      onReadOnce={() => page && follow(readOnce(page.id).then(ask), "read")}
      onAlways={(origin) =>
        follow(
          requestSite(origin).then((granted) => granted && ask()),
          "refused",
        )
      }
      onRevoke={() => follow(revokeGrants(page?.url, origins), "refused")}
      onEntity={(id) => leave(openPanel({ entity: id }, page ?? undefined))}
      onPanel={() => leave(showPanel(page ?? undefined))}
      onSettings={() => leave(browser.runtime.openOptionsPage())}
    />
  );
}

async function turn(site: SiteState, name: string, on: boolean, sitesOff: readonly string[]): Promise<void> {
  if (!("host" in site)) return;
  await changeSettings({ sitesOff: on ? withoutHost(sitesOff, site.host) : withHost(sitesOff, name) });
}

/** Gives back whatever grant lets Qiju into the page. */
async function revokeGrants(url: string | undefined, origins: readonly string[]): Promise<void> {
  for (const origin of origins) {
    const without = origins.filter((other) => other !== origin);
    if (siteState(url, [], without).state === "askable") await revokeSite(origin);
  }
}

const app = document.getElementById("app");
if (app) render(<App />, app);
