/** What a card wears: its texts in one language, and its style. Sent to a page when it names somebody, so that no page carries it in vain. */
import catalog from "virtual:qiju/messages/card";
import type { Dress } from "../data/cards.ts";
import type { Language } from "../data/model.ts";
import cardStyle from "./card.css?inline";
import claimStyle from "./claim.css?inline";
import tokenStyle from "./tokens.css?inline";

const host = ":host { display: block; animation: none } @media print { :host { display: none } }";

/** The card's texts in a language, and its style. */
export function dressFor(language: Language): Dress {
  return { language, messages: catalog[language], style: `${host}\n${tokenStyle}\n${claimStyle}\n${cardStyle}` };
}
