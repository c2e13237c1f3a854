import packed from "virtual:qiju/lexicon";
import catalog from "virtual:qiju/messages/card";
import { h } from "preact";
import { browser } from "wxt/browser";
import type { ContentScriptContext } from "wxt/utils/content-script-context";
import { defineContentScript } from "wxt/utils/define-content-script";
import { languageFor, translator } from "../../components/locales/messages.ts";
import { MentionCard } from "../../components/MentionCard.tsx";
import { TermCard } from "../../components/TermCard.tsx";
import type { CardView } from "../../data/cards.ts";
import { onMessage, sendMessage } from "../../data/knowledge.ts";
import { unpack } from "../../data/lexicon/pack.ts";
import { createRecogniser } from "../../data/lexicon/recognise.ts";
import { readSettings, watchSettings } from "../../data/settings.ts";
import { matchPatterns, siteOf } from "../../data/sites.ts";
import { CardStore } from "./cards.ts";
import { hitAt } from "./hit.ts";
import { followPointer } from "./hover.ts";
import { Marks } from "./marks.ts";
import { Popover } from "./popover.tsx";
import { pageReport, reveal } from "./report.ts";
import { scan } from "./scan.ts";
import "./highlight.css";

export default defineContentScript({
  matches: matchPatterns,
  runAt: "document_idle",
  main: start,
});

/** Wires reading, marks, pointer and card together until the script's context ends. */
async function start(ctx: ContentScriptContext): Promise<void> {
  const { signal } = ctx;
  const own = siteOf(location.hostname)?.entity ?? null;
  const marks = new Marks(CSS.highlights);
  const cards = new CardStore((ids) => sendMessage("cards", ids));
  const popover = new Popover();
  const lexicon = unpack(packed);
  let settings = await readSettings();
  let reading: AbortController | undefined;
  let token = 0;

  const read = async (): Promise<void> => {
    reading?.abort();
    marks.clear();
    reading = new AbortController();
    const { signal: current } = reading;
    // Without an answer names are marked all the same.
    const extra = settings.terms ? await sendMessage("terms").catch(() => undefined) : undefined;
    if (current.aborted) return;
    const data = extra ? { ...lexicon, names: [...lexicon.names, ...unpack(extra).names] } : lexicon;
    scan({
      root: document.documentElement,
      recogniser: createRecogniser(data, { terms: settings.terms }),
      refine: async () => createRecogniser(data, { terms: settings.terms, senses: await sendMessage("senses") }),
      marks,
      own,
      // A card that could not be fetched now is asked for again when it is wanted.
      onSettled: () => void cards.fetch(new Set([...marks.list].map((m) => m.entity))).catch(() => {}),
      signal: current,
    });
  };
  const view = (card: CardView) => {
    const language = settings.language === "auto" ? languageFor(browser.i18n.getUILanguage()) : settings.language;
    const t = translator(catalog, language);
    if (card.kind === "term") return h(TermCard, { card, language, t });
    return h(MentionCard, { card, language, t, onCompare: (entity) => void sendMessage("openPanel", entity) });
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
      if (mine === token && card) await popover.show(view(card), line);
    },
    close: () => {
      token += 1;
      popover.hide();
    },
    signal,
  });
  const listening = [
    watchSettings((changed) => {
      const again = changed.terms !== settings.terms;
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
