/** Static ranges against live ones: what 3,700 of them cost to make, and what they make the page's own edits cost. */
import { type BenchResult, compare } from "./measure.ts";
import { article } from "./pages.ts";

const COUNT = 3_700;
const EDITS = 200;

export default async function bench(): Promise<BenchResult[]> {
  document.body.innerHTML = article(400_000);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  const at = (i: number): Text => nodes[(i * 5) % nodes.length] as Text;
  const fixed = (i: number): StaticRange =>
    new StaticRange({ startContainer: at(i), startOffset: 0, endContainer: at(i), endOffset: 1 });
  const live = (i: number): Range => {
    const range = new Range();
    range.setStart(at(i), 0);
    range.setEnd(at(i), 1);
    return range;
  };
  const register = (make: (i: number) => AbstractRange): void => {
    const highlight = new Highlight();
    for (let i = 0; i < COUNT; i++) highlight.add(make(i));
    CSS.highlights.set("bench", highlight);
  };
  const edit = (): void => {
    for (let i = 0; i < EDITS; i++) {
      const text = at(i);
      text.insertData(0, "字");
      text.deleteData(0, 1);
    }
  };
  const with_ = (make: ((i: number) => AbstractRange) | undefined) => async (): Promise<void> => {
    CSS.highlights.clear();
    if (make) register(make);
    edit();
  };
  const making = await compare(
    { name: `${COUNT} static ranges, registered`, run: () => register(fixed) },
    [{ name: `${COUNT} live ranges, registered`, run: () => register(live) }],
    15,
  );
  CSS.highlights.clear();
  const editing = await compare(
    { name: `${EDITS} edits of the page, nothing registered`, run: with_(undefined) },
    [
      { name: "static ranges made, then the edits", run: with_(fixed) },
      { name: "live ranges made, then the edits", run: with_(live) },
    ],
    15,
  );
  CSS.highlights.clear();
  return [...making, ...editing];
}
