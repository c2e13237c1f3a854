/** What a move of the pointer costs with 5,000 mentions on the page. */
import { hitAt } from "../../entrypoints/content/hit.ts";
import { readAll } from "./engine.ts";
import { type BenchResult, percentile } from "./measure.ts";
import { article } from "./pages.ts";

export default async function bench(): Promise<BenchResult[]> {
  document.body.innerHTML = article(1_360_000);
  const { marks, end } = readAll("first");
  const count = [...marks.list()].length;
  const moves = 4_000;
  const times: number[] = [];
  const floors: number[] = [];
  let hits = 0;
  for (let i = 0; i < moves; i++) {
    if (i % 400 === 0) scrollTo(0, (i / moves) * document.body.scrollHeight);
    const x = (i * 37) % innerWidth;
    const y = (i * 61) % innerHeight;
    let start = performance.now();
    document.elementFromPoint(x, y);
    floors.push(performance.now() - start);
    start = performance.now();
    if (hitAt(marks, [], x, y)) hits += 1;
    times.push(performance.now() - start);
  }
  end();
  const floor = percentile(floors, 0.99);
  const against = "elementFromPoint, 99th percentile";
  return [
    { name: against, ms: floor },
    {
      name: `hit test among ${count} mentions, 99th percentile of ${moves} moves, ${hits} hits`,
      ms: percentile(times, 0.99),
      ratio: percentile(times, 0.99) / floor,
      against,
    },
  ];
}
