/** Names that the reader gives, and forms that the reader does not want marked. Pure: what may be taken, and why not. */
import type { OwnNameSetting } from "./settings.ts";

/** Why a name is refused. */
export type NameRefusal = "short" | "long" | "plain" | "common" | "taken";

const SHORTEST = 2;
const LONGEST = 30;
/** A form that stands inside so many other names would be found everywhere. */
const TOO_COMMON = 4;

/**
 * Whether a form may be added as a name of an entity.
 * @param known every form that is known already, with the entity it names
 */
export function refuseName(
  text: string,
  entity: string,
  known: readonly { text: string; entity: string }[],
): NameRefusal | undefined {
  const form = text.trim();
  if ([...form].length < SHORTEST) return "short";
  if ([...form].length > LONGEST) return "long";
  // Digits and signs alone, or two Latin letters, are found in too many other things.
  if (!/\p{L}/u.test(form) || /^[\x20-\x7e]{1,2}$/.test(form)) return "plain";
  const lower = form.toLowerCase();
  if (known.some((k) => k.text.toLowerCase() === lower && k.entity !== entity)) return "taken";
  const inside = new Set(
    known.filter((k) => k.text.toLowerCase().includes(lower) && k.text.toLowerCase() !== lower).map((k) => k.entity),
  );
  return inside.size >= TOO_COMMON ? "common" : undefined;
}

/** The list with a name added; a form belongs to one entity only. */
export function addName(names: readonly OwnNameSetting[], text: string, entity: string): OwnNameSetting[] {
  const form = text.trim();
  return [...names.filter((n) => n.text !== form), { text: form, entity }];
}
