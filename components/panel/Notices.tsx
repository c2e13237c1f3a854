import type { Writing } from "./types.ts";

/** What is amiss while the panel goes on: see the panel's source of knowledge. */
export type Trouble = "closed" | "blocked" | "mending" | "background";

interface Props extends Pick<Writing, "t"> {
  trouble: Trouble | null;
  onRetry: () => void;
}

/** Says what is wrong with the store or the background, what is shown all the same, and offers another try. */
export function TroubleNotice({ trouble, onRetry, t }: Props) {
  return (
    <div role="status">
      {trouble && (
        <div class="notice">
          <p>{t(`trouble.${trouble}`)}</p>
          {trouble !== "mending" && (
            <button type="button" class="button" onClick={onRetry}>
              {t("panel.retry")}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
