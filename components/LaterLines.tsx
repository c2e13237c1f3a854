import type { Language, StoredClaim, ToldClaim } from "../data/model.ts";
import { type DateKey, writeDate } from "./dates.ts";

export type LaterKey = DateKey | "later.since" | "later.outcome" | "later.added" | "later.before";

interface Props {
  claim: StoredClaim;
  language: Language;
  t: (key: LaterKey, values?: Record<string, string | number>) => string;
  inSight?: ReadonlySet<string> | undefined;
  before: boolean;
}

/** Beside a claim, as in a corrected newspaper: what came in its place, what was added, what it corrects. */
export function LaterLines({ claim, language, t, inSight, before }: Props) {
  const meant = claim.modality === "plan" || claim.modality === "view";
  const line = (key: LaterKey, told: ToldClaim, struck = false) => (
    <p key={told.id} class="claim-later">
      <b>{t(key, { date: writeDate(told.date, t, language) })}</b>
      {struck ? <s>{told.text[language]}</s> : told.text[language]}
    </p>
  );
  return (
    <>
      {claim.overtakenBy.map((told) => line(meant ? "later.outcome" : "later.since", told))}
      {claim.addedBy.filter((told) => !inSight?.has(told.id)).map((told) => line("later.added", told))}
      {before && claim.overtook.map((told) => line("later.before", told, true))}
    </>
  );
}
