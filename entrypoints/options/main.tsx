import catalog from "virtual:qiju/messages/options";
import { render } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { translator } from "../../components/locales/messages.ts";
import { CardSection } from "../../components/options/CardSection.tsx";
import { FileSection } from "../../components/options/FileSection.tsx";
import { LookSection } from "../../components/options/LookSection.tsx";
import { NamesSection } from "../../components/options/NamesSection.tsx";
import { OptionsPage, type Told } from "../../components/options/OptionsPage.tsx";
import { ReadingSection } from "../../components/options/ReadingSection.tsx";
import { ShortcutsSection } from "../../components/options/ShortcutsSection.tsx";
import { SitesSection } from "../../components/options/SitesSection.tsx";
import { grantedSites, requestSite, revokeSite } from "../../data/access.ts";
import type { Entity } from "../../data/model.ts";
import { changeSettings, LONGEST_DELAY, MOST_ENTRIES, type Settings } from "../../data/settings.ts";
import { sites } from "../../data/sites.ts";
import { useGrants } from "../common/grants.ts";
import { openLibrary } from "../common/library.ts";
import { useReader } from "../common/reader.ts";
import { useFile } from "./useFile.ts";
import { shortcutPage, useShortcuts } from "./useShortcuts.ts";

function App() {
  const { ready, settings, language } = useReader();
  const t = useMemo(() => translator(catalog, language), [language]);
  const [entities, setEntities] = useState<readonly Entity[]>([]);
  const [told, setTold] = useState<Told>();
  const tell = (next: Told): void => setTold(next.text === "" ? undefined : next);
  const granted = useGrants(grantedSites) ?? [];
  const shortcuts = useShortcuts(
    useMemo(
      () => ({
        "open-panel": t("shortcuts.panel"),
        _execute_sidebar_action: t("shortcuts.panel"),
        "next-mention": t("shortcuts.next"),
        "previous-mention": t("shortcuts.previous"),
      }),
      [t],
    ),
  );
  const file = useFile(t, tell);

  useEffect(() => {
    openLibrary()
      .then((library) => library.all())
      .then(
        (knowledge) => setEntities(knowledge.entities),
        () => {},
      );
  }, []);
  useEffect(() => {
    document.title = t("options.title");
  }, [t]);

  const change = (next: Partial<Settings>, said?: string): void => {
    const before = Object.fromEntries(Object.keys(next).map((key) => [key, settings[key as keyof Settings]]));
    changeSettings(next).then(
      () => tell(said === undefined ? { text: "" } : { text: said, undo: () => change(before) }),
      (error) =>
        tell({ text: error instanceof RangeError ? t("options.full", { n: MOST_ENTRIES }) : t("options.failed") }),
    );
  };
  const failed = (): void => tell({ text: t("options.failed") });
  const revoke = async (origin: string): Promise<void> => {
    if (!(await revokeSite(origin))) return;
    // Asked for again in the reader's own click.
    tell({
      text: t("undo.revoked", { name: new URL(origin.replace("*.", "")).hostname }),
      undo: () => void requestSite(origin).then(() => tell({ text: "" }), failed),
    });
  };
  if (!ready) return <p class="options-wait qiju">{t("options.loading")}</p>;
  const section = { settings, onChange: change, language, t };
  const nameOf = (id: string): string => entities.find((e) => e.id === id)?.names[language] ?? id;
  return (
    <OptionsPage
      language={language}
      t={t}
      told={told}
      onDismiss={() => setTold(undefined)}
      content={{
        reading: <ReadingSection {...section} />,
        card: <CardSection {...section} longest={LONGEST_DELAY} />,
        look: <LookSection {...section} />,
        sites: (
          <SitesSection
            {...section}
            granted={granted}
            listed={sites.length}
            withdrawable={import.meta.env.FIREFOX}
            onRevoke={(origin) => void revoke(origin).catch(failed)}
          />
        ),
        names: <NamesSection {...section} entities={entities} />,
        shortcuts: <ShortcutsSection shortcuts={shortcuts} onOpen={shortcutPage()} language={language} t={t} />,
        file: <FileSection {...file} nameOf={nameOf} language={language} t={t} />,
      }}
    />
  );
}

const app = document.getElementById("app");
if (app) render(<App />, app);
