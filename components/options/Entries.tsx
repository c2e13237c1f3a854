import type { ComponentChildren } from "preact";

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

/** A list whose entries can be taken away one by one. */
export function Entries<T>({ entries, keyOf, removal, onRemove, none, children }: Props<T>) {
  if (entries.length === 0) return <p class="blank entries-none">{none}</p>;
  return (
    <ul class="entries">
      {entries.map((entry) => (
        <li key={keyOf(entry)} class="entry">
          {children(entry)}
          <button type="button" class="cross" aria-label={removal(entry)} onClick={() => onRemove(entry)}>
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}
