import type { Entity } from "../../data/model.ts";
import { Names } from "../names/Names.tsx";
import type { Section } from "./types.ts";

interface Props extends Section {
  entities: readonly Entity[];
}

/** The reader's own names, and the forms that are no longer marked. */
export function NamesSection({ settings, onChange, entities, language, t }: Props) {
  return (
    <Names
      entities={entities}
      ownNames={settings.ownNames}
      silenced={settings.silenced}
      onOwnNames={(ownNames, removed) => onChange({ ownNames }, removed && t("undo.name", { name: removed.text }))}
      onSilenced={(silenced, restored) => onChange({ silenced }, t("undo.silence", { name: restored.form }))}
      heading={{ level: "h3", class: "part" }}
      language={language}
      t={t}
    />
  );
}
