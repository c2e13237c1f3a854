import { useState } from "preact/hooks";
import type { Entity, SourceDocument, StoredClaim } from "../../../data/model.ts";
import { ClaimLine } from "../../ClaimLine.tsx";
import { Hits } from "../Hits.tsx";
import type { Writing } from "../types.ts";

/** Claims shown before a cell is unfolded. */
const FOLD = 3;

interface Props extends Writing {
  claims: readonly StoredClaim[];
  /** How many claims the filter leaves out. */
  hidden?: number | undefined;
  column: Entity;
  entities: ReadonlyMap<string, Entity>;
  documents: readonly SourceDocument[];
  /** Words that are marked in the claims. */
  words?: readonly string[];
  /** Whether all claims are shown from the start: on paper. */
  unfolded?: boolean;
}

/** What is known of one platform in one dimension. A blank is said, not left. */
export function CompareCell({
  claims,
  hidden = 0,
  column,
  entities,
  documents,
  words = [],
  unfolded = false,
  language,
  t,
}: Props) {
  const [open, setOpen] = useState(false);
  if (claims.length === 0) {
    return <p class="blank">{hidden > 0 ? t("compare.hidden", { n: hidden }) : t("compare.blank")}</p>;
  }
  const shown = open || unfolded ? claims : claims.slice(0, FOLD);
  const inSight = new Set(shown.map((c) => c.id));
  return (
    <>
      <ul class="cell-claims">
        {shown.map((claim) => (
          <li key={claim.id}>
            {claim.subject !== column.id && <p class="cell-unit">{entities.get(claim.subject)?.names[language]}</p>}
            <ClaimLine
              claim={claim}
              documents={documents}
              language={language}
              t={t}
              inSight={inSight}
              {...(words.length > 0 ? { write: (text: string) => <Hits text={text} words={words} /> } : {})}
            />
          </li>
        ))}
      </ul>
      {claims.length > FOLD && !unfolded && (
        <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t("compare.less") : t("compare.more", { n: claims.length - FOLD })}
        </button>
      )}
    </>
  );
}
