/**
 * Calls `look` when the page around a frame hides it or shows it again, which no other event inside tells of:
 * its window keeps its size, while nothing in it can be seen.
 */
export function followFrame(look: () => void, signal: AbortSignal): void {
  if (window === top) return;
  const observer = new IntersectionObserver(look);
  observer.observe(document.documentElement);
  signal.addEventListener("abort", () => observer.disconnect());
}
