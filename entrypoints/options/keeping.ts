/** Settings and notes together: read, kept, put back. */

import { readNotes, replaceNotes } from "../../data/notes.ts";
import { changeSettings, readSettings } from "../../data/settings.ts";
import { type Kept, LARGEST_FILE, type Reading, readFile, writeFile } from "../../data/settingsFile.ts";
import { QijuDatabase } from "../../data/store.ts";

const db = new QijuDatabase();

/** All that the reader has. `notes`: false where the browser lets nobody read them; none are there then. */
export async function readKept(): Promise<{ kept: Kept; notes: boolean }> {
  const settings = await readSettings();
  try {
    return { kept: { settings, notes: await readNotes(db) }, notes: true };
  } catch {
    return { kept: { settings, notes: {} }, notes: false };
  }
}

/**
 * Puts all in the place of what there is.
 * @param notes false leaves the notes alone
 * @throws when the browser refuses; settings and notes are as they were then
 */
export async function keep({ settings, notes: wanted }: Kept, notes: boolean): Promise<void> {
  const before = notes ? await readNotes(db) : {};
  if (notes) await replaceNotes(db, wanted);
  try {
    await changeSettings(settings);
  } catch (error) {
    if (notes) await replaceNotes(db, before);
    throw error;
  }
}

/** Reads a file that the reader chose. What is too large is not opened at all. */
export async function readChosen(file: File): Promise<Reading> {
  if (file.size > LARGEST_FILE) return { ok: false, refusal: { why: "large" } };
  return readFile(await file.text());
}

/** Hands all that there is to the reader as a file. @returns whether the notes are in it */
export async function exportFile(): Promise<boolean> {
  const { kept, notes } = await readKept();
  const written = new Date().toISOString();
  const url = URL.createObjectURL(new Blob([writeFile(kept, written)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `qiju-${written.slice(0, 10)}.json`;
  link.click();
  // The download has its own hold on the data once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return notes;
}
