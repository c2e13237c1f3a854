import type { Knowledge, StoredClaim } from "../../../data/model.ts";
import { ClaimLine } from "../../ClaimLine.tsx";
import { Hits } from "../Hits.tsx";
import { Link } from "../Link.tsx";
import type { Writing } from "../types.ts";

interface Props extends Writing {
  claim: StoredClaim;
  knowledge: Knowledge;
  /** Words that are marked in it. */
  words?: readonly string[];
}

/** A claim under its source: whom it is about, which leads there, and what it says. */
export function RestingClaim({ claim, knowledge, words = [], language, t }: Props) {
  const entity = knowledge.entities.find((e) => e.id === claim.subject);
  const about = entity ?? knowledge.terms.find((term) => term.id === claim.subject);
  return (
    <>
      <p class="cell-unit">
        <Link to={{ view: entity ? "platform" : "terms", id: claim.subject }}>
          {about?.names[language] ?? claim.subject}
        </Link>
      </p>
      <ClaimLine
        claim={claim}
        documents={knowledge.documents}
        language={language}
        t={t}
        {...(words.length > 0 ? { write: (text: string) => <Hits text={text} words={words} /> } : {})}
      />
    </>
  );
}
