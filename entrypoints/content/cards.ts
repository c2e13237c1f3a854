import type { DrawnCard } from "../../data/cards.ts";

/** The cards of the entities on this page, kept in memory: no database is opened on the way to a card. */
export class CardStore {
  private cards = new Map<string, DrawnCard>();
  /** Questions under way, so that none is asked twice. */
  private asked = new Map<string, Promise<void>>();

  constructor(private readonly ask: (ids: string[]) => Promise<DrawnCard[]>) {}

  /** Fetches what is not there yet, in one message. */
  async fetch(ids: ReadonlySet<string>): Promise<void> {
    const { cards, asked } = this;
    const missing = [...ids].filter((id) => !cards.has(id) && !asked.has(id));
    if (missing.length > 0) {
      const answer = this.ask(missing).then((found) => {
        for (const card of found) cards.set(card.id, card);
      });
      for (const id of missing) asked.set(id, answer);
      // Forgotten when done: a question that failed is asked again at the next hover.
      const done = (): void => {
        for (const id of missing) asked.delete(id);
      };
      answer.then(done, done);
    }
    await Promise.all([...ids].map((id) => asked.get(id)));
  }

  /** The card of one entity, asked for if it is not there. */
  async get(id: string): Promise<DrawnCard | undefined> {
    if (!this.cards.has(id)) await this.fetch(new Set([id]));
    return this.cards.get(id);
  }

  /** Forgets all cards, and the answers that are still on their way: they would say what the reader does not want. */
  forget(): void {
    this.cards = new Map();
    this.asked = new Map();
  }
}
