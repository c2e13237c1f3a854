/** The way of a file into the settings: chosen, read, looked at, taken over, taken back. */
import { useState } from "preact/hooks";
import type { Translate } from "../../components/locales/messages.ts";
import type { Told } from "../../components/options/OptionsPage.tsx";
import type { Pending } from "../../components/options/Preview.tsx";
import type { OptionsKey } from "../../components/options/types.ts";
import { defaults, MOST_ENTRIES } from "../../data/settings.ts";
import {
  differences,
  type FileRefusal,
  type Kept,
  LARGEST_FILE,
  type Manner,
  takeOver,
} from "../../data/settingsFile.ts";
import { exportFile, keep, readChosen, readKept } from "./keeping.ts";

interface Chosen {
  name: string;
  file: Kept;
  current: Kept;
  /** Whether notes can be read and written. */
  notes: boolean;
  manner: Manner;
}

interface FileWay {
  pending: Pending | undefined;
  refusal: string | undefined;
  onExport: () => void;
  onFile: (file: File) => void;
  onManner: (manner: Manner) => void;
  onApply: () => void;
  onCancel: () => void;
  onReset: () => void;
}

const MEGABYTE = 1024 * 1024;

/** @param tell says what happened, with the way back */
export function useFile(t: Translate<OptionsKey>, tell: (told: Told) => void): FileWay {
  const [chosen, setChosen] = useState<Chosen>();
  const [refusal, setRefusal] = useState<FileRefusal>();
  const failed = (): void => tell({ text: t("options.failed") });

  /** Takes a state over, and offers the one before. */
  const swap = async (next: Kept, before: Kept, notes: boolean, said: string): Promise<void> => {
    await keep(next, notes);
    tell({ text: said, undo: () => void keep(before, notes).then(() => tell({ text: "" }), failed) });
  };
  const choose = async (file: File): Promise<void> => {
    setChosen(undefined);
    setRefusal(undefined);
    const reading = await readChosen(file);
    if (!reading.ok) return setRefusal(reading.refusal);
    const { kept, notes } = await readKept();
    if (!notes) tell({ text: t("file.notesFailed") });
    const read = notes ? reading.kept : { ...reading.kept, notes: {} };
    setChosen({ name: file.name, file: read, current: kept, notes, manner: "merge" });
  };
  const next = chosen && takeOver(chosen.current, chosen.file, chosen.manner, defaults);
  const apply = async (): Promise<void> => {
    if (!chosen || !next) return;
    await swap(next, chosen.current, chosen.notes, t("file.applied", { name: chosen.name }));
    setChosen(undefined);
  };
  const reset = async (): Promise<void> => {
    const { kept } = await readKept();
    const fresh = { ...kept, settings: defaults };
    if (differences(kept, fresh).length === 0) return tell({ text: t("file.resetNothing") });
    await swap(fresh, kept, false, t("file.resetDone"));
  };
  return {
    pending: chosen && {
      file: chosen.name,
      manner: chosen.manner,
      differences: next && differences(chosen.current, next),
      most: MOST_ENTRIES,
    },
    refusal: refusal && said(refusal, t),
    onExport: () =>
      void exportFile().then((notes) => {
        if (!notes) tell({ text: t("file.notesFailed") });
      }, failed),
    onFile: (file) => void choose(file).catch(() => setRefusal({ why: "syntax" })),
    onManner: (manner) => setChosen((c) => c && { ...c, manner }),
    onApply: () => void apply().catch(failed),
    onCancel: () => setChosen(undefined),
    onReset: () => void reset().catch(failed),
  };
}

function said(refusal: FileRefusal, t: Translate<OptionsKey>): string {
  const where = "where" in refusal ? refusal.where : "";
  return t(`refused.${refusal.why}`, { n: LARGEST_FILE / MEGABYTE, where });
}
