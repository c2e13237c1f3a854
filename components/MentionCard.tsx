import type { EntityCard } from "../data/cards.ts";
import type { Language } from "../data/model.ts";
import { CardFoot, type FootKey } from "./CardFoot.tsx";
import { type ClaimKey, ClaimLine } from "./ClaimLine.tsx";
import { IdentityFacts, type IdentityKey, IdentityLine } from "./Identity.tsx";
import { languageTags, type Translate } from "./locales/messages.ts";

export type CardKey =
  | ClaimKey
  | IdentityKey
  | FootKey
  | `kind.${EntityCard["entity"]["kind"]}`
  | "card.label"
  | "card.beside"
  | "card.besideOne"
  | "card.noClaims";

interface Props {
  card: EntityCard;
  language: Language;
  t: Translate<CardKey>;
  /** The name as the page writes it. */
  surface: string;
}

/**
 * What the card says of one entity: what became of it, where it belongs, its name, what it plays for, what is
 * known, whom to compare it with. What a button is for is told by its `data-act`, since a card is sent as data.
 */
export function MentionCard({ card, language, t, surface }: Props) {
  const { entity, trail, claims, companions } = card;
  const inSight = new Set(claims.map((c) => c.id));
  const name = entity.names[language];
  const other = language === "en" ? entity.names.zh : entity.names.en;
  return (
    <article class="card qiju" tabIndex={-1} lang={languageTags[language]} aria-label={t("card.label", { name })}>
      <header class="card-head">
        <IdentityLine entity={entity} language={language} t={t} />
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
        <p class="card-headline">{card.headline[language]}</p>
        <IdentityFacts entity={entity} language={language} t={t} />
      </header>
      {claims.length > 0 ? (
        <ul class="card-claims">
          {claims.map((claim) => (
            <li key={claim.id}>
              <ClaimLine
                claim={claim}
                documents={card.documents}
                language={language}
                t={t}
                notes={false}
                inSight={inSight}
                before
              />
            </li>
          ))}
        </ul>
      ) : (
        <p class="card-blank">{t("card.noClaims")}</p>
      )}
      <div class="card-end">
        {companions.length > 0 && (
          <p class="card-beside">
            <span>{t("card.beside")}</span>
            {companions.map(({ id, names }) => (
              <button
                key={id}
                type="button"
                class="chip"
                data-act="beside"
                data-id={id}
                aria-label={t("card.besideOne", { name, other: names[language] })}
              >
                {names[language]}
              </button>
            ))}
          </p>
        )}
        <CardFoot card={card} t={t} surface={surface} />
      </div>
    </article>
  );
}
