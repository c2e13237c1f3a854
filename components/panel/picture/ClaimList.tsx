import type { StoredClaim } from "../../../data/model.ts";
import { ClaimLine } from "../../ClaimLine.tsx";
import { nameIn } from "./names.ts";
import type { PictureWriting } from "./props.ts";

interface Props extends PictureWriting {
  claims: readonly StoredClaim[];
  /** Whom the reader knows the claims to be about: others are named above their claims. */
  about?: string;
}

/** Claims with all that they carry, each under whom it is about. */
export function ClaimList({ claims, about, knowledge, language, t }: Props) {
  return (
    <ul class="picture-claims">
      {claims.map((claim) => (
        <li key={claim.id}>
          {claim.subject !== about && <p class="picture-about">{nameIn(knowledge, claim.subject, language)}</p>}
          <ClaimLine claim={claim} documents={knowledge.documents} language={language} t={t} />
        </li>
      ))}
    </ul>
  );
}
