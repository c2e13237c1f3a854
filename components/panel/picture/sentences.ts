import type { Language } from "../../../data/model.ts";

/** Sentences one after the other: English ones are parted by a space, Chinese ones by their full stop alone. */
export function sentences(language: Language, ...parts: readonly (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(language === "en" ? " " : "");
}
