import catalog from "virtual:qiju/messages/card";
import packed from "virtual:qiju/names";
import owners from "virtual:qiju/owners";
import { h } from "preact";
import { browser } from "wxt/browser";
import type { ContentScriptContext } from "wxt/utils/content-script-context";
import { defineContentScript } from "wxt/utils/define-content-script";
import { languageFor, translator } from "../../components/locales/messages.ts";
import { MentionCard } from "../../components/MentionCard.tsx";
import { TermCard } from "../../components/TermCard.tsx";
import type { CardView } from "../../data/cards.ts";
import { onMessage, sendMessage } from "../../data/knowledge.ts";
import { FormFinder } from "../../data/lexicon/finder.ts";
import { unpack } from "../../data/lexicon/pack.ts";
import { createRecogniser, type Recogniser } from "../../data/lexicon/recognise.ts";
import { ownerOf } from "../../data/owners.ts";
import { changeSettings, readSettings, type Settings, watchSettings } from "../../data/settings.ts";
import { CardStore } from "./cards.ts";
import { hitAt } from "./hit.ts";
import { followPointer } from "./hover.ts";
import { type Mark, Marks } from "./marks.ts";
import { Popover } from "./popover.tsx";
import { pageReport, reveal } from "./report.ts";
import { scan } from "./scan.ts";
import "./highlight.css";

export default defineContentScript({
  // Those of data/sites.ts: wxt.config.ts puts them here, so that no page carries the list.
  matches: [],
  runAt: "document_idle",
  main: start,
});

/** Wires reading, marks, pointer and card together until the script's context ends. */
async function start(ctx: ContentScriptContext): Promise<void> {
  const { signal } = ctx;
  const own = ownerOf(owners, location.hostname);
  const marks = new Marks(CSS.highlights);
  const cards = new CardStore((ids) => sendMessage("cards", ids));
  const popover = new Popover();
  const names = unpack(packed);
  let settings = await readSettings();
  let reading: AbortController | undefined;
  let token = 0;

  const read = async (): Promise<void> => {
    reading?.abort();
    marks.clear();
    reading = new AbortController();
    const { signal: current } = reading;
    // Without an answer names are marked all the same.
    const terms = settings.terms ? await sendMessage("terms").catch(() => undefined) : undefined;
    if (current.aborted) return;
    const further = terms ? unpack(terms) : { names: [], variants: "" };
    const spotter = new FormFinder(
      [...settings.ownNames, ...names.names, ...further.names],
      names.variants + further.variants,
    );
    const recogniser = async (): Promise<Recogniser> => {
      const { names: all, senses } = await sendMessage("lexicon");
      const lexicon = unpack(all);
      const data = {
        names: [...lexicon.names, ...further.names],
        variants: lexicon.variants + further.variants,
      };
      const silenced = silencedOn(location.hostname, settings);
      return createRecogniser(data, { senses, silenced, terms: settings.terms, own: settings.ownNames });
    };
    scan({
      root: document.documentElement,
      spot: (text) => spotter.any(text),
      recogniser,
      marks,
      own,
      // A card that could not be fetched now is asked for again when it is wanted.
      onSettled: () => void cards.fetch(new Set([...marks.list].map((m) => m.entity))).catch(() => {}),
      signal: current,
    });
  };
  /** Keeps what the reader does not want marked; heard by every open page through the settings. */
  const silence = async (form: string, host: string | null): Promise<void> => {
    popover.hide();
    await changeSettings({ silenced: [...settings.silenced, { form, host }] });
  };
  const view = (card: CardView, mark: Mark) => {
    const language = settings.language === "auto" ? languageFor(browser.i18n.getUILanguage()) : settings.language;
    const t = translator(catalog, language);
    if (card.kind === "term") return h(TermCard, { card, language, t });
    return h(MentionCard, {
      card,
      language,
      t,
      surface: mark.surface,
      onCompare: (entity) => void sendMessage("openPanel", entity),
      onSilenceHere: () => void silence(mark.form, location.hostname),
      onSilenceAnywhere: () => void silence(mark.form, null),
    });
  };

  if (signal.aborted) return;
  void read();
  followPointer({
    hitAt: (x, y) => hitAt(marks, x, y),
    isCard: (event) => popover.owns(event),
    open: async ({ mark, line }) => {
      token += 1;
      const mine = token;
      const card = await cards.get(mark.entity).catch(() => undefined);
      // The pointer may have moved on while the answer was on its way.
      if (mine === token && card) await popover.show(view(card, mark), line);
    },
    close: () => {
      token += 1;
      popover.hide();
    },
    signal,
  });
  const listening = [
    watchSettings((changed) => {
      const again = wants(changed) !== wants(settings);
      settings = changed;
      if (again) void read();
    }),
    onMessage("report", () => pageReport(marks, own)),
    onMessage("reveal", ({ data }) => reveal(marks, data)),
  ];
  signal.addEventListener("abort", () => {
    reading?.abort();
    marks.end();
    popover.hide();
    for (const stop of listening) stop();
  });
}

/** What of the settings decides which names are marked. */
function wants({ terms, silenced, ownNames }: Settings): string {
  return JSON.stringify([terms, silenced, ownNames]);
}

/** The forms that the reader does not want marked on a host. */
function silencedOn(host: string, { silenced }: Settings): Set<string> {
  return new Set(silenced.filter((s) => s.host === null || s.host === host).map((s) => s.form));
}
