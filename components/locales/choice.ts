import type { Language } from "../../data/model.ts";
import { languageFor } from "./messages.ts";

/** The language to write in: the reader's choice, or what the browser speaks. */
export function chosenLanguage(choice: Language | "auto", browserLanguage: string): Language {
  return choice === "auto" ? languageFor(browserLanguage) : choice;
}
