interface Props {
  /** What is searched: its name, and what stands in it while it is empty. */
  label: string;
  text: string;
  onText: (text: string) => void;
  /** The class of its place, beside that of all such fields. */
  class?: string;
}

/** A field whose text finds something as it is typed. */
export function SearchField({ label, text, onText, ...place }: Props) {
  return (
    <input
      type="search"
      class={place.class ? `picker-input ${place.class}` : "picker-input"}
      aria-label={label}
      placeholder={label}
      value={text}
      onInput={(event) => onText(event.currentTarget.value)}
    />
  );
}
