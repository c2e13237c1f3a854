import type { Language, StoredClaim } from "../data/model.ts";
import type { Modality, Names } from "../data/schema.ts";
import { type DateKey, writeDate } from "./dates.ts";
import { ModalityMark } from "./Modality.tsx";

/** The messages that a claim needs. */
export type ClaimKey = DateKey | `modality.${Modality}`;

interface Props {
  claim: StoredClaim;
  documents: readonly { id: string; names: Names }[];
  language: Language;
  t: (key: ClaimKey, values?: Record<string, string | number>) => string;
  /** Whether the caveat is shown below. */
  notes?: boolean;
}

/** One claim: its kind as a shape and a word, its text, its date and where it stands. */
export function ClaimLine({ claim, documents, language, t, notes = true }: Props) {
  return (
    <div class="claim">
      <ModalityMark kind={claim.modality} />
      <p class="claim-text">{claim.text[language]}</p>
      <p class="claim-meta">
        {[
          t(`modality.${claim.modality}`),
          writeDate(claim.date, t, language),
          ...(claim.attribution ? [claim.attribution[language]] : []),
          writeSources(claim.sources, documents, language),
        ].join(" · ")}
      </p>
      {notes && claim.note && <p class="claim-note">{claim.note[language]}</p>}
    </div>
  );
}

/** 抖音与阿里一文 p7、p8: each source once, with its places. */
export function writeSources(
  refs: readonly string[],
  documents: readonly { id: string; names: Names }[],
  language: Language,
): string {
  const places = new Map<string, string[]>();
  for (const ref of refs) {
    const [id = "", place = ""] = ref.split(":");
    places.set(id, [...(places.get(id) ?? []), place]);
  }
  const comma = language === "en" ? ", " : "、";
  return [...places]
    .map(([id, at]) => `${documents.find((d) => d.id === id)?.names[language] ?? id} ${at.join(comma)}`)
    .join(language === "en" ? "; " : "；");
}
