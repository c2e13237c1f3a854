/** The mark: one stone on a crossing of two lines. Says nothing to a screen reader: the name stands beside it. */
export function Stone({ size }: { size: number }) {
  return (
    <svg class="stone" width={size} height={size} viewBox="0 0 128 128" aria-hidden="true">
      <path d="M64 4v120M4 64h120" stroke="currentColor" stroke-width="6" stroke-linecap="round" />
      <circle class="stone-gap" cx="64" cy="64" r="33" />
      <circle cx="64" cy="64" r="27" fill="currentColor" />
    </svg>
  );
}
