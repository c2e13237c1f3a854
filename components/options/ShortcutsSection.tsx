import type { Writing } from "./types.ts";

export interface Shortcut {
  name: string;
  description: string;
  /** Empty where none is set. */
  keys: string;
}

interface Props extends Writing {
  shortcuts: readonly Shortcut[];
  /** Leads to the browser's own page; undefined where a browser lets nobody do that. */
  onOpen: (() => void) | undefined;
}

/** The shortcuts as they are set now. */
export function ShortcutsSection({ shortcuts, onOpen, t }: Props) {
  return (
    <>
      <p class="note">{t("shortcuts.hint")}</p>
      <dl class="shortcuts">
        {shortcuts.map(({ name, description, keys }) => (
          <div key={name} class="entry">
            <dt>{description}</dt>
            <dd>{keys ? <kbd>{keys}</kbd> : <span class="blank">{t("shortcuts.unset")}</span>}</dd>
          </div>
        ))}
      </dl>
      {onOpen ? (
        <button type="button" class="button" onClick={onOpen}>
          {t("shortcuts.open")}
        </button>
      ) : (
        <p class="note">{t("shortcuts.how")}</p>
      )}
    </>
  );
}
