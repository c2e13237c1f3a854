import type { Link, Owned } from "../../../data/relations.ts";
import { nameIn } from "../picture/names.ts";
import type { PictureProps } from "../picture/props.ts";
import { Sources } from "../picture/Sources.tsx";
import { wordOf } from "./words.ts";

interface Props extends PictureProps {
  trees: readonly Owned[];
  links: readonly Link[];
}

/** Relations stated of the one to whom something is done: as a sentence they begin with who does it. */
const undergone: ReadonlySet<Link["kind"]> = new Set(["stake-cut-by", "copied-by"]);

/** What both pictures show, as lists: the tree in its order, then the links, each with its source. */
export function RelationList({ trees, links, ...props }: Props) {
  const { knowledge, language, t, onOpenEntity } = props;
  const entity = (id: string) => (
    <button type="button" class="picture-link" onClick={() => onOpenEntity(id)}>
      {nameIn(knowledge, id, language)}
    </button>
  );
  return (
    <section class="relations-list" aria-label={t("relations.list")}>
      <h2 class="section-title">{t("relations.list")}</h2>
      <div class="relations-lists">
        <div>
          <h3>{t("relations.owners")}</h3>
          <Units {...props} units={trees} />
        </div>
        {links.length > 0 && (
          <div>
            <h3>{t("relations.others")}</h3>
            <ul>
              {links.map((link) => {
                const active = !undergone.has(link.kind);
                const [first, second] = active ? [link.from, link.to] : [link.to, link.from];
                return (
                  <li key={`${link.from} ${link.kind} ${link.to}`}>
                    {entity(first)} <span class="relations-word">{wordOf(link, active, t)}</span> {entity(second)}{" "}
                    <Sources refs={link.sources} knowledge={knowledge} language={language} t={t} />
                  </li>
                );
              })}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}

function Units({ units, ...props }: PictureProps & { units: readonly Owned[] }) {
  const { knowledge, language, t, onOpenEntity } = props;
  return (
    <ul>
      {units.map(({ id, tie, units: below, more }) => (
        <li key={id}>
          <button type="button" class="picture-link" onClick={() => onOpenEntity(id)}>
            {nameIn(knowledge, id, language)}
          </button>
          {tie && (
            <span class="relations-source">
              {" "}
              {t(`relations.tie.${tie.kind as "part-of" | "owned-by" | "arm-of"}`)} ·{" "}
              <Sources refs={tie.sources} knowledge={knowledge} language={language} t={t} />
            </span>
          )}
          {more > 0 && (
            <span class="relations-source">
              {tie ? " · " : " "}
              {t("relations.more", { n: more })}
            </span>
          )}
          {below.length > 0 && <Units {...props} units={below} />}
        </li>
      ))}
    </ul>
  );
}
