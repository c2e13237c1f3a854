/** The reader's own notes on entities: Markdown, kept in the reader's own table, which no update touches. */
import type { QijuDatabase } from "./store.ts";

/** The longest note, in characters: a page of text, not a book. */
export const LONGEST_NOTE = 20_000;

/** Every note by the id of its entity; empty ones are not kept. */
export async function readNotes(db: QijuDatabase): Promise<Record<string, string>> {
  const rows = await db.notes.orderBy("entity").toArray();
  return Object.fromEntries(rows.map((note) => [note.entity, note.text]));
}

/**
 * Keeps a note; an empty one is removed. Text beyond `LONGEST_NOTE` is cut.
 * @throws Dexie's error when the store cannot be written
 */
export async function saveNote(db: QijuDatabase, entity: string, text: string): Promise<void> {
  if (text.trim() === "") await db.notes.delete(entity);
  else await db.notes.put({ entity, text: text.slice(0, LONGEST_NOTE), changed: Date.now() });
}

/**
 * Adds to a note what was written without sight of it. What stands in it already is not added again.
 * @throws Dexie's error when the store cannot be written
 */
export async function addToNote(db: QijuDatabase, entity: string, text: string): Promise<void> {
  await db.transaction("rw", db.notes, async () => {
    const there = (await db.notes.get(entity))?.text ?? "";
    if (text.trim() === "" || there.includes(text)) return;
    await saveNote(db, entity, there === "" ? text : `${there}\n\n${text}`);
  });
}

/**
 * Puts other notes in the place of all that there are, in one transaction.
 * @throws Dexie's error when the store cannot be written; then nothing has changed
 */
export async function replaceNotes(db: QijuDatabase, notes: Readonly<Record<string, string>>): Promise<void> {
  await db.transaction("rw", db.notes, async () => {
    await db.notes.clear();
    for (const [entity, text] of Object.entries(notes)) await saveNote(db, entity, text);
  });
}
