import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { beforeEach, describe, expect, it } from "vitest";
import { compile } from "../../data/build/compile.ts";
import { readCards } from "../../data/cards.ts";
import { memoryLibrary } from "../../data/library.ts";
import type { Bundle } from "../../data/model.ts";
import { QijuDatabase, seed, storeLibrary } from "../../data/store.ts";

const { bundle } = compile();
let db: QijuDatabase;
let next = 0;

beforeEach(() => {
  next += 1;
  db = new QijuDatabase(`test-${next}`);
});

describe("seed", () => {
  it("fills the store once, and not again under the same hash", async () => {
    expect(await seed(db, bundle.hash, async () => bundle)).toBe(true);
    expect(await db.claims.count()).toBe(bundle.knowledge.claims.length);
    const refuse = async (): Promise<Bundle> => {
      throw new Error("asked again");
    };
    expect(await seed(db, bundle.hash, refuse)).toBe(false);
  });

  it("replaces everything under another hash and keeps the reader's notes", async () => {
    await seed(db, bundle.hash, async () => bundle);
    await db.notes.put({ entity: "douyin", text: "记得问", changed: 1 });
    const newer: Bundle = {
      hash: "other",
      knowledge: { ...bundle.knowledge, claims: bundle.knowledge.claims.slice(0, 3) },
    };
    await seed(db, newer.hash, async () => newer);
    expect(await db.claims.count()).toBe(3);
    expect(await db.notes.get("douyin")).toMatchObject({ text: "记得问" });
  });

  it("leaves the old data whole when it fails half-way", async () => {
    await seed(db, bundle.hash, async () => bundle);
    const twice = bundle.knowledge.claims[0];
    if (!twice) throw new Error("no claim");
    const broken: Bundle = { hash: "broken", knowledge: { ...bundle.knowledge, claims: [twice, twice] } };
    await expect(seed(db, broken.hash, async () => broken)).rejects.toThrow();
    expect(await db.claims.count()).toBe(bundle.knowledge.claims.length);
    expect((await db.meta.get("bundle"))?.hash).toBe(bundle.hash);
  });
});

describe("an older database", () => {
  it("is migrated, with the reader's notes kept", async () => {
    const name = "older";
    const older = new Dexie(name);
    older.version(1).stores({
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
    await older.table("notes").add({ entity: "jd", text: "旧笔记", changed: 7 });
    await older.table("meta").add({ key: "bundle", hash: "older" });
    await older.table("entities").add({ id: "gone", kind: "platform", parent: null });
    older.close();

    const newer = new QijuDatabase(name);
    expect(await seed(newer, bundle.hash, async () => bundle)).toBe(true);
    expect(newer.verno).toBe(3);
    expect(await newer.notes.get("jd")).toEqual({ entity: "jd", text: "旧笔记", changed: 7 });
    expect(await newer.entities.get("gone")).toBeUndefined();
    await newer.ownNames.add({ text: "某宝", entity: "taobao", added: 1 });
    expect(await newer.claims.where("[subject+dimension]").equals(["jd", "live"]).count()).toBeGreaterThan(0);
  });
});

describe("library", () => {
  it("answers the same from the store and from memory", async () => {
    await seed(db, bundle.hash, async () => bundle);
    const store = storeLibrary(db);
    const memory = memoryLibrary(bundle);
    const ids = bundle.knowledge.entities.map((e) => e.id);
    expect(await readCards(store, ids)).toEqual(await readCards(memory, ids));
    const [fromStore, fromMemory] = await Promise.all([store.all(), memory.all()]);
    for (const key of Object.keys(fromMemory) as (keyof typeof fromMemory)[]) {
      const sort = (rows: readonly { id: string }[]): readonly { id: string }[] =>
        [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(sort(fromStore[key]), key).toEqual(sort(fromMemory[key]));
    }
    expect(fromStore.groups.map((g) => g.id)).toEqual(fromMemory.groups.map((g) => g.id));
    expect(fromStore.dimensions.map((d) => d.id)).toEqual(fromMemory.dimensions.map((d) => d.id));
  });
});
