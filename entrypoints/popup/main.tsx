import catalog from "virtual:qiju/messages/popup";
import { render } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { browser } from "wxt/browser";
import { translator } from "../../components/locales/messages.ts";
import { PopupPage } from "../../components/popup/PopupPage.tsx";
import { readOnce, requestSite, revokeSite, type SiteState, siteName, siteState } from "../../data/access.ts";
import { withHost, withoutHost } from "../../data/hosts.ts";
import { openPanel, showPanel } from "../../data/panel.ts";
import { changeSettings } from "../../data/settings.ts";
import { openLibrary } from "../common/library.ts";
import { useReader } from "../common/reader.ts";
import { type PageInFront, pageInFront, useOrigins, useReport } from "./page.ts";

function App() {
  const { ready, settings, language } = useReader();
  const t = useMemo(() => translator(catalog, language), [language]);
  const [page, setPage] = useState<PageInFront | null>();
  const [failed, setFailed] = useState<"read" | "save">();
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const origins = useOrigins();
  const { report, silent, ask } = useReport(page?.id);

  useEffect(() => {
    document.title = t("popup.title");
  }, [t]);
  useEffect(() => {
    void pageInFront().then((found) => setPage(found ?? null));
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
  const readNow = async (): Promise<void> => {
    if (!page) return;
    setFailed(undefined);
    await readOnce(page.id).then(ask, () => setFailed("read"));
  };
  // The panel opens within the click; then there is nothing left to do here.
  const leave = (opening: Promise<void>): void => void opening.then(() => close());
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
      onSite={(on) => {
        setFailed(undefined);
        turn(site, name, on, settings.sitesOff).catch(() => setFailed("save"));
      }}
      onReadOnce={() => void readNow()}
      onAlways={(origin) => void requestSite(origin).then((granted) => granted && ask())}
      onRevoke={() => void revokeGrants(page?.url, origins)}
      onEntity={(id) => leave(openPanel({ entity: id }, page ?? undefined))}
      onPanel={() => leave(showPanel(page ?? undefined))}
      onSettings={() => void browser.runtime.openOptionsPage().then(() => close())}
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
