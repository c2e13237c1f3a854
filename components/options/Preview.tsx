import { useEffect, useRef } from "preact/hooks";
import type { Difference, Manner } from "../../data/settingsFile.ts";
import { Segments } from "./Segments.tsx";
import type { OptionsKey, Writing } from "./types.ts";

/** A file that was read, and what it would change. */
export interface Pending {
  file: string;
  manner: Manner;
  /** Undefined where the joined lists would not fit. */
  differences: readonly Difference[] | undefined;
  /** The most entries of a list. */
  most: number;
}

interface Props extends Writing {
  pending: Pending;
  nameOf: (entity: string) => string;
  onManner: (manner: Manner) => void;
  onApply: () => void;
  onCancel: () => void;
}

const manners = ["merge", "replace"] as const;
/** Entries that are named; of longer lists the rest is counted. */
const NAMED = 5;

/** Says what an import would change, before it happens. */
export function Preview({ pending, nameOf, onManner, onApply, onCancel, t }: Props) {
  const { file, manner, differences, most } = pending;
  const head = useRef<HTMLHeadingElement>(null);
  // The reader is led to what has to be decided.
  useEffect(() => head.current?.focus(), []);
  return (
    <section class="preview" aria-labelledby="preview-head">
      <h3 class="part" id="preview-head" tabIndex={-1} ref={head}>
        {t("file.preview", { name: file })}
      </h3>
      <Segments
        name="manner"
        label={t("file.manner")}
        value={manner}
        choices={manners.map((value) => ({ value, text: t(`file.${value}`) }))}
        onChoice={onManner}
      />
      <p class="note">{t(`file.${manner}Hint`)}</p>
      <div aria-live="polite">
        {differences === undefined && <p class="refusal">{t("file.full", { n: most })}</p>}
        {differences?.length === 0 && <p class="blank">{t("file.same")}</p>}
        {differences && differences.length > 0 && (
          <ul class="changes">
            {differences.map((difference) => (
              <li key={difference.of === "notes" ? "notes" : difference.key}>
                <Change difference={difference} nameOf={nameOf} t={t} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <p class="preview-foot">
        {differences && differences.length > 0 && (
          <button type="button" class="button main" onClick={onApply}>
            {t("file.apply")}
          </button>
        )}
        <button type="button" class="plain" onClick={onCancel}>
          {t("file.cancel")}
        </button>
      </p>
    </section>
  );
}

interface ChangeProps extends Pick<Writing, "t"> {
  difference: Difference;
  nameOf: (entity: string) => string;
}

function Change({ difference, nameOf, t }: ChangeProps) {
  if (difference.of === "choice") {
    const { key, from, to } = difference;
    const said = (value: string | number | boolean): string => {
      if (typeof value === "boolean") return t(value ? "file.yes" : "file.no");
      if (typeof value === "number") return t("delay.seconds", { n: value / 1000 });
      return languages[value] ?? t(`${key}.${value}` as OptionsKey);
    };
    return <>{t("file.change", { what: t(`${key}.label`), from: said(from), to: said(to) })}</>;
  }
  const listed = (entries: readonly string[]): string => {
    const named = entries.slice(0, NAMED).map((e) => (difference.of === "notes" ? nameOf(e) : e));
    const rest = entries.length - named.length;
    return [...named, ...(rest > 0 ? [t("file.others", { n: rest })] : [])].join(t("file.separator"));
  };
  const { added, removed } = difference;
  const changed = difference.of === "notes" ? difference.changed : [];
  return (
    <>
      <strong>{t(difference.of === "notes" ? "file.notes" : `file.${difference.key}`)}</strong>
      {added.length > 0 && <span>{t("file.added", { list: listed(added) })}</span>}
      {removed.length > 0 && <span>{t("file.removed", { list: listed(removed) })}</span>}
      {changed.length > 0 && <span>{t("file.changed", { list: listed(changed) })}</span>}
    </>
  );
}

/** Each in its own script, as where it is chosen. */
const languages: Readonly<Record<string, string>> = { zh: "简体中文", zhHant: "繁體中文", en: "English" };
