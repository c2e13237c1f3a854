import packed from "virtual:qiju/names";
import owners from "virtual:qiju/owners";
import { type Browser, browser } from "wxt/browser";
import type { ContentScriptContext } from "wxt/utils/content-script-context";
import { defineContentScript } from "wxt/utils/define-content-script";
import type { Dress } from "../../data/cards.ts";
import { entryFor } from "../../data/hosts.ts";
import { onMessage, sendMessage } from "../../data/knowledge.ts";
import { unpack } from "../../data/lexicon/pack.ts";
import { ownerOf } from "../../data/owners.ts";
import { readSettings, type Settings, watchSettings } from "../../data/settings.ts";
import { CardStore } from "./cards.ts";
import { Engine, type Wishes } from "./engine.ts";
import { insist } from "./insist.ts";
import { clearLeftovers } from "./leftovers.ts";
import { type Reader, wireReader } from "./reader.ts";
import { pageReport, reveal, whoIsNamed } from "./report.ts";
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

/** Wires reading and settings until the script's context ends; card and keys once somebody is named. */
async function wirePage(ctx: ContentScriptContext): Promise<void> {
  const { signal } = ctx;
  clearLeftovers();
  const own = ownerOf(owners, location.hostname);
  let settings = await readSettings();
  if (signal.aborted) return;
  let reader: Reader | undefined;
  /** Ends with the document's listeners. */
  let listeners = new AbortController();
  /** How many platforms the toolbar was told of: of none it need not be. */
  let told = 0;
  const tell = (named: number): void => {
    if (window === top && named !== told) sendMessage("named", named).catch(() => {});
    told = named;
  };
  let dress: Promise<Dress> | undefined;
  /** What all cards share, asked for once; again where the answer did not come. */
  const dressed = (): Promise<Dress> => {
    dress ??= insist(() => sendMessage("dress")).catch((error) => {
      dress = undefined;
      throw error;
    });
    return dress;
  };
  const cards = new CardStore((ids) => insist(() => sendMessage("cards", { ids, page: whoIsNamed(engine.marks) })));
  /** The panels beside this page, which are told when it has been read further, and see when it goes. */
  const panels = new Set<Browser.runtime.Port>();
  const engine = new Engine({
    names: unpack(packed),
    longer: packed.longer.split("|"),
    lexicon: () => insist(() => sendMessage("lexicon")),
    terms: () => sendMessage("terms"),
    own,
    // A card that could not be fetched now is asked for again when it is wanted.
    onSettled: () => {
      for (const panel of panels) {
        try {
          panel.postMessage(0);
        } catch {
          // It ended while the page was kept for a return, which Firefox does not tell the page.
          panels.delete(panel);
        }
      }
      tell(whoIsNamed(engine.marks).length);
      const ids = new Set([...engine.marks.list()].map((m) => m.entity));
      if (ids.size === 0) return;
      const isGone = (): boolean => ctx.isInvalid;
      const ends = AbortSignal.any([signal, listeners.signal]);
      reader ??= wireReader({ engine, cards, dressed, settings: () => settings, isGone, signal: ends });
      cards.fetch(ids).catch(() => {});
      dressed().catch(() => {});
    },
    onReplaced: () => {
      listeners.abort();
      listeners = new AbortController();
      reader = undefined;
    },
  });
  const read = (): void => {
    if (!isOff(settings)) void engine.start(wishes(settings));
    else {
      engine.stop();
      tell(0);
    }
  };
  read();
  const heartbeat = setInterval(() => {
    if (!ctx.isInvalid) engine.search();
  }, HEARTBEAT_MS);
  const listening = [
    watchSettings((changed) => {
      const again = wants(changed) !== wants(settings);
      const { language, documentsOnly } = settings;
      settings = changed;
      if (changed.language !== language || changed.documentsOnly !== documentsOnly) {
        dress = undefined;
        cards.forget();
      }
      if (again) read();
      reader?.onSettings();
    }),
  ];
  // The panel and the keys ask the page, not its frames.
  if (window === top) {
    browser.runtime.onConnect.addListener((panel) => {
      panels.add(panel);
      panel.onDisconnect.addListener(() => panels.delete(panel));
    });
    listening.push(
      onMessage("report", () => pageReport(engine.marks, own)),
      onMessage("reveal", ({ data }) => reveal(engine.marks, data)),
      onMessage("step", ({ data }) => reader?.step(data)),
    );
  }
  signal.addEventListener("abort", () => {
    clearInterval(heartbeat);
    engine.stop();
    for (const stop of listening) quietly(stop);
  });
}

/** What of the settings decides which names are marked. */
function wants({ marks, terms, silenced, ownNames, sitesOff }: Settings): string {
  return JSON.stringify([marks, terms, silenced, ownNames, sitesOff]);
}

/** Whether the reader has turned Qiju off on this site. */
function isOff({ sitesOff }: Settings): boolean {
  return entryFor(sitesOff, location.hostname) !== undefined;
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
