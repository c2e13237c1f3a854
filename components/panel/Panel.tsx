import type { PageReport } from "../../data/knowledge.ts";
import type { Knowledge } from "../../data/model.ts";
import type { OwnNameSetting, Settings, Silence } from "../../data/settings.ts";
import { type LanguageChoice, LanguageSelect } from "../LanguageSelect.tsx";
import { languageTags } from "../locales/messages.ts";
import { CompareView } from "./CompareView.tsx";
import { LayerFoot } from "./LayerFoot.tsx";
import { NamesView } from "./NamesView.tsx";
import { PageView } from "./PageView.tsx";
import { LazyView } from "./picture/LazyView.tsx";
import { pictures } from "./pictures.ts";
import { SourcesView } from "./SourcesView.tsx";
import { TermsView } from "./TermsView.tsx";
import { isPicture, type View, views, type Writing } from "./types.ts";

interface Props extends Writing {
  knowledge: Knowledge;
  /** Whether the knowledge lies in memory only, because the store could not be opened. */
  inMemory: boolean;
  report: PageReport | null;
  view: View;
  languageChoice: LanguageChoice;
  /** Whether pages are marked with terms of the trade. */
  termsMarked: boolean;
  /** Whether only what the documents say is shown; `knowledge` is that already. */
  documentsOnly: boolean;
  onDocumentsOnly: (documentsOnly: boolean) => void;
  columns: readonly string[];
  onView: (view: View) => void;
  onColumns: (ids: string[]) => void;
  onReveal: (entity: string) => void;
  onLanguage: (choice: LanguageChoice) => void;
  onTermsMarked: (marked: boolean) => void;
  ownNames: readonly OwnNameSetting[];
  silenced: readonly Silence[];
  marks: Settings["marks"];
  onMarks: (marks: Settings["marks"]) => void;
  onOwnNames: (names: OwnNameSetting[]) => void;
  onSilenced: (silenced: Silence[]) => void;
}

/** The whole panel: views on top, one of them below. */
export function Panel(props: Props) {
  const {
    knowledge,
    inMemory,
    report,
    view,
    columns,
    onView,
    onColumns,
    onReveal,
    languageChoice,
    onLanguage,
    language,
    t,
  } = props;
  const open = (): void => onView("compare");
  return (
    <div class="panel qiju" lang={languageTags[language]}>
      <header class="panel-head">
        <h1 class="panel-title">{t("panel.title")}</h1>
        <nav class="views" aria-label={t("panel.views")}>
          {views.map((name) => (
            <button
              key={name}
              type="button"
              class="view"
              aria-current={name === view ? "page" : undefined}
              onClick={() => onView(name)}
            >
              {t(`view.${name}`)}
            </button>
          ))}
        </nav>
      </header>
      <main class="panel-main">
        {inMemory && <p class="notice">{t("panel.memory")}</p>}
        {view === "page" && (
          <PageView
            knowledge={knowledge}
            report={report}
            language={language}
            t={t}
            onReveal={onReveal}
            onCompare={(ids) => {
              onColumns(ids);
              onView("compare");
            }}
          />
        )}
        {view === "compare" && (
          <CompareView knowledge={knowledge} columns={columns} onColumns={onColumns} language={language} t={t} />
        )}
        {view === "terms" && (
          <TermsView
            knowledge={knowledge}
            marked={props.termsMarked}
            onMarked={props.onTermsMarked}
            language={language}
            t={t}
          />
        )}
        {view === "names" && (
          <NamesView
            knowledge={knowledge}
            ownNames={props.ownNames}
            silenced={props.silenced}
            marks={props.marks}
            onMarks={props.onMarks}
            onOwnNames={props.onOwnNames}
            onSilenced={props.onSilenced}
            language={language}
            t={t}
          />
        )}
        {isPicture(view) && (
          <LazyView
            load={pictures[view]}
            props={{ knowledge, ids: columns, onIds: onColumns, onOpenEntity: open, onOpenClaims: open, language, t }}
            waiting={t("panel.loading")}
            failed={t("panel.failed")}
          />
        )}
        {view === "sources" && <SourcesView knowledge={knowledge} language={language} t={t} />}
      </main>
      <footer class="panel-foot">
        <LayerFoot
          knowledge={knowledge}
          documentsOnly={props.documentsOnly}
          onDocumentsOnly={props.onDocumentsOnly}
          language={language}
          t={t}
        />
        <LanguageSelect
          choice={languageChoice}
          label={t("panel.language")}
          auto={t("panel.languageAuto")}
          onChoice={onLanguage}
        />
      </footer>
    </div>
  );
}
