import { COLUMNS } from "../../../data/compare.ts";
import { PlatformPicker } from "../compare/PlatformPicker.tsx";
import { useKeptFocus } from "../useKeptFocus.ts";
import { nameIn } from "./names.ts";
import type { PictureProps } from "./props.ts";

/** The chosen platforms, each to be taken away, and a search that takes more. */
export function Chosen({
  knowledge,
  spellings,
  ids,
  onIds,
  language,
  t,
}: Pick<PictureProps, "knowledge" | "spellings" | "ids" | "onIds" | "language" | "t">) {
  const others = knowledge.entities.filter((e) => e.kind !== "market" && !ids.includes(e.id));
  const whole = useKeptFocus<HTMLDivElement>(ids, ".remove", ".picker-input, .remove");
  return (
    <div class="picture-chosen" ref={whole}>
      <ul class="picture-chips" aria-label={t("picture.chosen")}>
        {ids.map((id) => {
          const name = nameIn(knowledge, id, language);
          return (
            <li key={id} class="picture-chip">
              <span>{name}</span>
              <button
                type="button"
                class="remove"
                aria-label={t("compare.remove", { name })}
                onClick={() => onIds(ids.filter((other) => other !== id))}
              >
                ×
              </button>
            </li>
          );
        })}
      </ul>
      {ids.length >= COLUMNS.most ? (
        <p class="hint">{t("compare.full", { n: COLUMNS.most })}</p>
      ) : (
        <PlatformPicker
          entities={others}
          spellings={spellings}
          language={language}
          t={t}
          onPick={(id) => onIds([...ids, id])}
        />
      )}
    </div>
  );
}
