import catalog from "virtual:qiju/messages/panel";
import { render } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { browser } from "wxt/browser";
import { languageFor, languageTags, translator } from "../../components/locales/messages.ts";
import { Panel } from "../../components/panel/Panel.tsx";
import type { View } from "../../components/panel/types.ts";
import { columnsFor, DEFAULT_COLUMNS } from "../../data/compare.ts";
import { type PageReport, sendMessage } from "../../data/knowledge.ts";
import { documentsOnly } from "../../data/layers.ts";
import type { Knowledge } from "../../data/model.ts";
import { changeSettings, defaults, readSettings, type Settings, watchSettings } from "../../data/settings.ts";
import { useTheme } from "../shared/reader.ts";
import { Asked } from "./Asked.tsx";
import { askPage, watchPage, watchRequests } from "./page.ts";
import { openKnowledge } from "./source.ts";

type Loaded = { state: "loading" } | { state: "failed" } | { state: "ready"; knowledge: Knowledge; inMemory: boolean };

function App() {
  const [loaded, setLoaded] = useState<Loaded>({ state: "loading" });
  const [report, setReport] = useState<PageReport | null>(null);
  const [view, setView] = useState<View>("compare");
  const [settings, setSettings] = useState<Settings>(defaults);
  const [columns, setColumns] = useState<readonly string[]>(DEFAULT_COLUMNS);

  useEffect(
    () =>
      openKnowledge(
        (knowledge, inMemory) => setLoaded({ state: "ready", knowledge, inMemory }),
        () => setLoaded({ state: "failed" }),
      ),
    [],
  );
  useEffect(() => watchPage(setReport), []);
  useEffect(() => {
    void readSettings().then(setSettings);
    return watchSettings(setSettings);
  }, []);
  useTheme(settings.theme);
  const language = settings.language === "auto" ? languageFor(browser.i18n.getUILanguage()) : settings.language;
  const t = useMemo(() => translator(catalog, language), [language]);
  useEffect(() => {
    document.documentElement.lang = languageTags[language];
    document.title = t("panel.title");
  }, [language, t]);
  const whole = loaded.state === "ready" ? loaded.knowledge : undefined;
  const knowledge = useMemo(
    () => (whole && settings.documentsOnly ? documentsOnly(whole) : whole),
    [whole, settings.documentsOnly],
  );
  useEffect(() => {
    if (!knowledge) return;
    return watchRequests((entity) => {
      setColumns(columnsFor(knowledge, entity));
      setView("compare");
    });
  }, [knowledge]);

  if (loaded.state !== "ready" || !knowledge) {
    return (
      <p class="panel-wait qiju" lang={languageTags[language]} role={loaded.state === "failed" ? "alert" : "status"}>
        {t(loaded.state === "failed" ? "panel.failed" : "panel.loading")}
      </p>
    );
  }
  return (
    <>
      <Asked entities={knowledge.entities} language={language} />
      <Panel
        knowledge={knowledge}
        inMemory={loaded.inMemory}
        report={report}
        view={view}
        columns={columns}
        language={language}
        t={t}
        languageChoice={settings.language}
        onLanguage={(choice) => void changeSettings({ language: choice })}
        termsMarked={settings.terms}
        onTermsMarked={(terms) => void changeSettings({ terms })}
        documentsOnly={settings.documentsOnly}
        onDocumentsOnly={(only) => void changeSettings({ documentsOnly: only })}
        ownNames={settings.ownNames}
        silenced={settings.silenced}
        marks={settings.marks}
        onMarks={(marks) => void changeSettings({ marks })}
        onOwnNames={(ownNames) => void changeSettings({ ownNames })}
        onSilenced={(silenced) => void changeSettings({ silenced })}
        onView={setView}
        onColumns={setColumns}
        onReveal={(entity) => void askPage((tab) => sendMessage("reveal", entity, { tabId: tab, frameId: 0 }))}
      />
    </>
  );
}

const app = document.getElementById("app");
if (app) render(<App />, app);
