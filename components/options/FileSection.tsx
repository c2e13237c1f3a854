import { useRef } from "preact/hooks";
import { type Pending, Preview } from "./Preview.tsx";
import { Row } from "./Row.tsx";
import type { Writing } from "./types.ts";

interface Props extends Writing {
  /** A file that was read and waits for the reader's word. */
  pending: Pending | undefined;
  /** Why the last file was refused. */
  refusal: string | undefined;
  nameOf: (entity: string) => string;
  onExport: () => void;
  onFile: (file: File) => void;
  onManner: (manner: Pending["manner"]) => void;
  onApply: () => void;
  onCancel: () => void;
  onReset: () => void;
}

/** Settings and notes as a file, out and in again, and back to the start. */
export function FileSection(props: Props) {
  const { pending, refusal, onExport, onFile, onReset, t } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Row label={t("file.export")} hint={t("file.exportHint")}>
        <button type="button" class="button" onClick={onExport}>
          {t("file.exportButton")}
        </button>
      </Row>
      <Row label={t("file.import")} hint={t("file.importHint")}>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          class="unseen"
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            // The same file can be chosen again.
            event.currentTarget.value = "";
            if (file) onFile(file);
          }}
        />
        <button type="button" class="button" onClick={() => input.current?.click()}>
          {t("file.choose")}
        </button>
      </Row>
      <p class="refusal" role="alert">
        {refusal}
      </p>
      {pending && <Preview {...props} pending={pending} />}
      <Row label={t("file.reset")} hint={t("file.resetHint")}>
        <button type="button" class="button" onClick={onReset}>
          {t("file.resetButton")}
        </button>
      </Row>
    </>
  );
}
