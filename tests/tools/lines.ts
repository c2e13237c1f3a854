/** JSON lines on standard input or in a file, with the line number where one is wrong. */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

export type Line<T> = { number: number; value: T } | { number: number; error: string };

/**
 * @param file a path, or undefined for standard input
 * @param parse throws where the value does not have its shape
 */
export async function* readLines<T>(file: string | undefined, parse: (value: unknown) => T): AsyncGenerator<Line<T>> {
  const input = file === undefined ? process.stdin : createReadStream(file);
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === "") continue;
    try {
      yield { number, value: parse(JSON.parse(line)) };
    } catch (error) {
      yield { number, error: error instanceof Error ? error.message : String(error) };
    }
  }
}
