import { useEffect, useRef } from "preact/hooks";
import type { Address, ViewName } from "../../data/address.ts";
import type { OwnNameSetting, Settings, Silence } from "../../data/settings.ts";
import { type LanguageChoice, LanguageSelect } from "../LanguageSelect.tsx";
import { languageTags } from "../locales/messages.ts";
import { Boundary } from "./Boundary.tsx";
import { CompareView } from "./compare/CompareView.tsx";
import { later } from "./Later.tsx";
import { LayerFoot } from "./LayerFoot.tsx";
import { type Trouble, TroubleNotice } from "./Notices.tsx";
import { type PageStand, PageView } from "./page/PageView.tsx";
import { pictures } from "./pictures.ts";
import type { NotesPort } from "./platform/NoteEditor.tsx";
import { Tabs } from "./Tabs.tsx";
import type { ViewProps } from "./types.ts";

// What the panel opens on is there at once; the rest is fetched when it is first shown.
const PlatformView = later(async () => (await import("./platform/PlatformView.tsx")).PlatformView);
const TermsView = later(async () => (await import("./terms/TermsView.tsx")).TermsView);
const SourcesView = later(async () => (await import("./sources/SourcesView.tsx")).SourcesView);
const NamesView = later(async () => (await import("./names/NamesView.tsx")).NamesView);

interface PanelProps extends ViewProps {
  address: Address;
  /** Changes the place that one is at, without a step in the history. */
  change: (address: Address) => void;
  /** Where a view was left. */
  last: (view: ViewName) => Address;
  trouble: Trouble | null;
  onRetry: () => void;
  page: PageStand;
  onReveal: (id: string) => Promise<boolean>;
  onReload: () => void;
  onSiteAsked: (host: string) => Promise<boolean>;
  notes: NotesPort;
  settings: Settings;
  onSettings: (change: Partial<Settings>) => void;
  /** The browser refused the last change of a setting. */
  unsaved: boolean;
}

/** The whole panel: its views as tabs on top, one of them below. */
export function Panel(props: PanelProps) {
  const { address, last, trouble, onRetry, unsaved, settings, onSettings, language, t } = props;
  const place = "id" in address ? `${address.view}/${address.id}` : address.view;
  const main = useRef<HTMLElement>(null);
  // The link that led here may be gone, and the focus with it: reading goes on where what it led to begins.
  const seen = useRef(place);
  useEffect(() => {
    if (seen.current !== place && document.activeElement === document.body) main.current?.focus();
    seen.current = place;
  }, [place]);
  return (
    <div class="panel qiju" lang={languageTags[language]}>
      <header class="panel-head">
        <h1 class="panel-title">{t("panel.title")}</h1>
        <Tabs view={address.view} last={last} t={t} />
      </header>
      <main class="panel-main" ref={main} tabIndex={-1} style="outline: none">
        <TroubleNotice trouble={trouble} onRetry={onRetry} t={t} />
        {unsaved && (
          <p class="notice" role="alert">
            {t("panel.unsaved")}
          </p>
        )}
        <Boundary key={address.view} place={place} t={t}>
          <View {...props} />
        </Boundary>
      </main>
      <footer class="panel-foot">
        <LayerFoot
          knowledge={props.knowledge}
          documentsOnly={settings.documentsOnly}
          onDocumentsOnly={(documentsOnly: boolean) => onSettings({ documentsOnly })}
          language={language}
          t={t}
        />
        <LanguageSelect
          class="select"
          choice={settings.language}
          label={t("panel.language")}
          auto={t("panel.languageAuto")}
          onChoice={(choice: LanguageChoice) => onSettings({ language: choice })}
        />
      </footer>
    </div>
  );
}

/** The view that the address names. */
function View(props: PanelProps) {
  const { address, change, settings, onSettings } = props;
  const { knowledge, spellings, go, language, t } = props;
  const shared = { knowledge, spellings, go, language, t };
  switch (address.view) {
    case "page":
      return (
        <PageView
          {...shared}
          page={props.page}
          onReveal={props.onReveal}
          onReload={props.onReload}
          onSiteAsked={props.onSiteAsked}
          sitesOff={settings.sitesOff}
          onSiteOn={(host) => onSettings({ sitesOff: settings.sitesOff.filter((off) => off !== host) })}
          termsMarked={settings.terms}
          onTermsMarked={(terms) => onSettings({ terms })}
        />
      );
    case "compare":
      return <CompareView {...shared} address={address} onAddress={change} />;
    case "timeline":
    case "convergence":
    case "relations":
    case "charts": {
      const Picture = pictures[address.view];
      const subjectOf = (ids: readonly string[]): string | undefined =>
        knowledge.claims.find((claim) => ids.includes(claim.id))?.subject;
      return (
        <Picture
          key={address.view}
          knowledge={knowledge}
          spellings={spellings}
          ids={address.columns}
          onIds={(columns) => change({ ...address, columns })}
          onOpenEntity={(id) => go({ view: "platform", id })}
          onOpenClaims={(ids) => go({ view: "platform", id: subjectOf(ids) ?? null })}
          language={language}
          t={t}
        />
      );
    }
    case "platform":
      return <PlatformView {...shared} address={address} notes={props.notes} />;
    case "terms":
      return (
        <TermsView {...shared} address={address} marked={settings.terms} onMarked={(terms) => onSettings({ terms })} />
      );
    case "sources":
      return <SourcesView {...shared} address={address} />;
    case "names":
      return (
        <NamesView
          knowledge={knowledge}
          ownNames={settings.ownNames}
          silenced={settings.silenced}
          marks={settings.marks}
          onMarks={(marks: Settings["marks"]) => onSettings({ marks })}
          onOwnNames={(ownNames: OwnNameSetting[]) => onSettings({ ownNames })}
          onSilenced={(silenced: Silence[]) => onSettings({ silenced })}
          language={language}
          t={t}
        />
      );
  }
}
