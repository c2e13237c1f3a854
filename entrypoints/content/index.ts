import packed from "virtual:qiju/names";
import owners from "virtual:qiju/owners";
import { type Browser, browser } from "wxt/browser";
import type { ContentScriptContext } from "wxt/utils/content-script-context";
import { defineContentScript } from "wxt/utils/define-content-script";
import type { Dress } from "../../data/cards.ts";
import { onMessage, sendMessage } from "../../data/knowledge.ts";
import { unpack } from "../../data/lexicon/pack.ts";
import { ownerOf } from "../../data/owners.ts";
import { changeSettings, readSettings, type Settings, watchSettings } from "../../data/settings.ts";
import { CardStore } from "./cards.ts";
import { Engine, type Wishes } from "./engine.ts";
import type { Hit } from "./hit.ts";
import { followPointer } from "./hover.ts";
import { Popover } from "./popover.ts";
import { mentions, pageReport, reveal } from "./report.ts";
import { parentOf } from "./roles.ts";
import { Stepper } from "./stepper.ts";
import { themeAt } from "./theme.ts";
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

/** Wires reading, marks, pointer, keys and card together until the script's context ends. */
async function wirePage(ctx: ContentScriptContext): Promise<void> {
  const { signal } = ctx;
  const own = ownerOf(owners, location.hostname);
  let settings = await readSettings();
  let token = 0;
  let dress: Promise<Dress> | undefined;
  /** What all cards share, asked for once; again where the answer did not come. */
  const dressed = (): Promise<Dress> => {
    dress ??= sendMessage("dress").catch((error) => {
      dress = undefined;
      throw error;
    });
    return dress;
  };
  const cards = new CardStore((ids) => sendMessage("cards", { ids, page: named(engine) }));
  /** The panels beside this page, which are told when it has been read further, and see when it goes. */
  const panels = new Set<Browser.runtime.Port>();
  const engine = new Engine({
    names: unpack(packed),
    lexicon: () => sendMessage("lexicon"),
    terms: () => sendMessage("terms"),
    own,
    // A card that could not be fetched now is asked for again when it is wanted.
    onSettled: () => {
      for (const panel of panels) panel.postMessage(0);
      const ids = new Set([...engine.marks.list()].map((m) => m.entity));
      if (ids.size === 0) return;
      cards.fetch(ids).catch(() => {});
      dressed().catch(() => {});
    },
  });
  const read = (): void => void (isOff(settings) ? engine.stop() : engine.start(wishes(settings)));
  const show = async (hit: Hit, byKey = false): Promise<void> => {
    token += 1;
    const mine = token;
    const found = await Promise.all([cards.get(hit.mark.entity), dressed()]).catch(() => undefined);
    // The reader may have moved on while the answers were on their way.
    if (mine !== token || !found?.[0]) return;
    const [card, { style }] = found;
    const near = parentOf(hit.mark.startNode) ?? document.documentElement;
    await popover.show(card, hit, style, settings.theme === "auto" ? themeAt(near) : settings.theme);
    if (byKey && mine === token) popover.focus();
  };
  const hide = (): void => {
    token += 1;
    popover.hide();
    stepper.focus();
  };
  /** What the reader chooses is kept, and heard by every open page through the settings. */
  const change = (what: Partial<Settings>): void => void changeSettings(what);
  const popover = new Popover((act, id, hit) => {
    const { form, entity } = hit.mark;
    const silence = (host: string | null): void => change({ silenced: [...settings.silenced, { form, host }] });
    if (act === "compare") return void sendMessage("openPanel", { entity });
    if (act === "more") return void sendMessage("openPanel", { entity, view: "platform" });
    if (act === "beside" && id) return void sendMessage("openPanel", { entity, beside: id });
    hide();
    opened(undefined);
    if (act === "here") silence(location.hostname);
    else if (act === "anywhere") silence(null);
    else if (act === "siteOff") change({ sitesOff: [...settings.sitesOff, location.hostname] });
    else if (act === "settings") void sendMessage("openSettings");
    else {
      change({ documentsOnly: act === "documents" });
      reopen = hit;
    }
  });
  /** What is opened again when the reader has chosen what cards show. */
  let reopen: Hit | undefined;
  const stepper = new Stepper({
    mentions: () => mentions(engine.marks),
    dress: dressed,
    nameOf: (id) => cards.nameOf(id),
    open: (hit) => {
      opened(hit.mark);
      void show(hit, true);
    },
    signal,
  });

  if (signal.aborted) return;
  read();
  const opened = followPointer({
    settings: () => settings,
    hitAt: (x, y) => (ctx.isInvalid ? undefined : engine.hitAt(x, y)),
    isMarked: (hit) => engine.isMarked(hit.mark),
    isOurs: (event) => popover.owns(event) || stepper.owns(event),
    isBetween: (x, y) => popover.isBetween(x, y),
    isShown: () => popover.isShown,
    isPinned: () => popover.pinned,
    open: (hit) => void show(hit),
    close: hide,
    signal,
  });
  const heartbeat = setInterval(() => ctx.isInvalid, HEARTBEAT_MS);
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
      if (reopen) {
        opened(reopen.mark);
        void show(reopen);
      }
      reopen = undefined;
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
      onMessage("step", ({ data }) => stepper.step(data)),
    );
  }
  signal.addEventListener("abort", () => {
    clearInterval(heartbeat);
    engine.stop();
    popover.hide();
    for (const stop of listening) quietly(stop);
  });
}

/** Who is named on the page, the most named first. */
function named(engine: Engine): string[] {
  return pageReport(engine.marks, null).entities.map((e) => e.id);
}

/** What of the settings decides which names are marked. */
function wants({ marks, terms, silenced, ownNames, sitesOff }: Settings): string {
  return JSON.stringify([marks, terms, silenced, ownNames, sitesOff]);
}

/** Whether the reader has turned Qiju off on this site. */
function isOff({ sitesOff }: Settings): boolean {
  const host = `.${location.hostname}`;
  return sitesOff.some((site) => host.endsWith(`.${site}`));
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
