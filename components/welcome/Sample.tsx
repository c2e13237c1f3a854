import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

/** A stretch of the sample: a name that answers, or what stands between. */
export type Stretch = { text: string; entity?: string | undefined };

interface Props {
  stretches: readonly Stretch[];
  /** Milliseconds of rest before a card opens, and after which it goes. */
  showDelay: number;
  hideDelay: number;
  /** What the card of a name says; nothing where there is none. */
  card: (entity: string, surface: string) => ComponentChildren;
  /** A button of the card was pressed: what it is for, and whom it is about. */
  onAct: (act: string, id: string | undefined, entity: string, surface: string) => void;
}

/** A text of our own whose names answer as they do on pages: by pointer and by keyboard. */
export function Sample({ stretches, showDelay, hideDelay, card, onAct }: Props) {
  const [open, setOpen] = useState<number>();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const box = useRef<HTMLDivElement>(null);
  const after = (ms: number, next: number | undefined): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(next), ms);
  };
  const at = (next: number | undefined): void => after(0, next);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === "Escape") setOpen(undefined);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  const place = useRef<HTMLDivElement>(null);
  // The card's buttons carry no handlers: it is drawn as pages get it.
  useEffect(() => {
    const node = place.current;
    const stretch = open === undefined ? undefined : stretches[open];
    if (!node || !stretch?.entity) return;
    const { entity, text } = stretch;
    const onClick = (event: Event): void => {
      const pressed = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-act]") : null;
      if (pressed?.dataset.act) onAct(pressed.dataset.act, pressed.dataset.id, entity, text);
    };
    node.addEventListener("click", onClick);
    return () => node.removeEventListener("click", onClick);
  });
  const shown = open === undefined ? undefined : stretches[open];
  return (
    <div
      class="sample"
      ref={box}
      onFocusOut={(event) => {
        if (!(event.relatedTarget instanceof Node && box.current?.contains(event.relatedTarget))) at(undefined);
      }}
    >
      <p class="sample-text">
        {stretches.map(({ text, entity }, i) =>
          entity ? (
            <button
              key={text}
              type="button"
              class="sample-name"
              aria-expanded={open === i}
              aria-controls={open === i ? "sample-card" : undefined}
              onPointerEnter={(event) => {
                if (event.pointerType === "mouse") after(showDelay, i);
              }}
              onPointerLeave={(event) => {
                if (event.pointerType === "mouse") after(hideDelay, undefined);
              }}
              onFocus={(event) => {
                if (event.currentTarget.matches(":focus-visible")) at(i);
              }}
              onClick={() => at(i)}
            >
              {text}
            </button>
          ) : (
            text
          ),
        )}
      </p>
      {/* Its place is kept, so that nothing moves when a card comes. */}
      <div
        class="sample-place"
        onPointerEnter={() => clearTimeout(timer.current)}
        onPointerLeave={() => after(hideDelay, undefined)}
      >
        {shown?.entity && (
          <div id="sample-card" ref={place}>
            {card(shown.entity, shown.text)}
          </div>
        )}
      </div>
    </div>
  );
}
