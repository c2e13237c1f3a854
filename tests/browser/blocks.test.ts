import { beforeEach, describe, expect, it } from "vitest";
import { type Block, pointAt, readContainer } from "../../entrypoints/content/blocks.ts";

/** All blocks of a subtree, containers in reading order. */
function allBlocks(root: Element): Block[] {
  const { blocks, nested } = readContainer(root);
  return [...blocks, ...nested.flatMap(allBlocks)];
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

  it("goes by the computed style, not by the tag", () => {
    expect(texts(`<div style="display:inline">阿里</div><div style="display:inline">巴巴</div>`)).toEqual(["阿里巴巴"]);
    expect(texts(`<p><span style="display:block">小红</span><span style="display:block">书</span></p>`)).toEqual([
      "小红",
      "书",
    ]);
    expect(texts(`<p><span style="float:left">小红</span>书</p>`)).toEqual(["书", "小红"]);
    expect(texts(`<div style="display:contents"><span>阿里</span></div>巴巴`)).toEqual(["阿里巴巴"]);
  });

  it("keeps text apart that a box stands between", () => {
    expect(texts(`<p>小红<img alt="">书</p>`)).toEqual(["小红书"]);
    expect(texts(`<p>小红<span style="display:inline-block">！</span>书</p>`)).toEqual(["小红\ufffc书", "！"]);
    expect(texts("<p>小红<code>x</code>书</p>")).toEqual(["小红\ufffc书"]);
  });

  it("reads the base of ruby, not its gloss", () => {
    expect(texts("<p><ruby>淘<rp>(</rp><rt>táo</rt><rp>)</rp></ruby>宝</p>")).toEqual(["淘宝"]);
  });

  it.each([
    ["display: none", `<p style="display:none">淘宝</p>`],
    ["visibility: hidden", `<p style="visibility:hidden">淘宝</p>`],
    ["hidden", "<p hidden>淘宝</p>"],
    ["a closed details", "<details><p>淘宝</p></details>"],
    ["a field", "<textarea>淘宝</textarea><input value='淘宝'><select><option>淘宝</option></select>"],
    ["code", "<pre>淘宝</pre><p><kbd>淘宝</kbd></p>"],
    ["an editor", "<div contenteditable>淘宝<p>京东</p></div>"],
    ["a script", "<script type='text/plain'>淘宝</script><template><p>淘宝</p></template><noscript>淘宝</noscript>"],
    ["a drawing", "<svg><text>淘宝</text></svg>"],
  ])("does not read %s", (_what, html) => {
    expect(texts(html)).toEqual([]);
  });

  it("reads what is visible inside what is not", () => {
    expect(texts(`<p style="visibility:hidden">藏<b style="visibility:visible">淘宝</b></p>`)).toEqual(["淘宝"]);
  });
});

describe("pointAt", () => {
  it("starts in the later node and ends in the earlier, at a seam", () => {
    document.body.innerHTML = "<p>甲<b>阿里</b><i>巴巴</i>乙</p>";
    const [block] = readContainer(document.querySelector("p") as Element).blocks;
    if (!block) throw new Error("no block");
    const start = pointAt(block, 1, "start");
    const end = pointAt(block, 5, "end");
    expect([start.node.data, start.offset]).toEqual(["阿里", 0]);
    expect([end.node.data, end.offset]).toEqual(["巴巴", 2]);
  });
});
