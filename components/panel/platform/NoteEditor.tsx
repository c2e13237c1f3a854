import { useEffect, useRef, useState } from "preact/hooks";
import type { Writing } from "../types.ts";
import { Markdown } from "./Markdown.tsx";

/** Where notes are kept. */
export interface NotesPort {
  /** Hears the note now, and again whenever it is changed elsewhere. @returns how to stop */
  watch(entity: string, onNote: (text: string) => void): () => void;
  /**
   * Keeps a note.
   * @returns `saved`, or `kept` where the store is closed and it lies in a place of its own until it opens
   */
  save(entity: string, text: string): Promise<"saved" | "kept">;
  /** Keeps what is being typed at once, against a panel that is closed before it is saved. */
  draft(entity: string, text: string): void;
  longest: number;
}

interface Props extends Writing {
  entity: string;
  name: string;
  notes: NotesPort;
}

/** After the last key, in milliseconds: short enough to be there when one looks up. */
const REST_MS = 400;

/** The reader's note on a platform: written as Markdown, saved by itself, shown as it reads. */
export function NoteEditor({ entity, name, notes, t }: Props) {
  const [text, setText] = useState<string>();
  const [state, setState] = useState<"idle" | "typing" | "saved" | "kept" | "failed">("idle");
  const [writing, setWriting] = useState(false);
  /** What is typed and not saved yet. */
  const pending = useRef<string | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const field = useRef<HTMLTextAreaElement>(null);

  const save = async (): Promise<void> => {
    clearTimeout(timer.current);
    const wanted = pending.current;
    if (wanted === undefined) return;
    try {
      const how = await notes.save(entity, wanted);
      if (pending.current !== wanted) return;
      pending.current = undefined;
      setState(how);
    } catch {
      setState("failed");
    }
  };
  const type = (value: string): void => {
    pending.current = value;
    setText(value);
    setState("typing");
    notes.draft(entity, value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), REST_MS);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is saved at the end lies in refs
  useEffect(() => {
    const stop = notes.watch(entity, (note) => {
      // What is being typed here wins over what another window has saved.
      if (pending.current === undefined) setText(note);
    });
    return () => {
      stop();
      void save();
    };
  }, [entity, notes]);
  useEffect(() => {
    if (writing) field.current?.focus();
  }, [writing]);

  if (text === undefined) return <p class="blank">{t("panel.loading")}</p>;
  const empty = text.trim() === "";
  return (
    <div class="note">
      {writing ? (
        <textarea
          ref={field}
          class="note-field"
          aria-label={t("note.label", { name })}
          placeholder={t("note.placeholder")}
          maxLength={notes.longest}
          rows={6}
          value={text}
          onInput={(event) => type(event.currentTarget.value)}
          onBlur={() => void save()}
        />
      ) : empty ? (
        <p class="blank">{t("note.none")}</p>
      ) : (
        <div class="note-read">
          <Markdown text={text} />
        </div>
      )}
      <p class="note-foot">
        <button type="button" class="button" onClick={() => setWriting(!writing)}>
          {t(writing ? "note.read" : empty ? "note.begin" : "note.write")}
        </button>
        <span class="note-state" role="status">
          {state !== "idle" && t(`note.${state}`)}
        </span>
      </p>
    </div>
  );
}
