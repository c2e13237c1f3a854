/** What the pointer and the keyboard want: which mention is open. Opens nothing itself. */
import type { Hit } from "./hit.ts";

/** The pointer rests this long on a name before the card shows: passing over names shows nothing. */
export const OPEN_MS = 500;
/** The card stays this long after the pointer has left name and card: time to reach the card. */
export const CLOSE_MS = 300;

export interface HoverOptions {
  hitAt: (x: number, y: number) => Hit | undefined;
  /** Whether an event comes from our own card. */
  isCard: (event: Event) => boolean;
  open: (hit: Hit) => void;
  close: () => void;
  signal: AbortSignal;
}

/** Follows the pointer until the signal aborts. */
export function followPointer(options: HoverOptions): void {
  const { signal } = options;
  let shown: Hit["mark"] | undefined;
  let opening: ReturnType<typeof setTimeout> | undefined;
  let closing: ReturnType<typeof setTimeout> | undefined;

  const keep = (): void => {
    clearTimeout(closing);
    closing = undefined;
  };
  const close = (): void => {
    keep();
    if (!shown) return;
    shown = undefined;
    options.close();
  };
  const dismiss = (): void => {
    clearTimeout(opening);
    close();
  };
  const closeSoon = (): void => {
    if (shown) closing ??= setTimeout(close, CLOSE_MS);
  };
  const leave = (): void => {
    clearTimeout(opening);
    closeSoon();
  };

  const move = (event: PointerEvent): void => {
    if (event.pointerType === "touch" || event.buttons !== 0) return;
    // Resting means not moving: each move starts the wait anew.
    clearTimeout(opening);
    if (options.isCard(event)) {
      keep();
      return;
    }
    const hit = options.hitAt(event.clientX, event.clientY);
    if (hit && hit.mark === shown) {
      keep();
      return;
    }
    closeSoon();
    if (!hit) return;
    opening = setTimeout(() => {
      keep();
      shown = hit.mark;
      options.open(hit);
    }, OPEN_MS);
  };
  const unlessCard = (event: Event): void => {
    if (!options.isCard(event)) dismiss();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape" || !options.isCard(event)) dismiss();
  };

  const passive = { passive: true, capture: true, signal } as const;
  document.addEventListener("pointermove", move, passive);
  document.addEventListener("pointerdown", unlessCard, passive);
  document.addEventListener("scroll", unlessCard, passive);
  document.addEventListener("keydown", onKey, passive);
  document.documentElement.addEventListener("pointerleave", leave, { passive: true, signal });
  signal.addEventListener("abort", dismiss);
}
