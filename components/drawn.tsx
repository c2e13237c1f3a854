/** Cards as plain data, in the reader's language. */
import catalog from "virtual:qiju/messages/card";
import type { CardView, DrawnCard } from "../data/cards.ts";
import type { Language } from "../data/model.ts";
import cardStyle from "./card.css?inline";
import claimStyle from "./claim.css?inline";
import { translator } from "./locales/messages.ts";
import { MentionCard } from "./MentionCard.tsx";
import { TermCard } from "./TermCard.tsx";
import tokenStyle from "./tokens.css?inline";
import { treesOf } from "./tree.ts";

/** Shown where the content script's own sheet says so: `highlight.css`. Stronger than the host's style attribute. */
const host = ":host { display: var(--qiju-shown, none) !important; animation: none }";

/** One style sheet for the shadow roots of the card and of the ring. */
export const drawnStyle = `${host}\n${tokenStyle}\n${claimStyle}\n${cardStyle}`;

/** What a page shows of a card. `{surface}` in it stands for the name as the page writes it. */
export function drawCard(card: CardView, language: Language): DrawnCard {
  const t = translator(catalog, language);
  const { id, names } = card.kind === "term" ? card.term : card.entity;
  const view =
    card.kind === "term" ? TermCard({ card, language, t }) : MentionCard({ card, language, t, surface: "{surface}" });
  return { id, name: names[language], tree: treesOf(view) };
}

/** What is said of the mention that the keyboard stands on. */
export function stepMessage(language: Language): string {
  return catalog[language]["step.label"];
}
