import { useState } from "preact/hooks";
import type { Knowledge } from "../../../data/model.ts";
import { addName, type NameRefusal, refuseName } from "../../../data/ownNames.ts";
import type { OwnNameSetting, Settings, Silence } from "../../../data/settings.ts";
import type { Writing } from "../types.ts";
import { MarksChoice } from "./MarksChoice.tsx";
import "./names.css";

interface Props extends Writing {
  knowledge: Knowledge;
  ownNames: readonly OwnNameSetting[];
  silenced: readonly Silence[];
  marks: Settings["marks"];
  onMarks: (marks: Settings["marks"]) => void;
  onOwnNames: (names: OwnNameSetting[]) => void;
  onSilenced: (silenced: Silence[]) => void;
}

/** The reader's own names, and the forms that are no longer marked. */
export function NamesView({
  knowledge,
  ownNames,
  silenced,
  marks,
  onMarks,
  onOwnNames,
  onSilenced,
  language,
  t,
}: Props) {
  const [text, setText] = useState("");
  const [entity, setEntity] = useState("");
  const [refused, setRefused] = useState<NameRefusal | "platform">();
  const nameOf = (id: string): string => knowledge.entities.find((e) => e.id === id)?.names[language] ?? id;
  const choices = knowledge.entities.filter((e) => e.kind !== "market");

  const add = (event: Event): void => {
    event.preventDefault();
    const known = [
      ...knowledge.entities.flatMap((e) => e.aliases.map((alias) => ({ text: alias, entity: e.id }))),
      ...ownNames,
    ];
    const refusal = refuseName(text, entity, known) ?? (entity === "" ? "platform" : undefined);
    setRefused(refusal);
    if (refusal) return;
    onOwnNames(addName(ownNames, text, entity));
    setText("");
  };

  return (
    <section aria-label={t("view.names")}>
      <MarksChoice marks={marks} onMarks={onMarks} t={t} />
      <h2 class="section-title">{t("names.own")}</h2>
      <p class="hint">{t("names.ownHint")}</p>
      <form class="names-form" onSubmit={add}>
        <input
          class="picker-input"
          aria-label={t("names.text")}
          placeholder={t("names.text")}
          value={text}
          aria-invalid={refused !== undefined}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setRefused(undefined);
          }}
        />
        <select
          class="select"
          aria-label={t("names.platform")}
          value={entity}
          onChange={(event) => {
            setEntity(event.currentTarget.value);
            setRefused(undefined);
          }}
        >
          <option value="">{t("names.platform")}</option>
          {choices.map((e) => (
            <option key={e.id} value={e.id}>
              {e.names[language]}
            </option>
          ))}
        </select>
        <button type="submit" class="button">
          {t("names.add")}
        </button>
      </form>
      <p class="names-refused" role="alert">
        {refused && t(`names.refused.${refused}`)}
      </p>
      {ownNames.length === 0 && <p class="blank">{t("names.none")}</p>}
      <ul class="names-list">
        {ownNames.map((own) => (
          <li key={own.text} class="names-item">
            <span>{own.text}</span>
            <span class="page-count">{nameOf(own.entity)}</span>
            <button
              type="button"
              class="remove"
              aria-label={t("names.remove", { name: own.text })}
              onClick={() => onOwnNames(ownNames.filter((n) => n !== own))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <h2 class="section-title names-second">{t("names.silenced")}</h2>
      {silenced.length === 0 && <p class="blank">{t("names.silencedNone")}</p>}
      <ul class="names-list">
        {silenced.map((silence) => (
          <li key={`${silence.form} ${silence.host}`} class="names-item">
            <span>{silence.form}</span>
            <span class="page-count">{silence.host ?? t("names.anywhere")}</span>
            <button
              type="button"
              class="remove"
              aria-label={t("names.restore", { name: silence.form })}
              onClick={() => onSilenced(silenced.filter((s) => s !== silence))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
