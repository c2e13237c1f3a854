/** Reading a whole article page of 1 M characters, against a bare walk over it and against what others do. */
import findAndReplaceDOMText from "findandreplacedomtext";
import Mark from "mark.js";
import { type Engine, lexicon, readAll } from "./engine.ts";
import { type BenchResult, type Case, clearAway, compare } from "./measure.ts";
import { article } from "./pages.ts";

const SIZE = 1_000_000;

/** Looks at each character of each text node and does nothing with it. */
function walk(root: Node): number {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let sum = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const { data } = node;
    for (let i = 0; i < data.length; i++) sum += data.charCodeAt(i);
  }
  return sum;
}

const names = [...new Set(lexicon.names.filter((n) => n.entity !== null).map((n) => n.text))];
const pattern = (): RegExp =>
  new RegExp(
    [...names]
      .sort((a, b) => b.length - a.length)
      .map((n) => n.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join("|"),
    "gi",
  );

/** A plain walk that looks for names with one expression. */
function expressionWalk(root: Node): number {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const names = pattern();
  let found = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    for (const _ of node.data.matchAll(names)) found += 1;
  }
  return found;
}

/** Puts a page there. The one before it is cleared away first, so that no run pays for another's. */
function load(html: string): void {
  document.body.replaceChildren();
  clearAway();
  document.body.innerHTML = html;
  document.body.getBoundingClientRect();
}

/** Time of one run on a page that is loaded anew for it. */
async function once(html: string, run: () => unknown): Promise<number> {
  load(html);
  const start = performance.now();
  await run();
  return performance.now() - start;
}

const end = (made: unknown): void => (made as Engine).end();

function floorOf(nodes: number): Case {
  return { name: `TreeWalker + charCodeAt, ${nodes} text nodes`, run: () => walk(document.body) };
}

export default async function bench(): Promise<BenchResult[]> {
  const html = article(SIZE);
  load(html);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let nodes = 0;
  while (texts.nextNode()) nodes += 1;
  const first = readAll("all");
  const found = [...first.marks.list()].length;
  first.end();
  // A page is read once, when it has just been loaded: what a browser makes when a script first looks at a node is part of it.
  const results = await compare(
    floorOf(nodes),
    [
      {
        name: `whole reading, ${found} mentions, first in a section underlined`,
        run: () => readAll("first"),
        done: end,
      },
      { name: "the same, every mention underlined", run: () => readAll("all"), done: end },
      { name: "a walk with one regular expression", run: () => expressionWalk(document.body) },
    ],
    9,
    () => load(html),
  );
  load(html);
  const again = await compare(
    { ...floorOf(nodes), name: "a page that was walked over before: the same floor" },
    [{ name: "whole reading of a page that was read before", run: () => readAll("first"), done: end }],
    9,
  );
  const ours = results[1]?.ms ?? 1;
  const against = "the whole reading";
  const add = (name: string, ms: number): void => void results.push({ name, ms, ratio: ms / ours, against });
  const peer = (): Mark => new Mark(document.body);
  const markDone = (options: (done: () => void) => void): Promise<void> => new Promise((done) => options(done));
  add("mark.js markRegExp", await once(html, () => markDone((done) => peer().markRegExp(pattern(), { done }))));
  add(
    "findAndReplaceDOMText",
    await once(html, () => findAndReplaceDOMText(document.body, { find: pattern(), wrap: "mark" })),
  );
  add(
    "mark.js mark with the list of names",
    await once(html, () =>
      markDone((done) => peer().mark(names, { separateWordSearch: false, accuracy: "partially", done })),
    ),
  );
  results.push(...again);
  for (const size of [10_000, 100_000, 1_000_000, 10_000_000]) {
    const html = article(size);
    // Clocks in a browser are coarse: a small page is read many times over.
    const rounds = Math.max(3, Math.min(200, 9_000_000 / size));
    const times = { bare: 0, ours: 0 };
    for (let round = -1; round < rounds; round++) {
      load(html);
      const start = performance.now();
      walk(document.body);
      const bare = performance.now() - start;
      load(html);
      const begun = performance.now();
      const made = readAll("first");
      const ours = performance.now() - begun;
      made.end();
      if (round < 0) continue;
      times.bare += bare / rounds;
      times.ours += ours / rounds;
    }
    results.push({
      name: `${size.toLocaleString("en")} characters, ${((times.ours * 1e6) / size).toFixed(0)} ns each`,
      ms: times.ours,
      ratio: times.ours / times.bare,
      against: "the bare walk over it",
    });
  }
  return results;
}
