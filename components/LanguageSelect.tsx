import type { Language } from "../data/model.ts";

export type LanguageChoice = Language | "auto";

/** Each language in its own script, so that a reader who is in the wrong one finds the way out. */
const ownNames: Record<Language, string> = { zh: "简体中文", zhHant: "繁體中文", en: "English" };

interface Props {
  choice: LanguageChoice;
  label: string;
  auto: string;
  onChoice: (choice: LanguageChoice) => void;
  /** The class that a choice has on the page around. */
  class: string;
}

/** Chooses the language of the interface and of the content. */
export function LanguageSelect({ choice, label, auto, onChoice, ...look }: Props) {
  return (
    <select
      class={look.class}
      aria-label={label}
      value={choice}
      onChange={(event) => onChoice(event.currentTarget.value as LanguageChoice)}
    >
      <option value="auto">{auto}</option>
      {Object.entries(ownNames).map(([language, name]) => (
        <option key={language} value={language}>
          {name}
        </option>
      ))}
    </select>
  );
}
