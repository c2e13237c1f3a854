import type { EntityCard } from "../data/cards.ts";
import { type DateKey, writeInstant } from "./dates.ts";
import type { Translate } from "./locales/messages.ts";

export type FootKey =
  | DateKey
  | "card.asOf"
  | "card.stale"
  | "card.documentsOnly"
  | "card.bothLayers"
  | "card.compare"
  | "card.more"
  | "card.pin"
  | "card.menu"
  | "card.siteOff"
  | "card.settings"
  | "card.silenceHere"
  | "card.silenceAnywhere";

interface Props {
  card: EntityCard;
  t: Translate<FootKey>;
  surface: string;
}

/** Characters of an ISO date up to its month: nobody asks for the day. */
const MONTH = 7;

/** Below the claims: how far they reach, and what to do next. */
export function CardFoot({ card, t, surface }: Props) {
  return (
    <footer class="card-foot">
      <p class="card-reach">
        {card.asOf && t(card.stale ? "card.stale" : "card.asOf", { date: writeInstant(card.asOf.slice(0, MONTH), t) })}
      </p>
      <button
        type="button"
        class="tool"
        data-act="pin"
        aria-pressed="false"
        aria-label={t("card.pin")}
        title={t("card.pin")}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M5.5 2.5h5M6.3 2.5v4L4 9.2h8L9.7 6.5v-4M8 9.2v4.6" />
        </svg>
      </button>
      <details class="card-menu">
        <summary class="tool" aria-label={t("card.menu")} title={t("card.menu")}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M3 8h.01M8 8h.01M13 8h.01" />
          </svg>
        </summary>
        <div class="card-menu-list">
          <MenuItem act="here" text={t("card.silenceHere", { surface })} />
          <MenuItem act="anywhere" text={t("card.silenceAnywhere", { surface })} />
          <MenuItem act="siteOff" text={t("card.siteOff")} />
          {card.since !== "none" && (
            <MenuItem
              act={card.since === "shown" ? "documents" : "layers"}
              text={t(card.since === "shown" ? "card.documentsOnly" : "card.bothLayers")}
            />
          )}
          <MenuItem act="settings" text={t("card.settings")} />
        </div>
      </details>
      <button type="button" class="button quiet" data-act="more">
        {t("card.more")}
      </button>
      <button type="button" class="button" data-act="compare">
        {t("card.compare")}
      </button>
    </footer>
  );
}

function MenuItem({ act, text }: { act: string; text: string }) {
  return (
    <button type="button" class="link" data-act={act}>
      {text}
    </button>
  );
}
