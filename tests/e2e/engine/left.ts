/** What is left alone: in every page here 淘宝 stands where it is not to be marked, and 抖音 where it is. */
import { expect } from "playwright/test";
import { type EngineCase, line, marks } from "./case.ts";

const kinds: [name: string, body: string][] = [
  [
    "editable fields",
    `<input value="淘宝"><div contenteditable><p>淘宝</p></div><div contenteditable="plaintext-only">淘宝</div><div role="textbox">淘宝</div>`,
  ],
  ["code", "<code>淘宝</code><pre>淘宝</pre><kbd>淘宝</kbd><samp>淘宝</samp>"],
  [
    "scripts and styles",
    "<script type='x'>淘宝</script><style>/* 淘宝 */</style><noscript>淘宝</noscript><template>淘宝</template>",
  ],
  [
    "choices",
    "<textarea>淘宝</textarea><select><option>淘宝</option></select><datalist><option>淘宝</option></datalist>",
  ],
  ["the text of drawings", "<svg><text y='20'>淘宝</text></svg>"],
  ["widgets that show code", `<div translate="no" class="cm-editor"><div>淘宝</div></div>`],
  [
    "hidden text",
    `<p hidden>淘宝</p><p style="display:none">淘宝</p><p style="visibility:hidden">淘宝</p><details><p>淘宝</p></details>`,
  ],
  ["a name that would lie across two blocks", "<p>淘</p><p>宝</p><table><tr><td>拼多</td><td>多</td></tr></table>"],
];

export const left: EngineCase[] = [
  ...kinds.map(([name, body]): EngineCase => ({ name, body: `${body}<p>抖音</p>`, marks: ["抖音"] })),
  {
    name: "print, of a page with a card too",
    body: "<p>抖音</p>",
    marks: ["抖音"],
    next: async (page) => {
      const card = (): Promise<string> => page.run(`getComputedStyle(document.querySelector("qiju-card")).display`);
      expect(await line(page, "p")).toBe("underline");
      await page.hover("抖音");
      expect(await card()).toBe("block");
      await page.asPrinted(true);
      await expect.poll(() => line(page, "p")).toBe("none");
      expect(await card()).toBe("none");
      await page.asPrinted(false);
      await expect.poll(() => line(page, "p")).toBe("underline");
      expect(await card()).toBe("block");
    },
  },
  {
    name: "our own elements",
    body: "<p>抖音</p>",
    marks: ["抖音"],
    next: async (page) => {
      // The card names many; the page's next change is read, and with it what stands beside.
      expect(await page.hover("抖音")).toContain("抖音");
      await page.run(`document.body.append(Object.assign(document.createElement("p"), { textContent: "京东" }))`);
      await marks(page, ["抖音", "京东"]);
      expect(await page.cardText()).toContain("抖音");
    },
  },
];
