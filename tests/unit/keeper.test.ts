import "fake-indexeddb/auto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { compile } from "../../data/build/compile.ts";
import { Keeper } from "../../data/keeper.ts";
import { QijuDatabase } from "../../data/store.ts";
import { isWhole } from "../../data/whole.ts";

const { bundle } = compile();
const name = "qiju-keeper";
let db: QijuDatabase;
const keeper = (load = async () => bundle): Keeper => {
  db = new QijuDatabase(name);
  return new Keeper(db, bundle.hash, load);
};

afterEach(async () => {
  db.close();
  await new QijuDatabase(name).delete();
});

describe("the keeper of the knowledge", () => {
  it("seeds with the first question and not again", async () => {
    const load = vi.fn(async () => bundle);
    const kept = keeper(load);
    expect((await kept.library()).kind).toBe("store");
    expect((await kept.library()).kind).toBe("store");
    expect((await kept.ready()).kind).toBe("store");
    expect(load).toHaveBeenCalledTimes(1);
    expect(await db.claims.count()).toBe(bundle.knowledge.claims.length);
  });

  it("fills a store that was deleted meanwhile", async () => {
    const kept = keeper();
    await kept.library();
    await new QijuDatabase(name).delete();
    const documents = await (await kept.library()).documents();
    expect(documents).toHaveLength(bundle.knowledge.documents.length);
  });

  it("mends rows that are garbled, and keeps the reader's notes", async () => {
    const kept = keeper();
    await kept.library();
    await db.notes.put({ entity: "jd", text: "mine", changed: 1 });
    await db.claims.clear();
    expect((await kept.mend()).kind).toBe("store");
    expect(await db.claims.count()).toBe(bundle.knowledge.claims.length);
    expect((await db.notes.get("jd"))?.text).toBe("mine");
  });

  it("answers out of memory while another holds an older version, and from the store when it lets go", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const held = await new Promise<IDBDatabase>((done) => {
      const open = indexedDB.open(name, 10);
      open.onupgradeneeded = () => open.result.createObjectStore("meta", { keyPath: "key" });
      open.onsuccess = () => done(open.result);
    });
    const kept = keeper();
    expect((await kept.library()).kind).toBe("memory");
    held.close();
    await vi.waitFor(async () => expect((await kept.library()).kind).toBe("store"));
  });
});

describe("isWhole", () => {
  const { knowledge } = bundle;
  it("takes what was compiled", () => expect(isWhole(knowledge)).toBe(true));
  it.each([
    ["no claims", { claims: [] }],
    ["a claim without text", { claims: [{ id: "000-001" }] }],
    ["an entity without names", { entities: [{ ...knowledge.entities[0], names: null }] }],
    ["no dimensions", { dimensions: [] }],
  ])("refuses %s", (_what, damage) => {
    expect(isWhole({ ...knowledge, ...damage } as typeof knowledge)).toBe(false);
  });
});
