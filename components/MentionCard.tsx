import type { EntityCard } from "../data/cards.ts";
import type { Language } from "../data/model.ts";
import { type ClaimKey, ClaimLine } from "./ClaimLine.tsx";
import { writeInstant } from "./dates.ts";
import { IdentityFacts, type IdentityKey, IdentityLine } from "./Identity.tsx";
import { languageTags, type Translate } from "./locales/messages.ts";

export type CardKey =
  | ClaimKey
  | IdentityKey
  | `kind.${EntityCard["entity"]["kind"]}`
  | "card.label"
  | "card.asOf"
  | "card.stale"
  | "card.documentsOnly"
  | "card.bothLayers"
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
  /** Show the documents alone, or what has happened since as well. */
  onLayers: (documentsOnly: boolean) => void;
}

/** What the card says of one entity: what became of it, where it belongs, its name, what it plays for, what is known. */
export function MentionCard({
  card,
  language,
  t,
  surface,
  onCompare,
  onSilenceHere,
  onSilenceAnywhere,
  onLayers,
}: Props) {
  const { entity, trail, claims } = card;
  const inSight = new Set(claims.map((c) => c.id));
  const name = entity.names[language];
  const other = language === "en" ? entity.names.zh : entity.names.en;
  return (
    <article class="card qiju" lang={languageTags[language]} aria-label={t("card.label", { name })}>
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
      <footer class="card-foot">
        <div>
          {card.asOf && t(card.stale ? "card.stale" : "card.asOf", { date: writeInstant(card.asOf, t) })}
          {card.since !== "none" && (
            <button type="button" class="card-layers" onClick={() => onLayers(card.since === "shown")}>
              {t(card.since === "shown" ? "card.documentsOnly" : "card.bothLayers")}
            </button>
          )}
        </div>
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
