import { useMemo, useState } from "preact/hooks";
import { linksOf, ownershipOf } from "../../../data/relations.ts";
import { Chosen } from "../picture/Chosen.tsx";
import { PictureChoice } from "../picture/PictureChoice.tsx";
import type { PictureProps } from "../picture/props.ts";
import { EntityDetail } from "./EntityDetail.tsx";
import { LinkFigure } from "./LinkFigure.tsx";
import { RelationList } from "./RelationList.tsx";
import { TreeFigure } from "./TreeFigure.tsx";
import "../picture/picture.css";
import "./relations.css";

const reaches = ["near", "far"] as const;

/** How many levels of units each reach shows below the chosen platforms. */
const LEVELS = { near: 1, far: 3 } as const;

/** Who belongs to whom, and who else has to do with whom: two pictures to be walked, and a list of the same. */
export default function RelationsView(props: PictureProps) {
  const { knowledge, ids, t } = props;
  const [reach, setReach] = useState<(typeof reaches)[number]>("near");
  const [current, setCurrent] = useState<string | null>(null);
  const trees = useMemo(() => ownershipOf(knowledge, ids, LEVELS[reach]), [knowledge, ids, reach]);
  const links = useMemo(() => linksOf(knowledge, ids, reach === "far"), [knowledge, ids, reach]);
  const shown = { ...props, current, onCurrent: setCurrent };
  return (
    <section class="relations" aria-label={t("relations.title")}>
      <Chosen {...props} />
      {trees.length === 0 ? (
        <div class="picture-empty">
          <p>{t("relations.choose")}</p>
        </div>
      ) : (
        <>
          <PictureChoice
            label={t("relations.reach")}
            choices={reaches}
            chosen={reach}
            onChoice={setReach}
            name={(far) => t(`relations.reach.${far}`)}
          />
          <div class="relations-figures">
            <div class="relations-part">
              <h2 class="section-title">{t("relations.owners")}</h2>
              <TreeFigure {...shown} trees={trees} />
            </div>
            <div class="relations-part">
              <h2 class="section-title">{t("relations.others")}</h2>
              {links.length === 0 ? (
                <p class="blank">{t("relations.noLinks")}</p>
              ) : (
                <LinkFigure {...shown} links={links} />
              )}
            </div>
          </div>
          {current !== null && <EntityDetail {...props} id={current} onCurrent={setCurrent} />}
          <RelationList {...props} trees={trees} links={links} />
        </>
      )}
    </section>
  );
}
