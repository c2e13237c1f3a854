/** What a page that names somebody offers its reader: the card by pointer, tap and key, and the ring. */
import type { Dress } from "../../data/cards.ts";
import { sendMessage } from "../../data/knowledge.ts";
import { changeSettings, type Settings } from "../../data/settings.ts";
import type { CardStore } from "./cards.ts";
import type { Engine } from "./engine.ts";
import type { Hit } from "./hit.ts";
import { followPointer } from "./hover.ts";
import { Popover } from "./popover.ts";
import { mentions } from "./report.ts";
import { parentOf } from "./roles.ts";
import { Stepper } from "./stepper.ts";
import { themeAt } from "./theme.ts";

export interface ReaderOptions {
  engine: Engine;
  cards: CardStore;
  dressed: () => Promise<Dress>;
  settings: () => Settings;
  /** Whether the extension is gone. */
  isGone: () => boolean;
  signal: AbortSignal;
}

export interface Reader {
  /** Goes to the next mention, or to the one before. */
  step(direction: 1 | -1): Promise<void>;
  /** Shows the card anew that the reader has changed the content of. */
  onSettings(): void;
}

/** Wires card and ring until the signal aborts. */
export function wireReader({ engine, cards, dressed, settings, isGone, signal }: ReaderOptions): Reader {
  let token = 0;
  /** What is opened again when the reader has chosen what cards show. */
  let reopen: Hit | undefined;
  const show = async (hit: Hit, byKey = false): Promise<void> => {
    token += 1;
    const mine = token;
    const found = await Promise.all([cards.get(hit.mark.entity), dressed()]).catch(() => undefined);
    // The reader may have moved on while the answers were on their way.
    if (mine !== token || !found?.[0]) return;
    const [card, { style }] = found;
    const { theme } = settings();
    const near = parentOf(hit.mark.startNode) ?? document.documentElement;
    await popover.show(card, hit, style, theme === "auto" ? themeAt(near) : theme);
    if (byKey && mine === token) popover.focus();
  };
  const hide = (): void => {
    token += 1;
    popover.hide();
    stepper.focus();
  };
  const popover = new Popover((act, id, hit) => {
    // Nobody would hear it: the card goes with its script.
    if (isGone()) return;
    const { form, entity } = hit.mark;
    if (act === "compare") void sendMessage("openPanel", { entity });
    else if (act === "more") void sendMessage("openPanel", { entity, view: "platform" });
    else if (act === "beside" && id) void sendMessage("openPanel", { entity, beside: id });
    else {
      hide();
      opened(undefined);
      if (act === "settings") void sendMessage("openSettings");
      else {
        if (act === "documents" || act === "layers") reopen = hit;
        // Kept, and heard by every open page through the settings.
        void changeSettings(changeBy(act, form, settings()));
      }
    }
  });
  const stepper = new Stepper({
    mentions: () => mentions(engine.marks),
    dress: dressed,
    nameOf: async (id) => (await cards.get(id))?.name,
    open: (hit) => {
      opened(hit.mark);
      void show(hit, true);
    },
    signal,
  });
  const opened = followPointer({
    settings,
    hitAt: (x, y) => (isGone() ? undefined : engine.hitAt(x, y)),
    isMarked: (hit) => engine.isMarked(hit.mark),
    isOurs: (event) => popover.owns(event) || stepper.owns(event),
    isBetween: (x, y) => popover.isBetween(x, y),
    isShown: () => popover.isShown,
    isPinned: () => popover.pinned,
    open: (hit) => void show(hit),
    close: hide,
    signal,
  });
  signal.addEventListener("abort", () => popover.hide());
  return {
    step: (direction) => stepper.step(direction),
    onSettings: () => {
      if (!reopen) return;
      opened(reopen.mark);
      void show(reopen);
      reopen = undefined;
    },
  };
}

/** What the reader's choice in a card's menu changes. */
function changeBy(act: string, form: string, { silenced, sitesOff }: Settings): Partial<Settings> {
  const host = location.hostname;
  if (act === "here") return { silenced: [...silenced, { form, host }] };
  if (act === "anywhere") return { silenced: [...silenced, { form, host: null }] };
  if (act === "siteOff") return { sitesOff: [...sitesOff, host] };
  return { documentsOnly: act === "documents" };
}
