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
  | "card.notThis"
  | "card.silenceHere"
  | "card.silenceAnywhere"
  | "card.noClaims";

interface Props {
  card: EntityCard;
  language: Language;
  t: Translate<CardKey>;
  /** The name as the page writes it. */
  surface: string;
  onCompare: (entity: string) => void;
  /** Never mark this form again: on this site, or anywhere. */
  onSilenceHere: () => void;
  onSilenceAnywhere: () => void;
}

/** What the card says of one entity: where it belongs, its name, what it plays for, what is known. */
export function MentionCard({ card, language, t, surface, onCompare, onSilenceHere, onSilenceAnywhere }: Props) {
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
        <details class="card-menu">
          <summary>{t("card.notThis")}</summary>
          <div class="card-menu-list">
            <button type="button" class="link" onClick={onSilenceHere}>
              {t("card.silenceHere", { surface })}
            </button>
            <button type="button" class="link" onClick={onSilenceAnywhere}>
              {t("card.silenceAnywhere", { surface })}
            </button>
          </div>
        </details>
        <button type="button" class="button" onClick={() => onCompare(entity.id)}>
          {t("card.compare")}
        </button>
      </footer>
    </article>
  );
}
