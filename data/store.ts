import { Dexie, type EntityTable, type Table } from "dexie";
import { browser } from "wxt/browser";
import type { Library } from "./library.ts";
import type {
  Bundle,
  Chart,
  Dimension,
  DimensionGroup,
  Entity,
  Knowledge,
  Move,
  SourceDocument,
  SourcePage,
  StoredClaim,
  Term,
} from "./model.ts";

/** A note of the reader on an entity. Never touched by seeding. */
export interface Note {
  entity: string;
  text: string;
  /** Milliseconds since the epoch. */
  changed: number;
}

interface Meta {
  key: "bundle";
  /** Hash of the bundle that the seeded tables hold. */
  hash: string;
}

const seeded = [
  "entities",
  "claims",
  "terms",
  "groups",
  "dimensions",
  "documents",
  "pages",
  "moves",
  "charts",
] as const satisfies readonly (keyof Knowledge)[];

/** Tables whose rows have a place in a reading order. */
const ordered: ReadonlySet<string> = new Set(["groups", "dimensions", "moves", "charts"]);

/** A name that the reader gave an entity. Never touched by seeding. */
interface OwnName {
  text: string;
  entity: string;
  /** Milliseconds since the epoch. */
  added: number;
}

/** The database. Seeded tables are replaced with each new bundle; `notes` and `ownNames` belong to the reader and are not. */
export class QijuDatabase extends Dexie {
  declare meta: EntityTable<Meta, "key">;
  declare entities: EntityTable<Entity, "id">;
  declare claims: EntityTable<StoredClaim, "id">;
  declare terms: EntityTable<Term, "id">;
  declare groups: EntityTable<DimensionGroup, "id">;
  declare dimensions: EntityTable<Dimension, "id">;
  declare documents: EntityTable<SourceDocument, "id">;
  declare pages: EntityTable<SourcePage, "id">;
  declare moves: EntityTable<Move, "id">;
  declare charts: EntityTable<Chart, "id">;
  declare notes: EntityTable<Note, "entity">;
  declare ownNames: EntityTable<OwnName, "text">;

  constructor(name = "qiju") {
    super(name);
    this.version(1).stores({
      meta: "key",
      entities: "id, kind, parent",
      claims: "id, subject, *objects, dimension",
      terms: "id, *platforms",
      groups: "id, order",
      dimensions: "id, order",
      documents: "id",
      pages: "id",
      moves: "id, order",
      notes: "entity",
    });
    // Own names, and terms found by their claims' dimension. The seeded rows are written anew by
    // the next seeding, so only their indexes change here.
    this.version(2).stores({
      ownNames: "text, entity",
      claims: "id, subject, *objects, dimension, [subject+dimension]",
    });
    this.version(3).stores({ charts: "id, order" });
  }
}

/**
 * Fills the seeded tables with the bundle, in one transaction under its hash: a worker that is
 * killed half-way leaves the old data whole. Does nothing when this bundle is already there.
 * @param load fetches the bundle, only when it is wanted
 * @returns whether anything was written
 * @throws Dexie's error when the database cannot be opened or written
 */
export async function seed(db: QijuDatabase, hash: string, load: () => Promise<Bundle>): Promise<boolean> {
  if (await isSeeded(db, hash)) return false;
  const { knowledge } = await load();
  const tables: Table[] = seeded.map((name) => db.table(name));
  await db.transaction("rw", [...tables, db.meta], async () => {
    for (const name of seeded) {
      const table = db.table(name);
      await table.clear();
      await table.bulkAdd([...knowledge[name]]);
    }
    await db.meta.put({ key: "bundle", hash });
  });
  return true;
}

/** The bundle that the extension comes with. */
export async function loadBundle(): Promise<Bundle> {
  return (await fetch(browser.runtime.getURL("/knowledge.json"))).json();
}

/** The store is held open by another tab of an older version, which has to be closed first. */
export class BlockedError extends Error {
  override name = "BlockedError";
}

/**
 * Opens the store.
 * @throws BlockedError at once where another tab holds an older version open; the store opens by itself later
 * @throws Dexie's error where the browser does not let it be opened
 */
export async function openStore(db: QijuDatabase): Promise<void> {
  let refuse = (): void => {};
  const blocked = new Promise<never>((_, fail) => {
    refuse = () => fail(new BlockedError("another tab holds an older version of the store"));
  });
  db.on("blocked", refuse);
  try {
    await Promise.race([db.open(), blocked]);
  } finally {
    db.on("blocked").unsubscribe(refuse);
  }
}

/** Whether the store holds the bundle of this hash. */
export async function isSeeded(db: QijuDatabase, hash: string): Promise<boolean> {
  return (await db.meta.get("bundle"))?.hash === hash;
}

/** Forgets which bundle the store holds, so that it is seeded anew. */
export async function unseed(db: QijuDatabase): Promise<void> {
  await db.meta.delete("bundle");
}

/** The knowledge in the store. */
export function storeLibrary(db: QijuDatabase): Library {
  return {
    kind: "store",
    entities: (ids) => db.entities.where("id").anyOf(ids).toArray(),
    terms: (ids) => db.terms.where("id").anyOf(ids).toArray(),
    claimsNaming: (ids) => db.claims.where("subject").anyOf(ids).or("objects").anyOf(ids).distinct().toArray(),
    documents: () => db.documents.toArray(),
    all: () =>
      db.transaction(
        "r",
        seeded.map((name) => db.table(name)),
        async () => {
          const rows = await Promise.all(
            seeded.map((name) =>
              ordered.has(name) ? db.table(name).orderBy("order").toArray() : db.table(name).toArray(),
            ),
          );
          return Object.fromEntries(seeded.map((name, i) => [name, rows[i]])) as unknown as Knowledge;
        },
      ),
  };
}
