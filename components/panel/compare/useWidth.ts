import { options } from "preact";
import { useEffect, useState } from "preact/hooks";

/** Below this, platforms do not stand side by side and be read: two of them do. In CSS pixels. */
const NARROW = "(max-width: 639px)";

/** Whether the panel is too narrow for more than two columns. Follows its width. */
export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const width = matchMedia(NARROW);
    const follow = (): void => setNarrow(width.matches);
    width.addEventListener("change", follow);
    return () => width.removeEventListener("change", follow);
  }, []);
  return narrow;
}

/** Whether the panel is being printed: then nothing is folded, and all columns are there. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // The browser takes the document as it is when the event ends, so this cannot wait for the next frame.
    const at = (value: boolean) => (): void => atOnce(() => setPrinting(value));
    const [before, after] = [at(true), at(false)];
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
    return () => {
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
    };
  }, []);
  return printing;
}

function atOnce(change: () => void): void {
  const { debounceRendering } = options;
  options.debounceRendering = (render) => render();
  change();
  if (debounceRendering) options.debounceRendering = debounceRendering;
  else delete options.debounceRendering;
}
