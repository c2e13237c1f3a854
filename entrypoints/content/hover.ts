/** What the pointer wants: which mention is open. Opens nothing itself. */
import type { Settings } from "../../data/settings.ts";
import type { Hit } from "./hit.ts";

export interface HoverOptions {
  /** The reader's delays and held key, as they are now. */
  settings: () => Pick<Settings, "showDelay" | "hideDelay" | "holdKey">;
  hitAt: (x: number, y: number) => Hit | undefined;
  /** Whether a tap on the mention is meant for it: it is underlined. */
  isMarked: (hit: Hit) => boolean;
  /** Whether an event comes from our own card or ring. */
  isOurs: (event: Event) => boolean;
  /** Whether a point lies between the name and its card: on the way from one to the other. */
  isBetween: (x: number, y: number) => boolean;
  /** Whether the card is there by now: its content may still be on its way. */
  isShown: () => boolean;
  /** Whether the card stays until the reader lets it go. */
  isPinned: () => boolean;
  open: (hit: Hit) => void;
  close: () => void;
  signal: AbortSignal;
}

/** What a tap is meant for where a name lies in it. */
const TAPPED = "a[href], button, input, select, textarea, label, summary, [role=button], [role=link]";

/** Follows pointer and keys until the signal aborts. @returns how to tell that a mention was opened or closed in another way */
export function followPointer(options: HoverOptions): (mark: Hit["mark"] | undefined) => void {
  const { signal } = options;
  let shown: Hit["mark"] | undefined;
  /** The name that the pointer rests on while the key is not held that a card waits for. */
  let waiting: Hit | undefined;
  let opening: ReturnType<typeof setTimeout> | undefined;
  let closing: ReturnType<typeof setTimeout> | undefined;

  const keep = (): void => {
    clearTimeout(closing);
    closing = undefined;
  };
  const rest = (): void => {
    clearTimeout(opening);
    waiting = undefined;
  };
  const close = (): void => {
    keep();
    if (!shown) return;
    shown = undefined;
    options.close();
  };
  const dismiss = (): void => {
    rest();
    if (!options.isPinned()) close();
  };
  const closeSoon = (): void => {
    if (!shown || options.isPinned()) return;
    // What is still on its way is not wanted any more.
    if (options.isShown()) closing ??= setTimeout(close, options.settings().hideDelay);
    else close();
  };
  const open = (hit: Hit): void => {
    rest();
    keep();
    shown = hit.mark;
    options.open(hit);
  };
  const isHeld = (event: MouseEvent | KeyboardEvent): boolean => {
    const { holdKey } = options.settings();
    if (holdKey === "none") return true;
    return holdKey === "alt" ? event.altKey : holdKey === "shift" ? event.shiftKey : event.ctrlKey;
  };

  const onMove = (event: PointerEvent): void => {
    if (event.pointerType === "touch" || event.buttons !== 0) return;
    // Resting means not moving: each move starts the wait anew.
    rest();
    if (options.isOurs(event)) keep();
    else if (!options.isPinned()) passOver(event);
  };
  const passOver = (event: PointerEvent): void => {
    const { clientX: x, clientY: y } = event;
    const onTheWay = shown && options.isBetween(x, y);
    const hit = onTheWay ? undefined : options.hitAt(x, y);
    if (onTheWay || hit?.mark === shown) keep();
    if (hit && hit.mark === shown) return;
    closeSoon();
    if (!hit) return;
    if (isHeld(event)) opening = setTimeout(() => open(hit), options.settings().showDelay);
    else waiting = hit;
  };
  const onClick = (event: MouseEvent): void => {
    if ((event as PointerEvent).pointerType !== "touch" || options.isOurs(event) || options.isPinned()) return;
    const hit = options.hitAt(event.clientX, event.clientY);
    // Where the page has something to tap, the tap is the page's.
    const taken = event.target instanceof Element && event.target.closest(TAPPED);
    if (hit && !taken && options.isMarked(hit)) open(hit);
  };
  const unlessOurs = (event: Event): void => {
    if (!options.isOurs(event)) dismiss();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (waiting && isHeld(event)) open(waiting);
    else if (event.key === "Escape") {
      rest();
      close();
    } else if (!isModifier(event.key)) unlessOurs(event);
  };
  const leave = (): void => {
    rest();
    closeSoon();
  };
  const abort = (): void => {
    rest();
    close();
  };
  const onSelection = (): void => {
    if (document.getSelection()?.isCollapsed === false) dismiss();
  };

  const passive = { passive: true, capture: true, signal } as const;
  document.addEventListener("pointermove", onMove, passive);
  document.addEventListener("pointerdown", unlessOurs, passive);
  document.addEventListener("click", onClick, passive);
  document.addEventListener("scroll", unlessOurs, passive);
  document.addEventListener("keydown", onKey, passive);
  document.addEventListener("selectionchange", onSelection, passive);
  document.documentElement.addEventListener("pointerleave", leave, { passive: true, signal });
  signal.addEventListener("abort", abort);
  return (mark) => {
    keep();
    shown = mark;
  };
}

function isModifier(key: string): boolean {
  return key === "Alt" || key === "Control" || key === "Shift" || key === "Meta";
}
