import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hitAt } from "../../entrypoints/content/hit.ts";
import { liveRange } from "../../entrypoints/content/marks.ts";
import { HIGHLIGHT, type Shown } from "../../entrypoints/content/paint.ts";
import { type Reading, readPage } from "./reading.ts";

let root: HTMLElement;
let reading: Reading | undefined;

/** Reads a page with this body. */
async function read(html: string, shown: Shown = "all"): Promise<Reading> {
  root.innerHTML = html;
  reading = readPage(shown);
  await reading.settle();
  return reading;
}
/** What is marked when all that was changed is read. */
async function names(): Promise<string[]> {
  await reading?.settle();
  const found = reading?.names() ?? [];
  expect(CSS.highlights.get(HIGHLIGHT)?.size ?? 0).toBe(found.length);
  return found;
}
const $ = (selector: string): HTMLElement => root.querySelector(selector) as HTMLElement;

beforeEach(() => {
  root = document.createElement("main");
  document.body.replaceChildren(root);
});
afterEach(() => {
  reading?.stop();
  reading = undefined;
});

describe("scan", () => {
  it("marks names over inline elements", async () => {
    await read("<p>看<b>阿里</b>巴巴和<i>拼</i><b>多多</b></p>");
    expect(await names()).toEqual(["阿里巴巴", "拼多多"]);
  });

  it("drops a mark at once when its text changes, and finds what is new", async () => {
    const { painter } = await read("<p>抖音</p>");
    ($("p").firstChild as Text).data = "刷淘宝吧";
    await Promise.resolve();
    expect(painter.painted.size).toBe(0);
    expect(await names()).toEqual(["淘宝"]);
  });

  it("joins and parts names as elements come and go", async () => {
    await read("<p>小红书</p>");
    expect(await names()).toEqual(["小红书"]);
    ($("p").firstChild as Text).splitText(2);
    $("p").insertBefore(document.createElement("hr"), $("p").lastChild);
    expect(await names()).toEqual([]);
    $("hr").remove();
    expect(await names()).toEqual(["小红书"]);
  });

  it("follows what is shown and hidden", async () => {
    await read(`<div id="a"><p>抖音</p></div><details><p>淘宝</p></details>`);
    expect(await names()).toEqual(["抖音"]);
    $("#a").setAttribute("hidden", "");
    $("details").setAttribute("open", "");
    expect(await names()).toEqual(["淘宝"]);
    $("#a").removeAttribute("hidden");
    expect(await names()).toEqual(["抖音", "淘宝"]);
  });

  it("moves with what is moved", async () => {
    await read("<div id=a><p>抖音</p></div><div id=b><p>淘宝</p></div>");
    root.append($("#a"));
    expect(await names()).toEqual(["淘宝", "抖音"]);
  });

  it("lets an ambiguous name through while the page names those who speak for it, and no longer", async () => {
    await read("<p id=a>闲鱼和淘宝、1688</p><p>盒马的小龙虾</p><p>在菜鸟那里</p>");
    const before = await names();
    $("#a").textContent = "没有别的";
    const after = await names();
    $("#a").textContent = "闲鱼和淘宝、1688";
    expect(await names()).toEqual(before);
    expect(after.length).toBeLessThan(before.length - 2);
  });

  it("underlines the first that can be seen of each platform in a section, and all when asked", async () => {
    const html = `<p>抖音、淘宝，又是抖音</p><h2>第二节</h2><p hidden>抖音</p><p>淘宝和淘宝，再说抖音</p>
      <aside>抖音</aside><p>抖音</p>`;
    await read(html, "first");
    expect(await names()).toEqual(["抖音", "淘宝", "淘宝", "抖音", "抖音"]);
    reading?.stop();
    await read(html, "all");
    expect((await names()).length).toBe(8);
    reading?.stop();
    await read(html, "none");
    expect(await names()).toEqual([]);
    expect(reading?.marks.all.size).toBeGreaterThan(0);
  });

  it("keeps the ranges of what is read again and is as it was: nothing flickers", async () => {
    const { painter } = await read("<p>看<b>淘</b>宝和抖音</p><p>京东</p>");
    const before = [...(CSS.highlights.get(HIGHLIGHT) ?? [])];
    expect(before.length).toBe(3);
    let least = before.length;
    const drop = painter.drop.bind(painter);
    painter.drop = (mark) => {
      drop(mark);
      least = Math.min(least, painter.painted.size);
    };
    // Styles changed somewhere: blocks whose bounds depend on styles are read again.
    root.setAttribute("class", "other");
    await names();
    $("p").append("！");
    await names();
    expect([...(CSS.highlights.get(HIGHLIGHT) ?? [])]).toEqual(before);
    expect(least).toBe(before.length);
  });

  it("puts its highlight back when the page takes it out, but does not fight for ever", async () => {
    const { painter } = await read("<p>抖音</p>");
    let back = 0;
    for (let i = 0; i < 50; i++) {
      CSS.highlights.clear();
      painter.restore();
      if (CSS.highlights.has(HIGHLIGHT)) back += 1;
    }
    expect(back).toBe(20);
  });

  it("reads open shadow roots, also one that comes late", async () => {
    await read("<div id=host></div><x-late></x-late><p>淘宝</p>");
    $("#host").attachShadow({ mode: "open" }).innerHTML = "<p>抖音</p>";
    $("x-late").attachShadow({ mode: "open" }).innerHTML = "<p>京东在这里卖<b>手机</b></p>";
    $("#host").setAttribute("class", "ready");
    expect((await names()).sort()).toEqual(["京东", "抖音", "淘宝"].sort());
    const inside = $("#host").shadowRoot?.querySelector("p") as HTMLElement;
    inside.textContent = "拼多多";
    expect((await names()).sort()).toEqual(["京东", "拼多多", "淘宝"].sort());
  });

  it("reads a shadow root that came without any other change, when it looks for such", async () => {
    await read(`<p>淘宝</p>${"<i>一</i>".repeat(100)}<div id=host></div>`);
    $("#host").attachShadow({ mode: "open" }).innerHTML = "<p>抖音</p>";
    expect(await names()).toEqual(["淘宝"]);
    expect(reading?.scanner.search()).toBe(true);
    expect((await names()).sort()).toEqual(["抖音", "淘宝"].sort());
  });

  it("leaves nothing behind when it stops", async () => {
    const html = "<p>抖音</p>";
    await read(html);
    reading?.stop();
    expect(CSS.highlights.has(HIGHLIGHT)).toBe(false);
    expect(root.innerHTML).toBe(html);
  });
});

describe("hitAt", () => {
  it("finds the mention under a point on its ink, and none beside it", async () => {
    const { marks, painter } = await read(`<p style="font:20px monospace;width:8em">一二三TikTok Shop七</p>`);
    const [mark] = painter.painted.keys();
    if (!mark) throw new Error("nothing is marked");
    const boxes = [...liveRange(mark).getClientRects()];
    expect(boxes.length).toBeGreaterThan(1);
    for (const box of boxes) expect(hitAt(marks, [], box.x + 2, box.y + box.height / 2)?.mark).toBe(mark);
    const paragraph = $("p").getBoundingClientRect();
    expect(hitAt(marks, [], paragraph.left + 2, paragraph.top + 5)).toBeUndefined();
    expect(hitAt(marks, [], paragraph.right + 200, (boxes[0]?.y ?? 0) + 5)).toBeUndefined();
  });

  it("tells mentions of one block apart that stand in different nodes", async () => {
    const { marks } = await read("<p><b>阿里</b>巴巴和<a>淘天集团</a>把 1688 和闲鱼</p>");
    for (const mark of marks.list()) {
      for (const [node, offset] of [
        [mark.startNode, mark.startOffset + 1],
        [mark.endNode, mark.endOffset - 1],
      ] as const)
        expect(marks.at(node, offset)?.surface).toBe(mark.surface);
    }
    expect([...marks.list()].length).toBe(4);
  });

  it("answers for a mention that is not underlined, in a shadow root and under a transform too", async () => {
    await read(
      `<p>抖音</p><p id="second" style="transform:scale(1.5) translate(60px, 20px);transform-origin:0 0">抖音</p><div id="h"></div>`,
      "first",
    );
    const shadow = $("#h").attachShadow({ mode: "open" });
    shadow.innerHTML = "<p style='margin-top:80px'>淘宝</p>";
    $("#h").className = "x";
    await names();
    for (const node of [$("#second").firstChild, shadow.querySelector("p")?.firstChild]) {
      const range = document.createRange();
      range.selectNodeContents(node as Node);
      const box = range.getBoundingClientRect();
      const hit = hitAt(
        reading?.marks as Reading["marks"],
        reading?.scanner.shadowRoots ?? [],
        box.x + 5,
        box.y + box.height / 2,
      );
      expect(hit?.mark.startNode).toBe(node);
    }
  });
});
