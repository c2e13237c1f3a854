/** The reader's notes, in the store where it is open, else beside it until it opens. */
import { liveQuery } from "dexie";
import type { NotesPort } from "../../components/panel/platform/NoteEditor.tsx";
import { addToNote, LONGEST_NOTE, saveNote } from "../../data/notes.ts";
import type { QijuDatabase } from "../../data/store.ts";

/** Drafts lie in `localStorage`, which is written before the next key, and outlives a panel that is closed. */
const draftKey = (entity: string): string => `noteDraft:${entity}`;

/** Marks a draft as written without sight of what the store holds: it is added to that, not put in its place. */
const blindKey = (entity: string): string => `noteBlind:${entity}`;

/** A browser that keeps nothing keeps no drafts either. */
const drafts = {
  get: (key: string): string | null => attempt(() => localStorage.getItem(key)) ?? null,
  set: (key: string, value: string): void => void attempt(() => localStorage.setItem(key, value)),
  remove: (key: string): void => void attempt(() => localStorage.removeItem(key)),
};

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

export function notesPort(store: () => QijuDatabase | undefined): NotesPort {
  return {
    longest: LONGEST_NOTE,
    watch(entity, onNote) {
      const db = store();
      const draft = drafts.get(draftKey(entity));
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
        if (drafts.get(draftKey(entity)) === text) return "kept";
        throw error;
      }
    },
    draft(entity, text) {
      if (!store()) drafts.set(blindKey(entity), "1");
      drafts.set(draftKey(entity), text);
    },
  };
}

async function keep(db: QijuDatabase, entity: string, text: string): Promise<void> {
  if (drafts.get(blindKey(entity)) === null) await saveNote(db, entity, text);
  else {
    await addToNote(db, entity, text);
    drafts.remove(blindKey(entity));
  }
  // What was typed meanwhile stays a draft.
  if (drafts.get(draftKey(entity)) === text) drafts.remove(draftKey(entity));
}
