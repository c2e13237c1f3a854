/** The reader's notes, in the store where it is open, else beside it until it opens. */
import { liveQuery } from "dexie";
import type { NotesPort } from "../../components/panel/platform/NoteEditor.tsx";
import { LONGEST_NOTE, saveNote } from "../../data/notes.ts";
import type { QijuDatabase } from "../../data/store.ts";

/** Drafts lie in `localStorage`, which is written before the next key, and outlives a panel that is closed. */
const draftKey = (entity: string): string => `noteDraft:${entity}`;

export function notesPort(store: () => QijuDatabase | undefined): NotesPort {
  return {
    longest: LONGEST_NOTE,
    watch(entity, onNote) {
      const db = store();
      const draft = localStorage.getItem(draftKey(entity));
      if (!db) {
        onNote(draft ?? "");
        return () => {};
      }
      const saved = draft === null ? undefined : keep(db, entity, draft);
      const subscription = liveQuery(async () => {
        await saved;
        return (await db.notes.get(entity))?.text ?? "";
      }).subscribe({ next: onNote, error: () => onNote(draft ?? "") });
      return () => subscription.unsubscribe();
    },
    async save(entity, text) {
      const db = store();
      if (!db) return "kept";
      try {
        await keep(db, entity, text);
        return "saved";
      } catch (error) {
        if (localStorage.getItem(draftKey(entity)) === text) return "kept";
        throw error;
      }
    },
    draft(entity, text) {
      try {
        localStorage.setItem(draftKey(entity), text);
      } catch {
        // It is saved in a moment all the same.
      }
    },
  };
}

async function keep(db: QijuDatabase, entity: string, text: string): Promise<void> {
  await saveNote(db, entity, text);
  // What was typed meanwhile stays a draft.
  if (localStorage.getItem(draftKey(entity)) === text) localStorage.removeItem(draftKey(entity));
}
