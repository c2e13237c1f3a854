import type { Move } from "../../../data/model.ts";
import type { MoveMark } from "../../../data/moves.ts";
import { ClaimList } from "../picture/ClaimList.tsx";
import { listed, nameIn } from "../picture/names.ts";
import type { PictureProps } from "../picture/props.ts";
import { sentences } from "../picture/sentences.ts";

interface Props extends PictureProps {
  move: Move;
  mark: MoveMark;
  onClose: () => void;
}

/** What a mark stands for: the move, the platform's own version of it, and the claims that say so. */
export function MarkDetail({ move, mark, onClose, onOpenEntity, knowledge, language, t }: Props) {
  const claims = mark.claims.flatMap((id) => knowledge.claims.find((c) => c.id === id) ?? []);
  const via = mark.via.map((id) => nameIn(knowledge, id, language));
  return (
    <div class="matrix-detail-inner">
      <div class="picture-detail-head">
        <h2 class="picture-detail-title">
          <button type="button" class="picture-link" onClick={() => onOpenEntity(mark.entity)}>
            {nameIn(knowledge, mark.entity, language)}
          </button>{" "}
          · {move.names[language]}{" "}
          <small>
            {mark.left
              ? t("convergence.both", { role: t(`convergence.${mark.role}`), left: t("convergence.left") })
              : t(`convergence.${mark.role}`)}
          </small>
        </h2>
        <span class="picture-steps">
          <button type="button" class="picture-step" onClick={onClose}>
            {t("convergence.close")}
          </button>
        </span>
      </div>
      <p class="hint">
        {sentences(
          language,
          move.about[language],
          mark.own && t("convergence.own", { own: mark.own[language] }),
          via.length > 0 && t("convergence.via", { via: listed(via, language) }),
        )}
      </p>
      <ClaimList claims={claims} about={mark.entity} knowledge={knowledge} language={language} t={t} />
    </div>
  );
}
