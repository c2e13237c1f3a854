import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/**
 * Keeps the focus of those who work by keys where they work: what is pressed may go with what it takes
 * away (a column, a chip, the field that adds the last of six).
 * @param ids what is chosen
 * @param buttons selects the buttons that take something away, in the order of `ids`
 * @param otherwise selects what gets the focus where none of them is left, or where something was added
 */
export function useKeptFocus<T extends HTMLElement>(
  ids: readonly string[],
  buttons: string,
  otherwise: string,
): RefObject<T | null> {
  const whole = useRef<T>(null);
  const before = useRef(ids);
  useEffect(() => {
    const was = before.current;
    before.current = ids;
    if (was === ids || was.length === ids.length || document.activeElement !== document.body) return;
    const at = was.findIndex((id) => !ids.includes(id));
    const left = whole.current?.querySelectorAll<HTMLElement>(buttons) ?? [];
    const next = at < 0 ? undefined : left[Math.min(at, left.length - 1)];
    (next ?? whole.current?.querySelector<HTMLElement>(otherwise))?.focus();
  }, [ids, buttons, otherwise]);
  return whole;
}
