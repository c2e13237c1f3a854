import packed from "virtual:qiju/lexicon";
import senses from "virtual:qiju/senses";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { unpack } from "../../data/lexicon/pack.ts";
import { createRecogniser } from "../../data/lexicon/recognise.ts";
import { hitAt } from "../../entrypoints/content/hit.ts";
import { HIGHLIGHT, liveRange, Marks } from "../../entrypoints/content/marks.ts";
import { scan } from "../../entrypoints/content/scan.ts";

const recogniser = createRecogniser(unpack(packed), { senses });
let stop: AbortController;
let marks: Marks;
let root: HTMLElement;

/** Starts reading `html`; each call of the returned function waits until what changed since is read. */
function read(html: string): () => Promise<string[]> {
  root.innerHTML = html;
  let settled: () => void = () => {};
  scan({
    root,
    spot: () => true,
    recogniser: async () => recogniser,
    marks,
    own: null,
    onSettled: () => settled(),
    signal: stop.signal,
  });
  return () =>
    new Promise<string[]>((done) => {
      settled = () => done(names());
    });
}

/** What is marked, in reading order, by the highlight itself. */
function names(): string[] {
  const live = [...marks.list].map(liveRange);
  expect(CSS.highlights.get(HIGHLIGHT)?.size).toBe(live.length);
  return live.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b)).map(String);
}

beforeEach(() => {
  stop = new AbortController();
  root = document.createElement("main");
  document.body.replaceChildren(root);
  marks = new Marks(CSS.highlights);
});
afterEach(() => {
  stop.abort();
  marks.end();
});

describe("scan", () => {
  it("marks names over inline elements", async () => {
    expect(await read("<p>看<b>阿里</b>巴巴和<i>拼</i><b>多多</b></p>")()).toEqual(["阿里巴巴", "拼多多"]);
  });

  it("drops a mark at once when its text changes, and finds what is new", async () => {
    const settle = read("<p>抖音</p>");
    await settle();
    const text = root.querySelector("p")?.firstChild as Text;
    text.data = "刷淘宝吧";
    await Promise.resolve();
    expect(marks.list.size).toBe(0);
    expect(await settle()).toEqual(["淘宝"]);
  });

  it("joins and parts names as elements come and go", async () => {
    const settle = read("<p>小红书</p>");
    expect(await settle()).toEqual(["小红书"]);
    const text = root.querySelector("p")?.firstChild as Text;
    text.splitText(2);
    root.querySelector("p")?.insertBefore(document.createElement("hr"), root.querySelector("p")?.lastChild ?? null);
    expect(await settle()).toEqual([]);
    root.querySelector("hr")?.remove();
    expect(await settle()).toEqual(["小红书"]);
  });

  it("follows what is shown and hidden", async () => {
    const settle = read(`<div id="a"><p>抖音</p></div><details><p>淘宝</p></details>`);
    expect(await settle()).toEqual(["抖音"]);
    root.querySelector("#a")?.setAttribute("hidden", "");
    root.querySelector("details")?.setAttribute("open", "");
    expect(await settle()).toEqual(["淘宝"]);
    root.querySelector("#a")?.removeAttribute("hidden");
    expect(await settle()).toEqual(["抖音", "淘宝"]);
  });

  it("moves with what is moved", async () => {
    const settle = read("<div id=a><p>抖音</p></div><div id=b><p>淘宝</p></div>");
    await settle();
    root.append(root.querySelector("#a") as Element);
    expect(await settle()).toEqual(["淘宝", "抖音"]);
  });

  it("leaves nothing behind when it stops", async () => {
    const html = "<p>抖音</p>";
    await read(html)();
    stop.abort();
    marks.end();
    expect(CSS.highlights.has(HIGHLIGHT)).toBe(false);
    expect(root.innerHTML).toBe(html);
  });
});

describe("hitAt", () => {
  it("finds the mention under a point on its ink, and none beside it", async () => {
    const settle = read(`<p style="font:20px monospace;width:8em">一二三TikTok Shop七</p>`);
    await settle();
    const [mark] = marks.list;
    if (!mark) throw new Error("nothing is marked");
    const boxes = [...liveRange(mark).getClientRects()];
    expect(boxes.length).toBeGreaterThan(1);
    for (const box of boxes) expect(hitAt(marks, box.x + 2, box.y + box.height / 2)?.mark).toBe(mark);
    const paragraph = (root.firstElementChild as Element).getBoundingClientRect();
    expect(hitAt(marks, paragraph.left + 2, paragraph.top + 5)).toBeUndefined();
    expect(hitAt(marks, paragraph.right + 200, (boxes[0]?.y ?? 0) + 5)).toBeUndefined();
  });
});
