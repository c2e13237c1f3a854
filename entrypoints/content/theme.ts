/** Whether the card is to be light or dark: as the page is where it is shown. */
import { parentOf } from "./roles.ts";

/** From this luminance on a background is light; 0 to 255. */
const LIGHT = 110;

/** The theme that goes with the page behind an element; undefined where the reader's system decides. */
export function themeAt(element: Element): "light" | "dark" | undefined {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const { backgroundColor } = getComputedStyle(at);
    const [r = 0, g = 0, b = 0, alpha = 1] = (backgroundColor.match(/[\d.]+/g) ?? []).map(Number);
    if (!backgroundColor.startsWith("rgb") || alpha < 0.5) continue;
    return 0.2126 * r + 0.7152 * g + 0.0722 * b >= LIGHT ? "light" : "dark";
  }
  // Without any, the page is white unless it says that it can be dark.
  return getComputedStyle(document.documentElement).colorScheme.includes("dark") ? undefined : "light";
}
