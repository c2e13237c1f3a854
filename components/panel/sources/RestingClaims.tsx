import type { Knowledge, StoredClaim } from "../../../data/model.ts";
import { ClaimLine } from "../../ClaimLine.tsx";
import { Hits } from "../Hits.tsx";
import { Link } from "../Link.tsx";
import type { Writing } from "../types.ts";

interface Props extends Writing {
  claims: readonly StoredClaim[];
  knowledge: Knowledge;
  /** Words that are marked in them. */
  words?: readonly string[];
}

/** Claims under their source, each with whom it is about, which leads there, and what it says. */
export function RestingClaims({ claims, ...shared }: Props) {
  return (
    <ul class="cell-claims">
      {claims.map((claim) => (
        <li key={claim.id}>
          <RestingClaim claim={claim} {...shared} />
        </li>
      ))}
    </ul>
  );
}

function RestingClaim({ claim, knowledge, words = [], language, t }: Omit<Props, "claims"> & { claim: StoredClaim }) {
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
