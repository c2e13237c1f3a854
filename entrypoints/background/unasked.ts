/**
 * For what the background does by itself, or for a click outside our pages: there is no place where a reader could
 * be told that it failed, and nothing else may fail with it. It is written where an engineer looks.
 * @param what was to be done, in a few words
 */
export function unasked(what: string, doing: Promise<unknown>): void {
  doing.catch((error: unknown) => console.warn(`Not done: ${what}.`, error));
}
