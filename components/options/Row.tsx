import type { ComponentChildren } from "preact";

interface Props {
  label: string;
  hint?: string;
  /** Id of the control that the label belongs to; without it the label is plain text. */
  control?: string;
  children: ComponentChildren;
}

/** One setting: what it is on the left, what it is set to on the right. */
export function Row({ label, hint, control, children }: Props) {
  return (
    <div class="row">
      <div class="row-text">
        {control ? (
          <label class="row-label" for={control}>
            {label}
          </label>
        ) : (
          <span class="row-label">{label}</span>
        )}
        {hint && (
          <p class="row-hint" id={control && `${control}-hint`}>
            {hint}
          </p>
        )}
      </div>
      <div class="row-control">{children}</div>
    </div>
  );
}
