import type { Link } from "../../../data/relations.ts";
import type { Writing } from "../types.ts";

/** A relation's word, read from the one it is stated of (`forward`), or from the other. */
export function wordOf({ kind }: Pick<Link, "kind">, forward: boolean, t: Writing["t"]): string {
  return t(`relations.${forward ? "forward" : "backward"}.${kind}`);
}
