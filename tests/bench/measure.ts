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
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return middle(times);
}

/** What is measured. */
export interface Case {
  name: string;
  run: () => unknown;
  /** Called with what `run` gave; not timed. */
  done?: (made: unknown) => void;
}

/**
 * Runs a floor and what is measured by turns, and takes the median of each round's ratio: a machine
 * that slows down half-way slows both.
 * @param ready called before each run; not timed
 */
export async function compare(
  floor: Case,
  others: readonly Case[],
  rounds = 25,
  ready: () => void = () => {},
): Promise<BenchResult[]> {
  const time = async ({ run, done }: Case): Promise<number> => {
    ready();
    const start = performance.now();
    const made = await run();
    const taken = performance.now() - start;
    done?.(made);
    return taken;
  };
  const warm = 3;
  const floors: number[] = [];
  const times = others.map((): number[] => []);
  const ratios = others.map((): number[] => []);
  for (let round = -warm; round < rounds; round++) {
    for (const [i, other] of others.entries()) {
      const before = await time(floor);
      const taken = await time(other);
      const after = await time(floor);
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

declare const gc: () => void;

/** Has what nothing holds cleared away now, so that no run pays for another's. */
export function clearAway(): void {
  gc();
}

/** The value that so great a part of them does not exceed. */
export function percentile(values: readonly number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0;
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
