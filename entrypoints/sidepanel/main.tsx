import catalog from "virtual:qiju/messages/panel";
import spellings from "virtual:qiju/spellings";
import { render } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { languageTags, translator } from "../../components/locales/messages.ts";
import { Panel } from "../../components/panel/Panel.tsx";
import { requestSite } from "../../data/access.ts";
import { compareAddress } from "../../data/address.ts";
import { columnsFor } from "../../data/compare.ts";
import { documentsOnly } from "../../data/layers.ts";
import { changeSettings, defaults, readSettings, type Settings, watchSettings } from "../../data/settings.ts";
import { languageOf } from "../common/language.ts";
import { useTheme } from "../common/reader.ts";
import { Asked } from "./Asked.tsx";
import { useNavigation } from "./address.ts";
import { notesPort } from "./notes.ts";
import { type PageState, PageWatch, watchRequests } from "./page.ts";
import { KnowledgeSource, type Source } from "./source.ts";

type Loaded = { state: "loading" } | { state: "failed" } | ({ state: "ready" } & Source);

// Both begin before the first frame, so that neither waits for the other.
let hearSource: (loaded: Loaded) => void = () => {};
let loadedFirst: Loaded = { state: "loading" };
const tell = (loaded: Loaded): void => {
  loadedFirst = loaded;
  hearSource(loaded);
};
const source = new KnowledgeSource(
  (found) => tell({ state: "ready", ...found }),
  () => tell({ state: "failed" }),
);
const settingsFirst = readSettings();

function App() {
  const navigation = useNavigation();
  const { address, go, change, last } = navigation;
  const [loaded, setLoaded] = useState<Loaded>(loadedFirst);
  const [page, setPage] = useState<PageState>({ state: "waiting" });
  const [watch, setWatch] = useState<PageWatch>();
  const [settings, setSettings] = useState<Settings>();
  const [unsaved, setUnsaved] = useState(false);

  useEffect(() => {
    hearSource = setLoaded;
    setLoaded(loadedFirst);
  }, []);
  useEffect(() => {
    const watching = new PageWatch(setPage);
    setWatch(watching);
    return () => watching.stop();
  }, []);
  useEffect(() => {
    void settingsFirst.then((first) => setSettings((later) => later ?? first));
    return watchSettings(setSettings);
  }, []);
  useTheme(settings?.theme ?? "auto");
  const language = languageOf(settings ?? defaults);
  const t = useMemo(() => translator(catalog, language), [language]);
  useEffect(() => {
    document.documentElement.lang = languageTags[language];
    document.title = t("panel.title");
  }, [language, t]);
  const trouble = loaded.state === "ready" ? loaded.trouble : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store that opens late is looked at anew
  const notes = useMemo(() => notesPort(() => source.store), [trouble]);
  const whole = loaded.state === "ready" ? loaded.knowledge : undefined;
  const knowledge = useMemo(
    () => (whole && settings?.documentsOnly ? documentsOnly(whole) : whole),
    [whole, settings?.documentsOnly],
  );
  useEffect(() => {
    if (!knowledge) return;
    return watchRequests(({ entity, beside, view }) =>
      go(
        view === "platform"
          ? { view, id: entity }
          : compareAddress(beside ? [entity, beside] : columnsFor(knowledge, entity)),
      ),
    );
  }, [knowledge, go]);

  if (loaded.state !== "ready" || !knowledge || !settings) {
    const failed = loaded.state === "failed";
    return (
      <div class="panel-wait qiju" lang={languageTags[language]} role={failed ? "alert" : "status"}>
        <p>{t(failed ? "panel.failed" : "panel.loading")}</p>
        {failed && (
          <button type="button" class="button" onClick={() => source.retry()}>
            {t("panel.retry")}
          </button>
        )}
      </div>
    );
  }
  return (
    <>
      <Asked entities={knowledge.entities} language={language} />
      <Panel
        knowledge={knowledge}
        spellings={spellings}
        trouble={loaded.trouble}
        onRetry={() => source.retry()}
        address={address}
        go={go}
        change={change}
        last={last}
        page={page}
        onReveal={async (id) => (await watch?.reveal(id)) ?? false}
        onReload={() => void watch?.reload()}
        onSiteAsked={requestSite}
        notes={notes}
        settings={settings}
        onSettings={(next) =>
          void changeSettings(next).then(
            () => setUnsaved(false),
            () => setUnsaved(true),
          )
        }
        unsaved={unsaved}
        language={language}
        t={t}
      />
    </>
  );
}

const app = document.getElementById("app");
if (app) render(<App />, app);
