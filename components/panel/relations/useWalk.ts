import { useEffect, useRef } from "preact/hooks";

/** Where each arrow key leads from a node: another node's key, or undefined. */
export type Ways = Partial<Record<"ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight" | "Home" | "End", string>>;

/**
 * A graph that is one stop for the Tab key and is walked along its lines by the arrows.
 * @param at the node that has the stop
 */
export function useWalk(at: string | undefined, waysFrom: (key: string) => Ways, onAt: (key: string) => void) {
  const nodes = useRef(new Map<string, SVGGElement>());
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current && at !== undefined) nodes.current.get(at)?.focus();
    moved.current = false;
  }, [at]);
  return {
    /** For each node: keeps its element. */
    nodeRef: (key: string) => (element: SVGGElement | null) => {
      if (element) nodes.current.set(key, element);
      else nodes.current.delete(key);
    },
    onKeyDown: (event: KeyboardEvent): void => {
      if (at === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        onAt(at);
        return;
      }
      const next = waysFrom(at)[event.key as keyof Ways];
      if (next === undefined) return;
      event.preventDefault();
      moved.current = true;
      onAt(next);
    },
  };
}
