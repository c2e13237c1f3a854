interface Props<T extends string> {
  /** Name of the group, for the browser and for screen readers. */
  name: string;
  label: string;
  value: T;
  choices: readonly { value: T; text: string }[];
  onChoice: (value: T) => void;
}

/** One of a few, all in sight: radio buttons side by side. */
export function Segments<T extends string>({ name, label, value, choices, onChoice }: Props<T>) {
  return (
    <fieldset class="segments">
      <legend class="unseen">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} class="segment">
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChoice(choice.value)}
          />
          <span>{choice.text}</span>
        </label>
      ))}
    </fieldset>
  );
}
