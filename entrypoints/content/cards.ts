import type { CardView } from "../../data/cards.ts";

/** The cards of the entities on this page, kept in memory: no database is opened on the way to a card. */
export class CardStore {
  private readonly cards = new Map<string, CardView>();
  /** Questions under way, so that none is asked twice. */
  private readonly asked = new Map<string, Promise<void>>();

  constructor(private readonly ask: (ids: string[]) => Promise<CardView[]>) {}

  /** Fetches what is not there yet, in one message. */
  async fetch(ids: ReadonlySet<string>): Promise<void> {
    const missing = [...ids].filter((id) => !this.cards.has(id) && !this.asked.has(id));
    if (missing.length > 0) {
      const answer = this.ask(missing).then((cards) => {
        for (const card of cards) this.cards.set(card.kind === "term" ? card.term.id : card.entity.id, card);
      });
      for (const id of missing) this.asked.set(id, answer);
      // Forgotten when done: a question that failed is asked again at the next hover.
      const done = (): void => {
        for (const id of missing) this.asked.delete(id);
      };
      answer.then(done, done);
    }
    await Promise.all([...ids].map((id) => this.asked.get(id)));
  }

  /** The card of one entity, asked for if it is not there. */
  async get(id: string): Promise<CardView | undefined> {
    if (!this.cards.has(id)) await this.fetch(new Set([id]));
    return this.cards.get(id);
  }
}
