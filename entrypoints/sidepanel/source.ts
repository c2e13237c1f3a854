/** Where the panel has the knowledge from, whatever state the store is in. */
import hash from "virtual:qiju/hash";
import { liveQuery, type Subscription } from "dexie";
import { sendMessage } from "../../data/knowledge.ts";
import type { Knowledge } from "../../data/model.ts";
import {
  BlockedError,
  isSeeded,
  loadBundle,
  openStore,
  QijuDatabase,
  seed,
  storeLibrary,
  unseed,
} from "../../data/store.ts";
import { isWhole } from "../../data/whole.ts";

/**
 * What is amiss while the panel goes on with what it has: the browser gives no store; another tab
 * holds an older one open; what lay in it was lost or garbled and is being put back; the background
 * does not answer.
 */
export type Trouble = "closed" | "blocked" | "mending" | "background";

export interface Source {
  knowledge: Knowledge;
  trouble: Trouble | null;
}

/** How long the background may take to wake and to answer, in milliseconds. */
const ANSWER_MS = 4_000;

export class KnowledgeSource {
  private db: QijuDatabase | undefined;
  private subscription: Subscription | undefined;
  private last: Knowledge | undefined;
  private mended = false;
  private turn = 0;

  constructor(
    private readonly onSource: (source: Source) => void,
    /** Neither the store nor the bundle can be read. */
    private readonly onFailure: () => void,
  ) {
    void this.open();
  }

  /** The store, where it is open. */
  get store(): QijuDatabase | undefined {
    return this.db?.isOpen() ? this.db : undefined;
  }

  /** Tries again from the beginning. */
  retry(): void {
    this.mended = false;
    void this.open();
  }

  stop(): void {
    this.turn += 1;
    this.subscription?.unsubscribe();
    this.db?.close();
  }

  private async open(): Promise<void> {
    this.stop();
    const mine = this.turn;
    const isStale = (): boolean => mine !== this.turn;
    const db = new QijuDatabase();
    this.db = db;
    try {
      await openStore(db);
    } catch (error) {
      if (isStale()) return;
      const blocked = error instanceof BlockedError;
      await this.goOn(blocked ? "blocked" : "closed");
      // The pending opening goes through when the other tab lets go.
      if (blocked) {
        void db.open().then(
          () => (isStale() ? undefined : this.open()),
          () => {},
        );
      }
      return;
    }
    if (isStale()) return;
    const onLost = (): void => {
      if (isStale()) return;
      void this.goOn("mending");
      // After whoever deletes or upgrades it, who waits for this connection to close.
      setTimeout(() => !isStale() && void this.open());
    };
    // Not before it is open: an opening that fails closes too.
    db.on("versionchange", onLost);
    db.on("close", onLost);
    try {
      const trouble = (await isSeeded(db, hash)) ? null : await this.fill(db);
      if (!isStale()) this.read(db, trouble);
    } catch {
      if (!isStale()) await this.goOn("closed");
    }
  }

  /** Has the background seed the store; does it itself where the background does not answer. */
  private async fill(db: QijuDatabase): Promise<Trouble | null> {
    const answer = await ask(sendMessage("ready"));
    if (answer !== undefined && (await isSeeded(db, hash))) return null;
    await seed(db, hash, loadBundle);
    return answer === undefined ? "background" : null;
  }

  private read(db: QijuDatabase, trouble: Trouble | null): void {
    const library = storeLibrary(db);
    this.subscription = liveQuery(() => library.all()).subscribe({
      next: (knowledge) => {
        if (!isWhole(knowledge)) return void this.mend(db);
        this.mended = false;
        this.tell(knowledge, trouble);
      },
      error: () => void this.mend(db),
    });
  }

  /** Goes on with the bundle while what lies in the store is written anew; once, lest it goes on for ever. */
  private async mend(db: QijuDatabase): Promise<void> {
    const mine = this.turn;
    await this.goOn(this.mended ? "closed" : "mending");
    if (this.mended || mine !== this.turn || db !== this.db) return;
    this.mended = true;
    if ((await ask(sendMessage("mend"))) === undefined) await rewrite(db).catch(() => {});
    if (mine === this.turn) void this.open();
  }

  /** Shows what was read last, or the bundle, and says what is amiss. */
  private async goOn(trouble: Trouble): Promise<void> {
    const mine = this.turn;
    try {
      const knowledge = this.last ?? (await loadBundle()).knowledge;
      if (mine === this.turn) this.tell(knowledge, trouble);
    } catch {
      if (mine === this.turn) this.onFailure();
    }
  }

  private tell(knowledge: Knowledge, trouble: Trouble | null): void {
    this.last = knowledge;
    this.onSource({ knowledge, trouble });
  }
}

async function rewrite(db: QijuDatabase): Promise<void> {
  await unseed(db);
  await seed(db, hash, loadBundle);
}

/** @returns undefined where nobody answers in time */
async function ask<T>(answer: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((done) => {
    timer = setTimeout(() => done(undefined), ANSWER_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
