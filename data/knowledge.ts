/**
 * The messages between pages and the background, and back. What the background is asked is
 * validated by `requests.ts`: a content script runs beside hostile pages.
 */
import { defineExtensionMessaging } from "@webext-core/messaging";
import type { DrawnCard, Dress } from "./cards.ts";
import type { PackedLexicon } from "./lexicon/pack.ts";
import type { SenseData } from "./lexicon/types.ts";

/** A platform or a term found on a page, with how often it is named. */
export interface PageEntity {
  id: string;
  count: number;
  /** There only where it is a term of the trade. */
  term?: true;
}

/** What the content script says of its page. */
export interface PageReport {
  host: string;
  /** The entity whose own site this is. */
  own: string | null;
  /** In the order in which the page first names them. */
  entities: PageEntity[];
}

interface CardQuestion {
  ids: string[];
  page: string[];
}

/** What the panel is to show: an entity beside its rival or beside another, or all that is known of it. */
export interface PanelWish {
  entity: string;
  beside?: string;
  view?: "compare" | "platform";
}

interface Messages {
  /** Content script → background: the cards of `ids`, on a page that names `page`, the most named first. */
  cards(question: CardQuestion): DrawnCard[];
  /** Content script → background: what decides about names. Asked for where one stands on the page. */
  lexicon(): { names: PackedLexicon; senses: SenseData };
  /** Content script → background: what all cards share. */
  dress(): Dress;
  /** Content script → background: the terms of the trade. Asked for where the reader wants them marked. */
  terms(): PackedLexicon;
  /** Content script → background, in the user's click: open the panel. */
  openPanel(wish: PanelWish): void;
  /** Content script → background: open the settings. */
  openSettings(): void;
  /** Content script → background: so many platforms are named on the page now. Sent when the number changes. */
  named(count: number): void;
  /** Panel → background: come back when the store is seeded. Says where the knowledge lies. */
  ready(): "store" | "memory";
  /** Panel → background: what the store holds cannot be read; write it anew. */
  mend(): "store" | "memory";
  /** Panel → content script: what is named on your page? */
  report(): PageReport;
  /** Background → content script, at the reader's key: go to the next mention, or to the one before. */
  step(direction: 1 | -1): void;
  /** Panel → content script: bring the next mention of this entity into view. */
  reveal(entity: string): boolean;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<Messages>();

/** Where the panel looks which entity to open. Lives in `storage.session`: gone with the browser. */
export const PANEL_REQUEST = "panelRequest";
export interface PanelRequest extends PanelWish {
  /** The window whose panel is meant. */
  window: number | null;
  /** Milliseconds since the epoch, so that asking for the same entity again is a change. */
  at: number;
}

/** Where the panel looks what was looked up by words, where they do not name exactly one entity. In `storage.session`. */
export const LOOKUP_REQUEST = "panelLookup";
export interface LookupRequest {
  text: string;
  /** Entities that the words name: several, or none. */
  entities: string[];
  /** Milliseconds since the epoch. */
  at: number;
}
