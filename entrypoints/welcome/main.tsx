import cardCatalog from "virtual:qiju/messages/card";
import catalog from "virtual:qiju/messages/welcome";
import { render } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { browser } from "wxt/browser";
import { translator } from "../../components/locales/messages.ts";
import { MentionCard } from "../../components/MentionCard.tsx";
import { Sample, type Stretch } from "../../components/welcome/Sample.tsx";
import { WelcomePage } from "../../components/welcome/WelcomePage.tsx";
import { type EntityCard, readCards } from "../../data/cards.ts";
import { sendMessage } from "../../data/knowledge.ts";
import { unpack } from "../../data/lexicon/pack.ts";
import { createRecogniser } from "../../data/lexicon/recognise.ts";
import type { Mention } from "../../data/lexicon/types.ts";
import { openPanel } from "../../data/panel.ts";
import { changeSettings } from "../../data/settings.ts";
import { sites } from "../../data/sites.ts";
import { openLibrary } from "../common/library.ts";
import { useReader } from "../common/reader.ts";

function App() {
  const { ready, settings, language } = useReader();
  const t = useMemo(() => translator(catalog, language), [language]);
  const text = t("welcome.sample");
  const [stretches, setStretches] = useState<readonly Stretch[]>([]);
  // Known beforehand: a browser opens its panel only where nothing is awaited in the click.
  const [tab, setTab] = useState<{ id?: number | undefined; windowId?: number | undefined }>();
  const [cards, setCards] = useState<ReadonlyMap<string, EntityCard>>(new Map());

  useEffect(() => {
    void browser.tabs.getCurrent().then(setTab);
  }, []);
  useEffect(() => {
    document.title = t("welcome.title");
    // Until its names are known the text stands as it is.
    setStretches([{ text }]);
    let late = false;
    const read = async (): Promise<void> => {
      const { names, senses } = await sendMessage("lexicon");
      const mentions = createRecogniser(unpack(names), { senses }).recognise(text);
      const ids = [...new Set(mentions.map((m) => m.entity))];
      const found = await readCards(await openLibrary(), ids, { documentsOnly: settings.documentsOnly, page: ids });
      if (late) return;
      setCards(new Map(found.flatMap((card) => (card.kind === "entity" ? [[card.entity.id, card]] : []))));
      setStretches(cut(text, mentions));
    };
    void read();
    return () => {
      late = true;
    };
  }, [text, t, settings.documentsOnly]);

  if (!ready) return null;
  const cardOf = (entity: string, surface: string) => {
    const card = cards.get(entity);
    if (!card) return null;
    return <MentionCard card={card} language={language} t={translator(cardCatalog, language)} surface={surface} />;
  };
  const act = (what: string, id: string | undefined, entity: string, surface: string): void => {
    if (what === "compare") void openPanel({ entity }, tab);
    else if (what === "more") void openPanel({ entity, view: "platform" }, tab);
    else if (what === "beside" && id) void openPanel({ entity, beside: id }, tab);
    else if (what === "settings") void browser.runtime.openOptionsPage();
    else if (what === "documents" || what === "layers") void changeSettings({ documentsOnly: what === "documents" });
    else if (what === "here" || what === "anywhere")
      void changeSettings({ silenced: [...settings.silenced, { form: surface, host: null }] });
  };
  return (
    <WelcomePage
      language={language}
      t={t}
      sites={sites.length}
      sample={
        <Sample
          stretches={stretches}
          showDelay={settings.showDelay}
          hideDelay={settings.hideDelay}
          card={cardOf}
          onAct={act}
        />
      }
    />
  );
}

/** The text in stretches, its names by themselves. */
function cut(text: string, mentions: readonly Mention[]): Stretch[] {
  const stretches: Stretch[] = [];
  let end = 0;
  for (const mention of mentions) {
    stretches.push({ text: text.slice(end, mention.start) }, { text: mention.surface, entity: mention.entity });
    end = mention.end;
  }
  stretches.push({ text: text.slice(end) });
  return stretches.filter((s) => s.text !== "");
}

const app = document.getElementById("app");
if (app) render(<App />, app);
