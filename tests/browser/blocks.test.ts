import { beforeEach, describe, expect, it } from "vitest";
import { type Block, BlockStream, pointAt } from "../../entrypoints/content/blocks.ts";
import { startOfBlock } from "../../entrypoints/content/places.ts";
import { SectionCursor, Sections } from "../../entrypoints/content/sections.ts";
import { seam } from "./reading.ts";

function allBlocks(root: Node, from: Node = root, until: Node | null = null): Block[] {
  const blocks: Block[] = [];
  new BlockStream(root, from, until, {
    seam,
    onBlock: (b) => blocks.push(b),
    onElement: () => {},
    sections: new SectionCursor(new Sections(() => {}), from),
  }).read(() => true);
  return blocks;
}
const texts = (html: string): string[] => {
  document.body.innerHTML = html;
  return allBlocks(document.body)
    .map((b) => b.text.replace(/\s+/g, " ").trim())
    .filter((t) => t !== "");
};

beforeEach(() => {
  document.body.innerHTML = "";
});

describe("blocks", () => {
  it("joins inline elements, parts blocks", () => {
    expect(texts("<p><b>阿里</b>巴巴</p><p>小红</p><p>书</p>")).toEqual(["阿里巴巴", "小红", "书"]);
  });

  it("goes by the computed style where a name could lie across a seam", () => {
    expect(texts(`<div style="display:inline">阿里</div><div style="display:inline">巴巴</div>`)).toEqual(["阿里巴巴"]);
    expect(texts(`<p><span style="display:block">小红</span><span style="display:block">书</span></p>`)).toEqual([
      "小红",
      "书",
    ]);
    expect(texts(`<p><span style="float:left">小红</span>书</p>`)).toEqual(["小红", "书"]);
    expect(texts(`<div style="display:contents"><span>阿里</span></div>巴巴`)).toEqual(["阿里巴巴"]);
    expect(texts(`<p>SHEIN<span style="display:block">shop</span></p>`)).toEqual(["SHEIN", "shop"]);
  });

  it("keeps text apart that a box stands between", () => {
    expect(texts(`<p>小红<img alt="">书</p>`)).toEqual(["小红\ufffc书"]);
    expect(texts(`<p>小红<span style="display:inline-block">书</span></p>`)).toEqual(["小红\ufffc书"]);
    expect(texts("<p>小红<code>x</code>书</p>")).toEqual(["小红\ufffc书"]);
  });

  it("sees through what is not shown in the middle of a name", () => {
    expect(texts("<p>阿里<i hidden>！</i>巴巴</p>")).toEqual(["阿里巴巴"]);
    expect(texts("<p>阿里<i>！</i>巴巴</p>")).toEqual(["阿里！巴巴"]);
  });

  it("reads the base of ruby, not its gloss, and a line break as white space", () => {
    expect(texts("<p><ruby>淘<rp>(</rp><rt>táo</rt><rp>)</rp></ruby>宝<br>网</p>")).toEqual(["淘宝 网"]);
  });

  it.each([
    ["a field", "<textarea>淘宝</textarea><input value='淘宝'><select><option>淘宝</option></select>"],
    ["code", "<pre>淘宝</pre><p><kbd>淘宝</kbd></p>"],
    ["a script", "<script type='text/plain'>淘宝</script><template><p>淘宝</p></template><noscript>淘宝</noscript>"],
    ["a drawing", "<svg><text>淘宝</text></svg>"],
  ])("does not read %s", (_what, html) => {
    expect(texts(html)).toEqual([]);
  });

  it("begins anywhere in a block at its first text, and reads it to its end", () => {
    document.body.innerHTML = "<p>前一段</p><p>看<b>阿<i>里</i></b><u> </u>巴<a>巴</a>吧</p><p>后一段</p>";
    const whole = allBlocks(document.body)[1];
    const walker = document.createTreeWalker(document.querySelectorAll("p")[1] as Node, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
      const start = startOfBlock(text, document.body, seam);
      expect(start.data).toBe("看");
      expect(allBlocks(document.body, start, text)).toEqual([whole]);
    }
  });

  it("stops between two blocks, and goes on where it stopped, also when that place is gone", () => {
    document.body.innerHTML = Array.from({ length: 50 }, (_, i) => `<div><p>第${i}段</p></div>`).join("");
    const blocks: string[] = [];
    const stream = new BlockStream(document.body, document.body, null, {
      seam,
      onBlock: (b) => blocks.push(b.text),
      onElement: () => {},
      sections: new SectionCursor(new Sections(() => {}), document.body),
    });
    let pauses = 0;
    while (!stream.read(() => false)) {
      pauses += 1;
      if (pauses === 2) document.querySelectorAll("div")[blocks.length]?.remove();
      stream.resume();
    }
    expect(pauses).toBeGreaterThan(2);
    expect(new Set(blocks).size).toBeGreaterThanOrEqual(49);
  });
});

describe("pointAt", () => {
  it("starts in the later node and ends in the earlier, at a seam", () => {
    document.body.innerHTML = "<p>甲<b>阿里</b><i>巴巴</i>乙</p>";
    const [block] = allBlocks(document.querySelector("p") as Element);
    if (!block) throw new Error("no block");
    const start = pointAt(block, 1, "start");
    const end = pointAt(block, 5, "end");
    expect([start.node.data, start.offset]).toEqual(["阿里", 0]);
    expect([end.node.data, end.offset]).toEqual(["巴巴", 2]);
  });
});
