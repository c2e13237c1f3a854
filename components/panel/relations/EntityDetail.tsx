import { headlineOf } from "../../../data/layers.ts";
import type { RelationKind, SourceRef } from "../../../data/schema.ts";
import { nameIn } from "../picture/names.ts";
import type { PictureProps } from "../picture/props.ts";
import { Sources } from "../picture/Sources.tsx";
import { wordOf } from "./words.ts";

interface Props extends PictureProps {
  id: string;
  onCurrent: (id: string) => void;
}

interface Told {
  key: string;
  word: string;
  other: string;
  sources: readonly SourceRef[];
}

/** Who the entity is that is looked at, with every relation of its and where each is stated. */
export function EntityDetail({ id, onCurrent, onOpenEntity, onOpenClaims, knowledge, language, t }: Props) {
  const entity = knowledge.entities.find((e) => e.id === id);
  if (!entity) return null;
  const claims = knowledge.claims.filter((c) => c.subject === id);
  const told = relationsOf(knowledge, id, (kind, forward) => wordOf({ kind }, forward, t));
  return (
    <section class="picture-detail" aria-label={t("relations.detail")}>
      <div class="picture-detail-head">
        <h2 class="picture-detail-title">
          {entity.names[language]} <small>{t(`relations.kind.${entity.kind}`)}</small>
        </h2>
        <span class="picture-steps">
          <button type="button" class="picture-step" onClick={() => onOpenEntity(id)}>
            {t("relations.open")}
          </button>
          {claims.length > 0 && (
            <button type="button" class="picture-step" onClick={() => onOpenClaims(claims.map((c) => c.id))}>
              {t("relations.claims", { n: claims.length })}
            </button>
          )}
        </span>
      </div>
      <p class="relations-headline">{headlineOf(entity)[language]}</p>
      <ul class="relations-told">
        {told.map(({ key, word, other, sources }) => (
          <li key={key}>
            {word}{" "}
            <button type="button" class="picture-link" onClick={() => onCurrent(other)}>
              {nameIn(knowledge, other, language)}
            </button>{" "}
            <Sources refs={sources} knowledge={knowledge} language={language} t={t} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** All relations that an entity states or that are stated of it. */
function relationsOf(
  knowledge: PictureProps["knowledge"],
  id: string,
  word: (kind: RelationKind, forward: boolean) => string,
): Told[] {
  const own = knowledge.entities.find((e) => e.id === id)?.relations ?? [];
  return [
    ...own.map(({ kind, target, sources }) => ({
      key: `${kind} ${target}`,
      word: word(kind, true),
      other: target,
      sources,
    })),
    ...knowledge.entities.flatMap((e) =>
      e.relations
        .filter((r) => r.target === id)
        .map(({ kind, sources }) => ({ key: `${e.id} ${kind}`, word: word(kind, false), other: e.id, sources })),
    ),
  ];
}
