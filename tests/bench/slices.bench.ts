/** The engine at work on a live page: how long its slices are, what a page that never rests costs, and what stays behind. */
import { engine } from "./engine.ts";
import { type BenchResult, clearAway, percentile } from "./measure.ts";
import { article } from "./pages.ts";

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Counts the time that the engine's work takes, slice by slice. */
function timed(onSettled: () => void): ReturnType<typeof engine> & { slices: number[] } {
  const made = engine("first", onSettled);
  const slices: number[] = [];
  const work = made.scanner.work.bind(made.scanner);
  made.scanner.work = (mayGoOn) => {
    const start = performance.now();
    const left = work(mayGoOn);
    slices.push(performance.now() - start);
    return left;
  };
  return { ...made, slices };
}

async function firstReading(html: string): Promise<{ slices: number[]; floor: number }> {
  document.body.innerHTML = html;
  document.body.getBoundingClientRect();
  // What the page's own loading left behind is cleared away first: no slice of ours pays for it.
  clearAway();
  const start = performance.now();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let sum = 0;
  while (walker.nextNode()) sum += (walker.currentNode as Text).length;
  const floor = performance.now() - start + sum * 0;
  const made = await new Promise<ReturnType<typeof timed>>((done) => {
    const made = timed(() => done(made));
    made.scanner.start();
  });
  // Told from within the last slice, of which the end is no part.
  made.end();
  return { slices: made.slices, floor };
}

/** 200 paragraphs a second come and go and a ticker runs at 60 Hz. */
async function storm(seconds: number): Promise<{ share: number; longest: number }> {
  document.body.innerHTML = `${article(20_000)}<main></main><p id="ticker">0</p>`;
  const main = document.querySelector("main") as HTMLElement;
  const ticker = document.querySelector("#ticker") as HTMLElement;
  const made = timed(() => {});
  made.scanner.start();
  await wait(500);
  made.slices.length = 0;
  const start = performance.now();
  let count = 0;
  for (let now = start; now - start < seconds * 1000; now = performance.now()) {
    const due = Math.floor((now - start) / 5);
    for (; count < due; count++) {
      const p = document.createElement("p");
      p.innerHTML = `第${count}段里有<b>抖音</b>，也说到淘宝的商家`;
      main.append(p);
      if (main.childElementCount > 50) main.firstElementChild?.remove();
    }
    ticker.textContent = String(count);
    await new Promise(requestAnimationFrame);
  }
  const share = made.slices.reduce((sum, ms) => sum + ms, 0) / (performance.now() - start);
  const longest = Math.max(0, ...made.slices);
  made.end();
  return { share, longest };
}

/** Paragraphs with names come and go; what is left of the heap and of the nodes afterwards? */
async function leak(cycles: number): Promise<{ grown: number; alive: number }> {
  const memory = (): number => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize;
  const collect = async (): Promise<void> => {
    for (let i = 0; i < 4; i++) {
      clearAway();
      await wait(50);
    }
  };
  document.body.innerHTML = "<main></main>";
  const main = document.querySelector("main") as HTMLElement;
  const made = timed(() => {});
  made.scanner.start();
  const run = async (count: number, seen: WeakRef<Node>[]): Promise<void> => {
    for (let i = 0; i < count; i++) {
      const p = document.createElement("p");
      p.innerHTML = `抖音<b>淘</b>宝在1688拿货${i}`;
      main.append(p);
      if (i % 500 === 0) {
        seen.push(new WeakRef(p));
        await wait(20);
      }
      p.remove();
    }
    await wait(1_500);
  };
  await run(1_000, []);
  await collect();
  const before = memory();
  const seen: WeakRef<Node>[] = [];
  await run(cycles, seen);
  await collect();
  const alive = seen.filter((ref) => ref.deref()).length;
  const grown = memory() - before;
  made.end();
  return { grown, alive };
}

/** @param onlyReading where the machine is slowed down: no storm and no collection then */
export default async function bench(onlyReading = false): Promise<BenchResult[]> {
  const { slices, floor } = await firstReading(article(1_000_000));
  const against = "one walk over the text nodes";
  const reading: BenchResult[] = [
    { name: against, ms: floor },
    {
      name: `1 M characters in ${slices.length} slices, all together`,
      ms: slices.reduce((sum, ms) => sum + ms, 0),
      ratio: slices.reduce((sum, ms) => sum + ms, 0) / floor,
      against,
    },
    { name: "longest slice", ms: Math.max(...slices) },
    { name: "95th percentile of the slices", ms: percentile(slices, 0.95) },
  ];
  if (onlyReading) return reading;
  const { share, longest } = await storm(10);
  const { grown, alive } = await leak(10_000);
  return [
    ...reading,
    { name: `storm of 10 s: ${(100 * share).toFixed(2)} % of the main thread; longest slice`, ms: longest },
    {
      name: `10,000 paragraphs came and went: heap ${(grown / 1024).toFixed(0)} kB more, ${alive} of the nodes alive`,
      ms: 0,
    },
  ];
}
