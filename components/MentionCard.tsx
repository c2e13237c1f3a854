import type { EntityCard } from "../data/cards.ts";
import type { Language } from "../data/model.ts";
import { type ClaimKey, ClaimLine } from "./ClaimLine.tsx";
import { writeInstant } from "./dates.ts";
import { languageTags, type Translate } from "./locales/messages.ts";

export type CardKey =
  | ClaimKey
  | `kind.${EntityCard["entity"]["kind"]}`
  | "card.label"
  | "card.asOf"
  | "card.compare"
  | "card.noClaims";

interface Props {
  card: EntityCard;
  language: Language;
  t: Translate<CardKey>;
  onCompare: (entity: string) => void;
}

/** What the card says of one entity: where it belongs, its name, what it plays for, what is known. */
export function MentionCard({ card, language, t, onCompare }: Props) {
  const { entity, trail, claims } = card;
  const name = entity.names[language];
  const other = language === "en" ? entity.names.zh : entity.names.en;
  return (
    <article class="card qiju" lang={languageTags[language]} aria-label={t("card.label", { name })}>
      <header class="card-head">
        <p class="card-place">
          {trail.map((owner) => (
            <span key={owner.id} class="step">
              {owner.names[language]}
            </span>
          ))}
          <span>{t(`kind.${entity.kind}`)}</span>
        </p>
        <h2 class="card-name">
          {name}
          {other !== name && <small lang={language === "en" ? "zh-Hans" : "en"}>{other}</small>}
        </h2>
        <p class="card-headline">{entity.headline[language]}</p>
      </header>
      {claims.length > 0 ? (
        <ul class="card-claims">
          {claims.map((claim) => (
            <li key={claim.id}>
              <ClaimLine claim={claim} documents={card.documents} language={language} t={t} notes={false} />
            </li>
          ))}
        </ul>
      ) : (
        <p class="card-blank">{t("card.noClaims")}</p>
      )}
      <footer class="card-foot">
        <span>{card.asOf && t("card.asOf", { date: writeInstant(card.asOf, t) })}</span>
        <button type="button" class="button" onClick={() => onCompare(entity.id)}>
          {t("card.compare")}
        </button>
      </footer>
    </article>
  );
}
