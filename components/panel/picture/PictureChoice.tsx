interface Props<T extends string> {
  label: string;
  choices: readonly T[];
  chosen: T;
  onChoice: (choice: T) => void;
  /** What each is called. */
  name: (choice: T) => string;
}

/** A row of buttons above a picture: how it is drawn. */
export function PictureChoice<T extends string>({ label, choices, chosen, onChoice, name }: Props<T>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's look and a legend
    <div class="picture-choice" role="group" aria-label={label}>
      {choices.map((choice) => (
        <button key={choice} type="button" aria-pressed={choice === chosen} onClick={() => onChoice(choice)}>
          {name(choice)}
        </button>
      ))}
    </div>
  );
}
