/** What the engine reads and marks, in Firefox: the cases in which browsers may differ. */
import { expect, marked, test } from "../firefox.ts";
import { pageOf } from "../pages.ts";

const cases: { name: string; body: string; head?: string; act?: string; before?: string[]; marks: string[] }[] = [
  {
    name: "text across inline elements",
    body: "<p>看<b>阿里</b><i>巴巴</i>和Tik<u>Tok</u> Shop</p>",
    marks: ["阿里巴巴", "TikTok Shop"],
  },
  {
    name: "text up to a block's border, by its style",
    body: `<div>小红</div><div>书</div><div style="display:inline">阿里</div><div style="display:inline">巴巴</div>`,
    marks: ["阿里巴巴"],
  },
  {
    name: "text added later",
    body: "<main><p>抖音</p></main>",
    before: ["抖音"],
    act: `document.querySelector("main").insertAdjacentHTML("beforeend", "<p>拼<b>多多</b></p>")`,
    marks: ["抖音", "拼多多"],
  },
  {
    name: "a details element that is opened",
    body: "<p>淘宝</p><details><summary>看</summary><p>抖音</p></details>",
    before: ["淘宝"],
    act: `document.querySelector("details").open = true`,
    marks: ["淘宝", "抖音"],
  },
  {
    name: "what a class of the body shows",
    body: "<p>抖音</p><p class=x>淘宝</p>",
    head: "<style>.x { display: none } .open .x { display: block }</style>",
    before: ["抖音"],
    act: `document.body.classList.add("open")`,
    marks: ["抖音", "淘宝"],
  },
  {
    name: "no fields, code, drawings or hidden text",
    body: `<textarea>淘宝</textarea><div contenteditable>淘宝</div><code>淘宝</code><svg><text y='20'>淘宝</text></svg><p hidden>淘宝</p><p style="visibility:hidden">淘宝</p><p>抖音</p>`,
    marks: ["抖音"],
  },
  { name: "the first mention in a section", body: "<p>抖音和抖音</p><h2>下</h2><p>抖音</p>", marks: ["抖音", "抖音"] },
  {
    name: "marks that the page takes out of the registry, put back",
    body: "<p>抖音</p>",
    before: ["抖音"],
    act: `CSS.highlights.clear(); document.body.append("无")`,
    marks: ["抖音"],
  },
];

for (const [i, { name, body, head, act, before, marks }] of cases.entries()) {
  test(name, async ({ firefox, site }) => {
    const url = `https://www.163.com/engine/${i}.html`;
    site.serve(url, pageOf(body, head));
    const tab = await firefox.newTab();
    await tab.goto(url);
    if (before) await expect.poll(() => marked(tab)).toEqual(before);
    if (act) await tab.run(`(() => { ${act}; return true; })()`);
    await expect.poll(() => marked(tab)).toEqual(marks);
  });
}

test("an open shadow root, and a frame of the same site", async ({ firefox, site }) => {
  site.serve("https://www.163.com/engine/inner.html", pageOf("<p>淘宝</p>"));
  site.serve(
    "https://www.163.com/engine/outer.html",
    pageOf(
      `<div id="h"></div><script>document.getElementById("h").attachShadow({ mode: "open" }).innerHTML = "<p>抖音</p>"</script><iframe src="/engine/inner.html"></iframe>`,
    ),
  );
  const tab = await firefox.newTab();
  await tab.goto("https://www.163.com/engine/outer.html");
  const sizes = (): Promise<string> =>
    tab.run(
      `[CSS.highlights, document.querySelector("iframe").contentWindow.CSS.highlights].map((h) => h.get("qiju")?.size ?? 0).join()`,
    );
  await expect.poll(sizes).toBe("1,1");
});
