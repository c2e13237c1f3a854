/** The compiled knowledge, and what a reader reads of it: cards and tables as text. */
import { renderToString } from "preact-render-to-string";
import { translator } from "../../components/locales/messages.ts";
import { MentionCard } from "../../components/MentionCard.tsx";
import { CompareTable } from "../../components/panel/compare/CompareTable.tsx";
import { compile } from "../../data/build/compile.ts";
import { compileMessages } from "../../data/build/messages.ts";
import { type EntityCard, readCards } from "../../data/cards.ts";
import { compare } from "../../data/compare.ts";
import { memoryLibrary } from "../../data/library.ts";
import type { Knowledge, Language } from "../../data/model.ts";

export const { knowledge } = compile().bundle;
export const cardMessages = compileMessages("card");
export const panelMessages = compileMessages("panel");

/** The day on which cards are read here. */
export const TODAY = "2026-11-25";

/** The card of an entity, out of the whole knowledge or another. */
export async function cardOf(
  id: string,
  reading: { documentsOnly?: boolean; from?: Knowledge } = {},
): Promise<EntityCard> {
  const library = memoryLibrary({ hash: "", knowledge: reading.from ?? knowledge });
  const [card] = await readCards(library, [id], { documentsOnly: reading.documentsOnly ?? false, today: TODAY });
  if (card?.kind !== "entity") throw new Error(`no card of ${id}`);
  return card;
}

/** A card as text. */
export function rendered(card: EntityCard, language: Language = "zh"): string {
  const t = translator(cardMessages, language);
  return textOf(renderToString(<MentionCard card={card} language={language} t={t} surface="" />));
}

/** A comparison as HTML. */
export function renderedTable(from: Knowledge, columns: readonly string[], language: Language = "zh"): string {
  const t = translator(panelMessages, language);
  return renderToString(
    <CompareTable
      comparison={compare(from, columns)}
      folded={[]}
      onFolded={() => {}}
      entities={new Map(from.entities.map((e) => [e.id, e]))}
      documents={from.documents}
      words={[]}
      unfolded={false}
      onMove={() => {}}
      onRemove={() => {}}
      language={language}
      t={t}
    />,
  );
}

/** What a reader reads of some HTML. */
export function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}
