/** What is read: a case for each way in which text comes to stand on a page, and comes to be seen. */
import { expect } from "playwright/test";
import { pageOf } from "../pages.ts";
import { type EngineCase, line, marks, marksInFrame } from "./case.ts";

const come: EngineCase[] = [
  {
    name: "text across inline elements",
    body: "<p>看<b>阿里</b><i>巴巴</i>和Tik<u>Tok</u>&nbsp;Shop</p>",
    marks: ["阿里巴巴", "TikTok\u00a0Shop"],
  },
  {
    name: "text up to a block's border, by the style that a browser lays it out with",
    body: `<div>小红</div><div>书</div><p><span style="display:block">淘</span>宝</p><div style="display:inline">阿里</div><div style="display:inline">巴巴</div>`,
    marks: ["阿里巴巴"],
  },
  {
    name: "an open shadow root",
    body: `<div id="h"></div><script>document.getElementById("h").attachShadow({ mode: "open" }).innerHTML = "<p>抖音</p>"</script>`,
    marks: ["抖音"],
  },
  {
    name: "a shadow root that comes late, and without any other change",
    body: `<p>淘宝</p><div id="h"></div>`,
    marks: ["淘宝"],
    next: async (page) => {
      await page.run(`void (document.getElementById("h").attachShadow({ mode: "open" }).innerHTML = "<p>抖音</p>")`);
      // Looked for at the next heartbeat, five seconds apart.
      await expect.poll(() => page.run(`CSS.highlights.get("qiju").size`), { timeout: 15_000 }).toBe(2);
    },
  },
  ...[
    ["a frame of the same site", `<iframe src="/engine/frame.html"></iframe>`],
    ["a srcdoc frame", `<iframe srcdoc="<p>淘宝在框里</p>"></iframe>`],
    [
      "an about:blank frame that the page writes",
      `<iframe></iframe><script>document.querySelector("iframe").contentDocument.body.innerHTML = "<p>淘宝在框里</p>"</script>`,
    ],
  ].map(
    ([name = "", frame]): EngineCase => ({
      name,
      body: `<p>抖音</p>${frame}`,
      beside: { "/engine/frame.html": pageOf("<p>淘宝在框里</p>") },
      marks: ["抖音"],
      next: (page) => marksInFrame(page, ["淘宝"]),
    }),
  ),
  {
    name: "text added, changed and removed later",
    body: "<main><p>抖音</p></main>",
    marks: ["抖音"],
    next: async (page) => {
      await page.run(`document.querySelector("main").insertAdjacentHTML("beforeend", "<p>拼<b>多多</b></p>")`);
      await marks(page, ["抖音", "拼多多"]);
      await page.run(`void (document.querySelector("p").firstChild.nodeValue = "淘宝")`);
      await marks(page, ["淘宝", "拼多多"]);
      await page.run(`document.querySelector("p").remove()`);
      await marks(page, ["拼多多"]);
    },
  },
  {
    name: "a navigation inside one page",
    body: "<main><p>抖音</p></main>",
    marks: ["抖音"],
    next: async (page) => {
      await page.run(`(() => {
        history.pushState({}, "", "/engine/other");
        document.querySelector("main").replaceChildren(Object.assign(document.createElement("p"), { textContent: "京东" }));
      })()`);
      await marks(page, ["京东"]);
      await page.run(`(() => {
        addEventListener("popstate", () => { document.querySelector("p").textContent = "淘宝"; });
        history.back();
      })()`);
      await marks(page, ["淘宝"]);
    },
  },
  {
    name: "a document that its script writes anew, and what then answers the pointer",
    body: "<p>抖音</p>",
    marks: ["抖音"],
    next: async (page) => {
      await page.run(`(() => {
        document.open();
        document.write("<!doctype html><body><p>写的是<b>淘宝</b></p></body>");
        document.close();
      })()`);
      await marks(page, ["淘宝"]);
      expect(await line(page, "b")).toBe("underline");
      expect(await page.hover("淘宝")).toContain("淘宝");
      await page.pressEscape();
      await expect.poll(() => page.cardText()).toBeNull();
      await page.run(`document.body.insertAdjacentHTML("beforeend", "<p>又写小红书</p>")`);
      await marks(page, ["淘宝", "小红书"]);
    },
  },
  {
    name: "text that moves into a frame and out again",
    body: "<p>抖音</p><p id=moved>淘宝</p><iframe></iframe>",
    marks: ["抖音", "淘宝"],
    next: async (page) => {
      await page.run(`document.querySelector("iframe").contentDocument.body.append(document.querySelector("#moved"))`);
      await marks(page, ["抖音"]);
      await marksInFrame(page, ["淘宝"]);
      await page.run(`document.body.prepend(document.querySelector("iframe").contentDocument.querySelector("#moved"))`);
      await marks(page, ["淘宝", "抖音"]);
      await marksInFrame(page, []);
    },
  },
  {
    name: "a list that grows as it is scrolled",
    body: `<ul>${"<li>第一批里的抖音</li>".repeat(40)}</ul><script>
      let more = 5;
      addEventListener("scroll", () => { if (more-- > 0) document.querySelector("ul").insertAdjacentHTML("beforeend", "<li><section>又一批里的淘宝</section></li>".repeat(20)); });
    </script>`,
    marks: ["抖音"],
    next: async (page) => {
      const items = (): Promise<number> => page.run(`document.querySelectorAll("li").length`);
      await expect(async () => {
        await page.wheel(4_000);
        expect(await items()).toBe(140);
      }).toPass();
      await marks(page, ["抖音", ...Array<string>(100).fill("淘宝")]);
    },
  },
];

const seen: EngineCase[] = [
  {
    name: "a details element that is opened, and closed",
    body: "<details><summary>看看</summary><p>抖音</p></details><p>淘宝</p>",
    marks: ["淘宝"],
    next: async (page) => {
      await page.click("summary");
      await marks(page, ["抖音", "淘宝"]);
      await page.click("summary");
      await marks(page, ["淘宝"]);
    },
  },
  {
    name: "a tab that a rule for its neighbour shows",
    body: `<input type="checkbox" id="c"><label for="c">换</label><p class="a">抖音</p><p class="b">淘宝</p>`,
    head: "<style>.b, #c:checked ~ .a { display: none } #c:checked ~ .b { display: block }</style>",
    marks: ["抖音"],
    next: async (page) => {
      await page.click("label");
      await marks(page, ["淘宝"]);
    },
  },
  {
    name: "what a class of the body shows",
    body: "<p>抖音</p><p class=x>淘宝</p>",
    head: "<style>.x { display: none } .open .x { display: block }</style>",
    marks: ["抖音"],
    next: async (page) => {
      await page.run(`document.body.classList.add("open")`);
      await marks(page, ["抖音", "淘宝"]);
    },
  },
  {
    name: "content that is laid out only when it comes near",
    body: `<div style="height:5000px"></div><div style="content-visibility:auto;contain-intrinsic-size:200px"><p>抖音</p></div><div style="content-visibility:hidden"><p>淘宝</p></div>`,
    marks: ["抖音"],
  },
];

export const read: EngineCase[] = [...come, ...seen];
