import type { ComponentChildren } from "preact";
import type { Language, StoredClaim } from "../data/model.ts";
import type { Modality, Names } from "../data/schema.ts";
import { type DateKey, writeDate } from "./dates.ts";
import { type LaterKey, LaterLines } from "./LaterLines.tsx";
import { ModalityMark } from "./Modality.tsx";
import { type PageKey, PageNames } from "./PageNames.tsx";

/** The messages that a claim needs. */
export type ClaimKey = DateKey | `modality.${Modality}` | LaterKey | PageKey;

interface Props {
  claim: StoredClaim;
  documents: readonly { id: string; names: Names }[];
  language: Language;
  t: (key: ClaimKey, values?: Record<string, string | number>) => string;
  /** Whether the caveat is shown below. */
  notes?: boolean;
  /** Ids of claims that stand in sight: what they add is not told again below this one. */
  inSight?: ReadonlySet<string>;
  /** Whether it is told below what this claim came in place of. */
  before?: boolean;
  /** How a text is written, where words in it are marked. */
  write?: (text: string) => ComponentChildren;
}

/**
 * One claim: its kind as a shape and a word, its text, its date and where it stands. What is no longer
 * so is struck, with what came since below it.
 */
export function ClaimLine({
  claim,
  documents,
  language,
  t,
  notes = true,
  inSight,
  before = false,
  write = (text) => text,
}: Props) {
  const text = write(claim.text[language]);
  return (
    <div class={claim.overtakenBy.length > 0 ? "claim overtaken" : "claim"}>
      <ModalityMark kind={claim.modality} />
      <p class="claim-text">{claim.overtakenBy.length > 0 ? <s>{text}</s> : text}</p>
      <p class="claim-meta">
        {write(
          [
            t(`modality.${claim.modality}`),
            writeDate(claim.date, t, language),
            ...(claim.attribution ? [claim.attribution[language]] : []),
            ...(claim.pages.length > 0 ? [] : [writeSources(claim.sources, documents, language)]),
          ].join(" · "),
        )}
        <PageNames pages={claim.pages} voices={claim.voices} t={t} />
      </p>
      {notes && claim.note && <p class="claim-note">{write(claim.note[language])}</p>}
      <LaterLines claim={claim} language={language} t={t} inSight={inSight} before={before} />
    </div>
  );
}

/** 抖音与阿里一文 p7、p8: each document once, with its places. */
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
