import type { Entity, Knowledge } from "../../../data/model.ts";
import type { RelationKind } from "../../../data/schema.ts";
import { writeSources } from "../../ClaimLine.tsx";
import { Link } from "../Link.tsx";
import type { PanelKey, Writing } from "../types.ts";

interface Tie {
  key: `tie.${RelationKind}` | `tie.${RelationKind}.back`;
  other: Entity;
  sources: readonly string[];
}

/** How a platform stands to others, each tie with its source; both what it says and what others say of it. */
export function Relations({ entity, knowledge, language, t }: Writing & { entity: Entity; knowledge: Knowledge }) {
  const ties = tiesOf(entity, knowledge);
  if (ties.length === 0) return null;
  const kinds = [...new Set(ties.map((tie) => tie.key))];
  return (
    <section class="platform-part">
      <h3 class="section-title">{t("platform.relations")}</h3>
      <dl class="facts">
        {kinds.map((key) => (
          <div key={key} class="facts-row">
            <dt>{t(key satisfies PanelKey)}</dt>
            <dd>
              {ties
                .filter((tie) => tie.key === key)
                .map(({ other, sources }) => (
                  <span key={other.id} class="tie">
                    <Link to={{ view: "platform", id: other.id }}>{other.names[language]}</Link>{" "}
                    <span class="places">{writeSources(sources, knowledge.documents, language)}</span>
                  </span>
                ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function tiesOf(entity: Entity, { entities }: Knowledge): Tie[] {
  const byId = new Map(entities.map((e) => [e.id, e]));
  const own = entity.relations.flatMap(({ kind, target, sources }): Tie[] => {
    const other = byId.get(target);
    return other ? [{ key: `tie.${kind}`, other, sources }] : [];
  });
  const back = entities.flatMap((other) =>
    other.relations
      .filter((r) => r.target === entity.id)
      .map(({ kind, sources }): Tie => ({ key: `tie.${kind}.back`, other, sources })),
  );
  // What both say of each other stands once.
  return [...own, ...back.filter(({ key, other }) => !own.some((o) => o.other === other && `${o.key}.back` === key))];
}
