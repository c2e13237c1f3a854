import { knowledgeReach } from "../../data/layers.ts";
import type { Knowledge } from "../../data/model.ts";
import { writeInstant } from "../dates.ts";
import type { Writing } from "./types.ts";

interface Props extends Writing {
  knowledge: Knowledge;
  documentsOnly: boolean;
  onDocumentsOnly: (documentsOnly: boolean) => void;
}

/** How old the whole is, and whether what has happened since the documents is shown. */
export function LayerFoot({ knowledge, documentsOnly, onDocumentsOnly, t }: Props) {
  const reach = knowledge.pages.length > 0 ? knowledgeReach(knowledge) : null;
  return (
    <div class="layer-foot">
      <span>{reach === null ? t("panel.asOf") : t("panel.reach", { date: writeInstant(reach, t) })}</span>
      <label class="layer-choice">
        <input type="checkbox" checked={documentsOnly} onChange={(e) => onDocumentsOnly(e.currentTarget.checked)} />
        {t("panel.documentsOnly")}
      </label>
    </div>
  );
}
