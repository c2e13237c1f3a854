/** Which mentions are underlined, and what a page may do to marks and card. */
import { expect } from "playwright/test";
import { type EngineCase, type EnginePage, line, marks } from "./case.ts";

/** Rests on an element's first characters, until a card shows. */
async function restOn(page: EnginePage, selector: string): Promise<void> {
  const { x, y } = await page.run<{ x: number; y: number }>(
    `(() => { const { x, y } = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect(); return { x: x + 10, y: y + 10 }; })()`,
  );
  // What answers the pointer is there once the page is settled, a moment after the first marks: a hand moves again.
  await expect(async () => {
    await page.move(x - 2, y);
    await page.move(x, y);
    await expect.poll(() => page.cardText(), { timeout: 3_000 }).not.toBeNull();
  }).toPass();
}

export const marked: EngineCase[] = [
  {
    name: "the first mention in a section, while every mention answers",
    body: "<p>抖音和抖音</p><h2>下一节</h2><p>再说抖音，还是<b>抖音</b></p>",
    marks: ["抖音", "抖音"],
    next: async (page) => {
      await restOn(page, "b");
      expect(await page.cardText()).toContain("抖音");
    },
  },
  {
    name: "all, or none, as the reader wishes",
    body: "<p>抖音和抖音</p>",
    marks: ["抖音"],
    next: async (page) => {
      await page.choose({ marks: "all" });
      await marks(page, ["抖音", "抖音"]);
      await page.choose({ marks: "none" });
      await marks(page, []);
      await page.choose({ marks: "first" });
      await marks(page, ["抖音"]);
    },
  },
  {
    name: "come back when the page clears or replaces the registry's entries",
    body: "<p>抖音</p>",
    marks: ["抖音"],
    next: async (page) => {
      // At the pointer's next move, without a change of the page's.
      await page.run("CSS.highlights.clear()");
      await page.move(50, 50);
      await marks(page, ["抖音"]);
      await page.run(`void CSS.highlights.set("qiju", new Highlight())`);
      await page.move(60, 60);
      await marks(page, ["抖音"]);
      // At the page's next change, without the pointer.
      await page.run(`(() => { CSS.highlights.clear(); document.body.append("无"); })()`);
      await marks(page, ["抖音"]);
    },
  },
  {
    name: "and a card come again when the page removed our host",
    body: "<p>抖音</p>",
    marks: ["抖音"],
    next: async (page) => {
      await page.hover("抖音");
      await page.run(`document.querySelector("qiju-card").remove()`);
      await page.move(500, 500);
      expect(await page.hover("抖音")).toContain("抖音");
    },
  },
  {
    name: "lie beside the page's own highlights and the selection",
    body: "<p>抖音和淘宝</p>",
    marks: ["抖音", "淘宝"],
    next: async (page) => {
      const own = await page.run(`(() => {
        const text = document.querySelector("p").firstChild;
        const range = new Range();
        range.setStart(text, 0);
        range.setEnd(text, 5);
        CSS.highlights.set("search", new Highlight(range));
        getSelection().selectAllChildren(document.body);
        document.querySelector("p").append("、京东");
        return [...CSS.highlights.keys()].sort();
      })()`);
      expect(own).toEqual(["qiju", "search"]);
      await marks(page, ["抖音", "淘宝", "京东"]);
      expect(
        await page.run(`[CSS.highlights.get("search").size, String([...CSS.highlights.get("search")][0])]`),
      ).toEqual([1, "抖音和淘宝"]);
      expect(await page.run("String(getSelection()).trim()")).toBe("抖音和淘宝、京东");
    },
  },
  {
    name: "and card are drawn where the page's content policy forbids every style and script",
    body: "<p>抖音</p>",
    headers: {
      "Content-Security-Policy": "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
    marks: ["抖音"],
    next: async (page) => {
      // The policy is in force: it takes the page's own style attribute away.
      expect(await page.run("getComputedStyle(document.body).fontSize")).toBe("16px");
      expect(await line(page, "p")).toBe("underline");
      expect(await page.hover("抖音")).toContain("抖音");
      // Without its styles the card would be as wide as its longest line.
      const { width, position } = await page.run<{ width: number; position: string }>(
        `(() => { const card = document.querySelector("qiju-card"); return { width: card.offsetWidth, position: getComputedStyle(card).position }; })()`,
      );
      expect([width, position]).toEqual([380, "fixed"]);
    },
    complaint: /Content.Security.Policy/,
  },
];
