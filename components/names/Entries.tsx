import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface Props<T> {
  entries: readonly T[];
  keyOf: (entry: T) => string;
  /** What is said of the button that takes an entry away. */
  removal: (entry: T) => string;
  onRemove: (entry: T) => void;
  /** What stands there where there is no entry. */
  none: string;
  children: (entry: T) => ComponentChildren;
}

/**
 * A list whose entries can be taken away one by one. The focus, which would go with the button pressed,
 * goes to that of the next entry, or to the line that says that there is none.
 */
export function Entries<T>({ entries, keyOf, removal, onRemove, none, children }: Props<T>) {
  const whole = useRef<HTMLDivElement>(null);
  /** The place of the entry that was just taken away. */
  const removed = useRef<number | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the list is another
  useEffect(() => {
    const at = removed.current;
    removed.current = undefined;
    if (at === undefined || document.activeElement !== document.body) return;
    const crosses = whole.current?.querySelectorAll<HTMLElement>(".cross") ?? [];
    (crosses[Math.min(at, crosses.length - 1)] ?? whole.current?.querySelector<HTMLElement>(".entries-none"))?.focus();
  }, [entries]);
  return (
    <div ref={whole}>
      {entries.length === 0 ? (
        <p class="blank entries-none" tabIndex={-1}>
          {none}
        </p>
      ) : (
        <ul class="entries">
          {entries.map((entry, at) => (
            <li key={keyOf(entry)} class="entry">
              {children(entry)}
              <button
                type="button"
                class="cross"
                aria-label={removal(entry)}
                onClick={() => {
                  removed.current = at;
                  onRemove(entry);
                }}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
