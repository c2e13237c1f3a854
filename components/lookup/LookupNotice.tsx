import { useState } from "preact/hooks";
import { headlineOf } from "../../data/layers.ts";
import type { Entity, Language } from "../../data/model.ts";
import type { Translate } from "../locales/messages.ts";
import { SearchField } from "../SearchField.tsx";

export type LookupKey = keyof typeof import("../locales/lookup.zh.json");

interface Props {
  /** The words that were looked up. */
  text: string;
  /** Whom they name: several, or nobody. */
  named: readonly Entity[];
  language: Language;
  t: Translate<LookupKey>;
  /** Whom typed words may mean, the likeliest first. */
  suggest: (typed: string) => readonly Entity[];
  onEntity: (id: string) => void;
  onClose: () => void;
}

/** So much of the words is shown again. */
const LONGEST = 40;

/** Asks whom the reader means by words that name several; where they name nobody, says so and offers a search. */
export function LookupNotice({ text, named, language, t, suggest, onEntity, onClose }: Props) {
  const [typed, setTyped] = useState("");
  const words = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  const searching = named.length === 0;
  const choices = searching ? suggest(typed) : named;
  return (
    <aside
      class="lookup"
      aria-label={t("lookup.label")}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <p class="lookup-said" role="status">
        {t(searching ? "lookup.none" : "lookup.several", { text: words })}
      </p>
      <button type="button" class="remove lookup-close" aria-label={t("lookup.close")} onClick={onClose}>
        ×
      </button>
      {searching && <SearchField label={t("lookup.search")} text={typed} onText={setTyped} />}
      {searching && typed.trim() !== "" && choices.length === 0 && <p class="blank">{t("lookup.noMatch")}</p>}
      <ul class="lookup-list">
        {choices.map((entity) => (
          <li key={entity.id}>
            <button type="button" class="lookup-choice" onClick={() => onEntity(entity.id)}>
              <strong>{entity.names[language]}</strong>
              <span>{headlineOf(entity)[language]}</span>
            </button>
          </li>
        ))}
      </ul>
    </aside>
  );
}
