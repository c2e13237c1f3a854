import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { addToNote, LONGEST_NOTE, readNotes, replaceNotes, saveNote } from "../../data/notes.ts";
import { QijuDatabase } from "../../data/store.ts";

let db: QijuDatabase;
let next = 0;

beforeEach(() => {
  next += 1;
  db = new QijuDatabase(`notes-${next}`);
});

describe("notes", () => {
  it("are kept by entity, and an empty one is none", async () => {
    await saveNote(db, "jd", "see 2025 report");
    await saveNote(db, "douyin", "- shelf");
    await saveNote(db, "jd", "  ");
    expect(await readNotes(db)).toEqual({ douyin: "- shelf" });
  });

  it("are cut at their longest", async () => {
    await saveNote(db, "jd", "x".repeat(LONGEST_NOTE + 5));
    expect((await readNotes(db)).jd).toHaveLength(LONGEST_NOTE);
  });

  it("are added to, once, where they were written without sight of what there is", async () => {
    await addToNote(db, "jd", "first");
    expect(await readNotes(db)).toEqual({ jd: "first" });
    await Promise.all([addToNote(db, "jd", "second"), addToNote(db, "jd", "second")]);
    await addToNote(db, "jd", " ");
    expect(await readNotes(db)).toEqual({ jd: "first\n\nsecond" });
  });

  it("are replaced as a whole", async () => {
    await saveNote(db, "jd", "old");
    await replaceNotes(db, { taobao: "new" });
    expect(await readNotes(db)).toEqual({ taobao: "new" });
  });
});
