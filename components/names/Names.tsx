import { useEffect, useRef, useState } from "preact/hooks";
import type { Entity } from "../../data/model.ts";
import { addName } from "../../data/ownNames.ts";
import type { OwnNameSetting, Silence } from "../../data/settings.ts";
import { Entries } from "./Entries.tsx";
import { NameForm } from "./NameForm.tsx";
import type { NamesWriting } from "./types.ts";
import "./names.css";

interface Props extends NamesWriting {
  entities: readonly Entity[];
  ownNames: readonly OwnNameSetting[];
  silenced: readonly Silence[];
  /** @param removed the name that was taken away, where one was */
  onOwnNames: (names: OwnNameSetting[], removed?: OwnNameSetting) => void;
  onSilenced: (silenced: Silence[], restored: Silence) => void;
  /** Level and class of the two headings, which are those of the page around. */
  heading: { level: "h2" | "h3"; class: string };
}

/** The reader's own names, and the forms that are no longer marked: in the panel and among the settings. */
export function Names(props: Props) {
  const { entities, ownNames, silenced, onOwnNames, onSilenced, heading, language, t } = props;
  const [changing, setChanging] = useState<string>();
  const whole = useRef<HTMLDivElement>(null);
  /** The name whose form was just closed: the focus goes back to its button. */
  const closed = useRef<string | undefined>(undefined);
  const nameOf = (id: string): string => entities.find((e) => e.id === id)?.names[language] ?? id;
  useEffect(() => {
    const name = closed.current;
    closed.current = undefined;
    if (name === undefined) return;
    const buttons = whole.current?.querySelectorAll<HTMLElement>(".entry-edit") ?? [];
    [...buttons].find((button) => button.dataset.name === name)?.focus();
  });
  const close = (name: string): void => {
    closed.current = name;
    setChanging(undefined);
  };
  const Heading = heading.level;
  return (
    <div class="names" ref={whole}>
      <Heading class={heading.class}>{t("names.own")}</Heading>
      <p class="note hint">{t("names.ownHint")}</p>
      <NameForm
        entities={entities}
        others={ownNames}
        language={language}
        t={t}
        onName={(text, entity) => onOwnNames(addName(ownNames, text, entity))}
      />
      <Entries
        entries={ownNames}
        keyOf={(own) => own.text}
        removal={(own) => t("names.remove", { name: own.text })}
        onRemove={(own) =>
          onOwnNames(
            ownNames.filter((n) => n !== own),
            own,
          )
        }
        none={t("names.none")}
      >
        {(own) =>
          changing === own.text ? (
            <NameForm
              entities={entities}
              others={ownNames.filter((n) => n !== own)}
              name={own}
              language={language}
              t={t}
              onName={(text, entity) => {
                // In its place, so that the list does not jump.
                const changed = { text: text.trim(), entity };
                const rest = ownNames.filter((n) => n === own || n.text !== changed.text);
                onOwnNames(rest.map((n) => (n === own ? changed : n)));
                close(changed.text);
              }}
              onCancel={() => close(own.text)}
            />
          ) : (
            <>
              <span>{own.text}</span>
              <span class="entry-of">{nameOf(own.entity)}</span>
              <button
                type="button"
                class="plain entry-edit"
                data-name={own.text}
                aria-label={t("names.edit", { name: own.text })}
                onClick={() => setChanging(own.text)}
              >
                {t("names.edit", { name: "" }).trim()}
              </button>
            </>
          )
        }
      </Entries>
      <Heading class={heading.class}>{t("names.silenced")}</Heading>
      <Entries
        entries={silenced}
        keyOf={(s) => `${s.form} ${s.host}`}
        removal={(s) => t("names.restore", { name: s.form })}
        onRemove={(s) =>
          onSilenced(
            silenced.filter((other) => other !== s),
            s,
          )
        }
        none={t("names.silencedNone")}
      >
        {(s) => (
          <>
            <span>{s.form}</span>
            <span class="entry-of">{s.host ?? t("names.anywhere")}</span>
          </>
        )}
      </Entries>
    </div>
  );
}
