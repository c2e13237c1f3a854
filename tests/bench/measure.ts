/** One line of a bench: a median time, and its ratio to a floor or a peer of the same run. */
export interface BenchResult {
  name: string;
  ms: number;
  ratio?: number;
  against?: string;
}

/** Median of `runs` runs in milliseconds, after one that warms up. */
export async function median(run: () => unknown, runs = 9): Promise<number> {
  await run();
  const times: number[] = [];
  for (let i = 0; i < runs; i++) times.push(await time(run));
  return middle(times);
}

/**
 * Runs a floor and what is measured by turns, and takes the median of each round's ratio: a machine
 * that slows down half-way slows both.
 */
export async function compare(
  floor: { name: string; run: () => unknown },
  others: readonly { name: string; run: () => unknown }[],
  rounds = 25,
): Promise<BenchResult[]> {
  const warm = 3;
  const floors: number[] = [];
  const times = others.map((): number[] => []);
  const ratios = others.map((): number[] => []);
  for (let round = -warm; round < rounds; round++) {
    for (const [i, { run }] of others.entries()) {
      const before = await time(floor.run);
      const taken = await time(run);
      const after = await time(floor.run);
      if (round < 0) continue;
      const base = (before + after) / 2;
      floors.push(base);
      times[i]?.push(taken);
      ratios[i]?.push(taken / base);
    }
  }
  return [
    { name: floor.name, ms: middle(floors) },
    ...others.map(({ name }, i) => ({
      name,
      ms: middle(times[i] ?? []),
      ratio: middle(ratios[i] ?? []),
      against: floor.name,
    })),
  ];
}

async function time(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** The value that so great a part of them does not exceed. */
export function percentile(values: readonly number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0;
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
