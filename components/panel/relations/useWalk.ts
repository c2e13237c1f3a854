import { useRef } from "preact/hooks";

/** Where each arrow key leads from a node: another node's key, or undefined. */
export type Ways = Partial<Record<"ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight" | "Home" | "End", string>>;

/**
 * A graph that is one stop for the Tab key and is walked along its lines by the arrows.
 * @param at the node that has the stop
 */
export function useWalk(at: string | undefined, waysFrom: (key: string) => Ways, onAt: (key: string) => void) {
  const nodes = useRef(new Map<string, SVGGElement>());
  return {
    /** For each node: keeps its element. */
    nodeRef: (key: string) => (element: SVGGElement | null) => {
      if (element) nodes.current.set(key, element);
      else nodes.current.delete(key);
    },
    onKeyDown: (event: KeyboardEvent): void => {
      const here = [...nodes.current].find(([, element]) => element === document.activeElement)?.[0] ?? at;
      if (here === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        onAt(here);
        return;
      }
      const next = waysFrom(here)[event.key as keyof Ways];
      if (next === undefined) return;
      event.preventDefault();
      // At once, not after the next rendering: a key held down goes on from where the focus is.
      nodes.current.get(next)?.focus();
      onAt(next);
    },
  };
}
