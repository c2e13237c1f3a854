import packed from "virtual:qiju/names";
import owners from "virtual:qiju/owners";
import { h } from "preact";
import type { ContentScriptContext } from "wxt/utils/content-script-context";
import { defineContentScript } from "wxt/utils/define-content-script";
import { type Translate, translatorOf } from "../../components/locales/messages.ts";
import { type CardKey, MentionCard } from "../../components/MentionCard.tsx";
import { TermCard, type TermKey } from "../../components/TermCard.tsx";
import type { CardView, Dress } from "../../data/cards.ts";
import { onMessage, sendMessage } from "../../data/knowledge.ts";
import { unpack } from "../../data/lexicon/pack.ts";
import { ownerOf } from "../../data/owners.ts";
import { changeSettings, readSettings, type Settings, watchSettings } from "../../data/settings.ts";
import { CardStore } from "./cards.ts";
import { Engine, type Wishes } from "./engine.ts";
import type { Hit } from "./hit.ts";
import { followPointer } from "./hover.ts";
import { Popover } from "./popover.tsx";
import { pageReport, reveal } from "./report.ts";
import "./highlight.css";

export default defineContentScript({
  // Those of data/sites.ts: wxt.config.ts puts them here, so that no page carries the list.
  matches: [],
  runAt: "document_idle",
  // Frames of the same sites, and those that have no address of their own (about:blank, srcdoc, blob:).
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  main: wirePage,
});

/** An extension that was updated or removed says nothing to its old scripts: they ask, this often. */
const HEARTBEAT_MS = 5_000;

/** Wires reading, marks, pointer and card together until the script's context ends. */
async function wirePage(ctx: ContentScriptContext): Promise<void> {
  const { signal } = ctx;
  const own = ownerOf(owners, location.hostname);
  const askCards = (): CardStore => new CardStore((ids) => sendMessage("cards", ids));
  let cards = askCards();
  const popover = new Popover();
  let settings = await readSettings();
  let token = 0;
  let dress: Promise<Dress> | undefined;
  /** What cards wear, asked for once; again where the answer did not come. */
  const dressed = (): Promise<Dress> => {
    dress ??= sendMessage("dress").catch((error) => {
      dress = undefined;
      throw error;
    });
    return dress;
  };
  const engine = new Engine({
    names: unpack(packed),
    lexicon: () => sendMessage("lexicon"),
    terms: () => sendMessage("terms"),
    own,
    // A card that could not be fetched now is asked for again when it is wanted.
    onSettled: () => {
      const named = new Set([...engine.marks.list()].map((m) => m.entity));
      if (named.size === 0) return;
      cards.fetch(named).catch(() => {});
      dressed().catch(() => {});
    },
  });
  const read = (): void => void engine.start(wishes(settings));
  /** Keeps what the reader does not want marked; heard by every open page through the settings. */
  const silence = async (form: string, host: string | null): Promise<void> => {
    popover.hide();
    await changeSettings({ silenced: [...settings.silenced, { form, host }] });
  };
  const view = (card: CardView, hit: Hit, { language, messages }: Dress) => {
    const { mark } = hit;
    const t: Translate<CardKey | TermKey> = translatorOf(messages);
    if (card.kind === "term") return h(TermCard, { card, language, t });
    return h(MentionCard, {
      card,
      language,
      t,
      surface: mark.surface,
      onCompare: (entity) => void sendMessage("openPanel", entity),
      onSilenceHere: () => void silence(mark.form, location.hostname),
      onSilenceAnywhere: () => void silence(mark.form, null),
      onLayers: async (documentsOnly) => {
        await changeSettings({ documentsOnly });
        cards = askCards();
        await show(hit);
      },
    });
  };
  const show = async (hit: Hit): Promise<void> => {
    token += 1;
    const mine = token;
    const found = await Promise.all([cards.get(hit.mark.entity), dressed()]).catch(() => undefined);
    // The pointer may have moved on while the answers were on their way.
    if (mine !== token || !found?.[0]) return;
    const [card, worn] = found;
    await popover.show(view(card, hit, worn), hit.line, worn.style);
  };

  if (signal.aborted) return;
  read();
  followPointer({
    hitAt: (x, y) => (ctx.isInvalid ? undefined : engine.hitAt(x, y)),
    isCard: (event) => popover.owns(event),
    open: show,
    close: () => {
      token += 1;
      popover.hide();
    },
    signal,
  });
  const heartbeat = setInterval(() => ctx.isInvalid, HEARTBEAT_MS);
  const listening = [
    watchSettings((changed) => {
      const again = wants(changed) !== wants(settings);
      if (changed.language !== settings.language) dress = undefined;
      if (changed.documentsOnly !== settings.documentsOnly) cards = askCards();
      settings = changed;
      if (again) read();
    }),
  ];
  // The panel asks the page, not its frames.
  if (window === top) {
    listening.push(
      onMessage("report", () => pageReport(engine.marks, own)),
      onMessage("reveal", ({ data }) => reveal(engine.marks, data)),
    );
  }
  signal.addEventListener("abort", () => {
    clearInterval(heartbeat);
    engine.stop();
    popover.hide();
    for (const stop of listening) quietly(stop);
  });
}

/** What of the settings decides which names are marked. */
function wants({ marks, terms, silenced, ownNames }: Settings): string {
  return JSON.stringify([marks, terms, silenced, ownNames]);
}

function wishes({ marks, terms, silenced, ownNames }: Settings): Wishes {
  const forms = silenced.filter((s) => s.host === null || s.host === location.hostname).map((s) => s.form);
  return { shown: marks, terms, ownNames, silenced: new Set(forms) };
}

/** The interfaces of an extension that is gone throw when they are let go of. */
function quietly(stop: () => void): void {
  try {
    stop();
  } catch {
    // There is nothing to stop any more.
  }
}
