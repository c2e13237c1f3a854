import { headlineOf } from "../../../data/layers.ts";
import type { Entity } from "../../../data/model.ts";
import { IdentityFacts, IdentityLine, IdentityMore } from "../../Identity.tsx";
import { Link } from "../Link.tsx";
import type { Writing } from "../types.ts";

interface Props extends Writing {
  entity: Entity;
  /** Its place among the columns, and how many there are. */
  at: number;
  of: number;
  onMove: (from: number, to: number) => void;
  onRemove: () => void;
}

/**
 * A column's head: who it is, one step to either side, away with it. The whole head can be dragged
 * over another; the arrows do the same by a click or a key.
 */
export function ColumnHead({ entity, at, of, onMove, onRemove, language, t }: Props) {
  const name = entity.names[language];

  return (
    <th
      scope="col"
      class="column"
      data-column={entity.id}
      draggable={of > 1}
      onDragStart={(event) => {
        event.dataTransfer?.setData(TYPE, String(at));
        if (event.dataTransfer) event.dataTransfer.effectAllowed = "move";
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer?.types.includes(TYPE)) return;
        event.preventDefault();
        event.currentTarget.classList.add("drop");
      }}
      onDragLeave={(event) => event.currentTarget.classList.remove("drop")}
      onDrop={(event) => {
        event.currentTarget.classList.remove("drop");
        const from = event.dataTransfer?.getData(TYPE);
        if (!from) return;
        event.preventDefault();
        onMove(Number(from), at);
      }}
    >
      <span class="column-head">
        <Link class="column-name" to={{ view: "platform", id: entity.id }}>
          {name}
        </Link>
        <span class="column-tools">
          {of > 1 && (
            <>
              <button
                type="button"
                class="tool step-left"
                aria-label={t("compare.moveLeft", { name })}
                title={t("compare.moveLeft", { name })}
                disabled={at === 0}
                onClick={() => onMove(at, at - 1)}
              >
                ‹
              </button>
              <button
                type="button"
                class="tool step-right"
                aria-label={t("compare.moveRight", { name })}
                title={t("compare.moveRight", { name })}
                disabled={at === of - 1}
                onClick={() => onMove(at, at + 1)}
              >
                ›
              </button>
            </>
          )}
          <button
            type="button"
            class="tool remove"
            aria-label={t("compare.remove", { name })}
            title={t("compare.remove", { name })}
            onClick={onRemove}
          >
            ×
          </button>
        </span>
      </span>
      <IdentityLine entity={entity} language={language} t={t} />
      <span class="column-headline">{headlineOf(entity)[language]}</span>
      <IdentityFacts entity={entity} language={language} t={t} />
      <IdentityMore entity={entity} language={language} t={t} />
    </th>
  );
}

/** Of our own, so that nothing dragged from elsewhere is taken for a column. */
const TYPE = "application/x-qiju-column";
