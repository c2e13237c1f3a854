import { useEffect, useRef, useState } from "preact/hooks";
import type { Entity } from "../../data/model.ts";
import { type NameRefusal, refuseName } from "../../data/ownNames.ts";
import type { OwnNameSetting } from "../../data/settings.ts";
import type { NamesWriting } from "./types.ts";

interface Props extends NamesWriting {
  entities: readonly Entity[];
  /** Every other name that the reader gave. */
  others: readonly OwnNameSetting[];
  /** The name that is changed; without it one is added. */
  name?: OwnNameSetting;
  onName: (text: string, entity: string) => void;
  onCancel?: () => void;
}

/** Takes a name for a platform, or says why not. */
export function NameForm({ entities, others, name, onName, onCancel, language, t }: Props) {
  const [text, setText] = useState(name?.text ?? "");
  const [entity, setEntity] = useState(name?.entity ?? "");
  const [refused, setRefused] = useState<NameRefusal | "platform">();
  const id = name ? "changed" : "added";
  const field = useRef<HTMLInputElement>(null);
  // The button that opened it is gone: whoever pressed it writes on here.
  const opened = name !== undefined;
  useEffect(() => {
    if (opened) field.current?.focus();
  }, [opened]);
  const submit = (event: Event): void => {
    event.preventDefault();
    const known = [...entities.flatMap((e) => e.aliases.map((alias) => ({ text: alias, entity: e.id }))), ...others];
    const refusal = entity === "" ? "platform" : refuseName(text, entity, known);
    setRefused(refusal);
    if (refusal) return;
    onName(text, entity);
    if (!name) setText("");
  };
  return (
    <form
      class="names-form"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.isComposing) onCancel?.();
      }}
    >
      <input
        ref={field}
        class="field"
        aria-label={t("names.text")}
        placeholder={t("names.text")}
        aria-invalid={refused !== undefined && refused !== "platform"}
        aria-describedby={`${id}-refused`}
        autocomplete="off"
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setRefused(undefined);
        }}
      />
      <select
        class="field"
        aria-label={t("names.platform")}
        aria-invalid={refused === "platform"}
        value={entity}
        onChange={(event) => {
          setEntity(event.currentTarget.value);
          setRefused(undefined);
        }}
      >
        <option value="">{t("names.platform")}</option>
        {entities
          .filter((e) => e.kind !== "market")
          .map((e) => (
            <option key={e.id} value={e.id}>
              {e.names[language]}
            </option>
          ))}
      </select>
      <button type="submit" class="button">
        {t(name ? "names.save" : "names.add")}
      </button>
      {onCancel && (
        <button type="button" class="plain" onClick={onCancel}>
          {t("names.cancel")}
        </button>
      )}
      <p class="refusal" id={`${id}-refused`} role="alert">
        {refused && t(`names.refused.${refused}`)}
      </p>
    </form>
  );
}
