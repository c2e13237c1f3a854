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
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? 0;
}
