import { useId, useState } from "preact/hooks";
import type { Entity } from "../../../data/model.ts";
import { type Spellings, searchNames } from "../../../data/search.ts";
import type { Writing } from "../types.ts";

/** How many answers are offered. */
const OFFERED = 8;

interface Props extends Writing {
  entities: readonly Entity[];
  spellings: Spellings;
  onPick: (id: string) => void;
}

/** Search for a platform by any of its names and pick it, by pointer or keyboard. */
export function PlatformPicker({ entities, spellings, onPick, language, t }: Props) {
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const list = useId();
  const found = searchNames(entities, query, spellings).slice(0, OFFERED);
  const open = query.trim() !== "";

  const pick = (entity: Entity | undefined): void => {
    if (!entity) return;
    setQuery("");
    setActive(0);
    onPick(entity.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === "Escape") setQuery("");
    else if (event.key === "Enter") pick(found[active]);
    else if (event.key === "ArrowDown") setActive(Math.min(active + 1, found.length - 1));
    else if (event.key === "ArrowUp") setActive(Math.max(active - 1, 0));
    else return;
    event.preventDefault();
  };

  return (
    <div class="picker">
      <input
        type="text"
        role="combobox"
        class="picker-input"
        aria-label={t("compare.add")}
        aria-expanded={open}
        aria-controls={list}
        aria-activedescendant={open && found[active] ? `${list}-${active}` : undefined}
        aria-autocomplete="list"
        autocomplete="off"
        placeholder={t("compare.addHint")}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {open && (
        <div id={list} class="picker-list" role="listbox" aria-label={t("compare.add")}>
          {found.map((entity, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, which keeps the focus
            // biome-ignore lint/a11y/useFocusableInteractive: options are reached through aria-activedescendant
            <div
              key={entity.id}
              id={`${list}-${i}`}
              role="option"
              class="picker-option"
              aria-selected={i === active}
              // The field keeps the focus: one often adds several.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(entity)}
            >
              {entity.names[language]} <small>{language === "en" ? entity.names.zh : entity.names.en}</small>
            </div>
          ))}
          {found.length === 0 && <p class="picker-none">{t("compare.noMatch")}</p>}
        </div>
      )}
    </div>
  );
}
