import { useState } from "preact/hooks";
import type { Entity } from "../../data/model.ts";
import { addName } from "../../data/ownNames.ts";
import { Entries } from "./Entries.tsx";
import { NameForm } from "./NameForm.tsx";
import type { Section } from "./types.ts";

interface Props extends Section {
  entities: readonly Entity[];
}

/** The reader's own names, and the forms that are no longer marked. */
export function NamesSection({ settings, onChange, entities, language, t }: Props) {
  const [changing, setChanging] = useState<string>();
  const { ownNames, silenced } = settings;
  const nameOf = (id: string): string => entities.find((e) => e.id === id)?.names[language] ?? id;
  return (
    <>
      <h3 class="part">{t("names.own")}</h3>
      <p class="note">{t("names.ownHint")}</p>
      <NameForm
        entities={entities}
        others={ownNames}
        language={language}
        t={t}
        onName={(text, entity) => onChange({ ownNames: addName(ownNames, text, entity) })}
      />
      <Entries
        entries={ownNames}
        keyOf={(own) => own.text}
        removal={(own) => t("names.remove", { name: own.text })}
        onRemove={(own) =>
          onChange({ ownNames: ownNames.filter((n) => n !== own) }, t("undo.name", { name: own.text }))
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
                onChange({ ownNames: rest.map((n) => (n === own ? changed : n)) });
                setChanging(undefined);
              }}
              onCancel={() => setChanging(undefined)}
            />
          ) : (
            <>
              <span>{own.text}</span>
              <span class="entry-of">{nameOf(own.entity)}</span>
              <button
                type="button"
                class="plain entry-edit"
                aria-label={t("names.edit", { name: own.text })}
                onClick={() => setChanging(own.text)}
              >
                {t("names.edit", { name: "" }).trim()}
              </button>
            </>
          )
        }
      </Entries>
      <h3 class="part">{t("names.silenced")}</h3>
      <Entries
        entries={silenced}
        keyOf={(s) => `${s.form} ${s.host}`}
        removal={(s) => t("names.restore", { name: s.form })}
        onRemove={(s) =>
          onChange({ silenced: silenced.filter((other) => other !== s) }, t("undo.silence", { name: s.form }))
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
    </>
  );
}
