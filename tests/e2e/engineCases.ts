/** What the engine reads and marks, as cases that hold in every browser: a page, what it does, and what is marked then. */

export interface EngineCase {
  /** The thing that a page can do. */
  name: string;
  body: string;
  head?: string;
  /** In turn: a script of the page's, none at first, and the names that are marked after it, in reading order. */
  steps: readonly { act?: string; marks: readonly string[] }[];
}

const once = (marks: readonly string[]): EngineCase["steps"] => [{ marks }];

/** What is read. */
export const readCases: readonly EngineCase[] = [
  {
    name: "text across inline elements",
    body: "<p>看<b>阿里</b><i>巴巴</i>和Tik<u>Tok</u>&nbsp;Shop</p>",
    steps: once(["阿里巴巴", "TikTok\u00a0Shop"]),
  },
  {
    name: "text up to a block's border, by the style that a browser lays it out with",
    body: `<div>小红</div><div>书</div><p><span style="display:block">淘</span>宝</p><div style="display:inline">阿里</div><div style="display:inline">巴巴</div>`,
    steps: once(["阿里巴巴"]),
  },
  {
    name: "text added, changed and removed later",
    body: "<main><p>抖音</p></main>",
    steps: [
      { marks: ["抖音"] },
      {
        act: `document.querySelector("main").insertAdjacentHTML("beforeend", "<p>拼<b>多多</b></p>")`,
        marks: ["抖音", "拼多多"],
      },
      { act: `document.querySelector("p").firstChild.nodeValue = "淘宝"`, marks: ["淘宝", "拼多多"] },
      { act: `document.querySelector("p").remove()`, marks: ["拼多多"] },
    ],
  },
  {
    name: "a navigation inside one page",
    body: "<main><p>抖音</p></main>",
    steps: [
      { marks: ["抖音"] },
      {
        act: `history.pushState({}, "", "/engine/other"); document.querySelector("main").replaceChildren(Object.assign(document.createElement("p"), { textContent: "京东" }))`,
        marks: ["京东"],
      },
    ],
  },
  {
    name: "a document that its script writes anew",
    body: "<p>抖音</p>",
    steps: [
      { marks: ["抖音"] },
      {
        act: `document.open(); document.write("<!doctype html><body><p>写的是<b>淘宝</b></p></body>"); document.close()`,
        marks: ["淘宝"],
      },
      { act: `document.body.insertAdjacentHTML("beforeend", "<p>又写小红书</p>")`, marks: ["淘宝", "小红书"] },
    ],
  },
  {
    name: "a list that grows as it is scrolled",
    body: `<ul>${"<li>第一批里的抖音</li>".repeat(40)}</ul><script>
      let more = 2;
      addEventListener("scroll", () => { if (more-- > 0) document.querySelector("ul").insertAdjacentHTML("beforeend", "<li><section>又一批里的淘宝</section></li>"); });
    </script>`,
    steps: [
      { marks: ["抖音"] },
      { act: "scrollTo(0, 500)", marks: ["抖音", "淘宝"] },
      { act: "scrollTo(0, 900)", marks: ["抖音", "淘宝", "淘宝"] },
    ],
  },
  {
    name: "a details element that is opened",
    body: "<details><summary>看看</summary><p>抖音</p></details><p>淘宝</p>",
    steps: [{ marks: ["淘宝"] }, { act: `document.querySelector("summary").click()`, marks: ["抖音", "淘宝"] }],
  },
  {
    name: "a tab that a rule for its neighbour shows",
    body: `<input type="checkbox" id="c"><label for="c">换</label><p class="a">抖音</p><p class="b">淘宝</p>`,
    head: "<style>.b, #c:checked ~ .a { display: none } #c:checked ~ .b { display: block }</style>",
    steps: [{ marks: ["抖音"] }, { act: `document.querySelector("label").click()`, marks: ["淘宝"] }],
  },
  {
    name: "what a class of the body shows",
    body: "<p>抖音</p><p class=x>淘宝</p>",
    head: "<style>.x { display: none } .open .x { display: block }</style>",
    steps: [{ marks: ["抖音"] }, { act: `document.body.classList.add("open")`, marks: ["抖音", "淘宝"] }],
  },
  {
    name: "content that is laid out only when it comes near",
    body: `<div style="height:5000px"></div><div style="content-visibility:auto;contain-intrinsic-size:200px"><p>抖音</p></div><div style="content-visibility:hidden"><p>淘宝</p></div>`,
    steps: once(["抖音"]),
  },
  {
    name: "text on a page that allows no styles",
    body: "<p>抖音</p>",
    head: `<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'none'">`,
    steps: once(["抖音"]),
  },
];

const leftAlone: readonly [name: string, body: string][] = [
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

/** What is not read: beside it stands a name that is. */
export const leftAloneCases: readonly EngineCase[] = leftAlone.map(([name, body]) => ({
  name,
  body: `${body}<p>抖音</p>`,
  steps: once(["抖音"]),
}));

/** What becomes of marks. */
export const markCases: readonly EngineCase[] = [
  {
    name: "the first mention in a section",
    body: "<p>抖音和抖音</p><h2>下一节</h2><p>再说抖音，还是<b>抖音</b></p>",
    steps: once(["抖音", "抖音"]),
  },
  {
    name: "come back when the page clears or replaces the registry's entries",
    body: "<p>抖音</p>",
    steps: [
      { marks: ["抖音"] },
      { act: `CSS.highlights.clear(); document.body.append("无")`, marks: ["抖音"] },
      { act: `CSS.highlights.set("qiju", new Highlight()); document.body.append("无")`, marks: ["抖音"] },
    ],
  },
  {
    name: "lie beside the page's own highlights and the selection",
    body: "<p>抖音和淘宝</p>",
    steps: [
      { marks: ["抖音", "淘宝"] },
      {
        act: `const range = new Range(); range.setStart(document.querySelector("p").firstChild, 0); range.setEnd(document.querySelector("p").firstChild, 5);
          CSS.highlights.set("search", new Highlight(range)); getSelection().selectAllChildren(document.body)`,
        marks: ["抖音", "淘宝"],
      },
      {
        act: `if (CSS.highlights.get("search").size !== 1 || !String(getSelection()).includes("抖音和淘宝")) throw new Error("the page's own is gone"); document.body.append("京东")`,
        marks: ["抖音", "淘宝", "京东"],
      },
    ],
  },
];

/** Frames whose text is read: each holds one name. The page of the first is served at `frameUrl`. */
export const frameUrl = "https://www.163.com/engine/frame.html";
export const frameBody = "<p>淘宝在框里</p>";
export const frameCases: readonly [name: string, body: string][] = [
  ["a frame of the same site", `<iframe src="${frameUrl}"></iframe>`],
  ["a srcdoc frame", `<iframe srcdoc="${frameBody}"></iframe>`],
  [
    "an about:blank frame that the page writes",
    `<iframe id="f"></iframe><script>document.getElementById("f").contentDocument.body.innerHTML = "${frameBody}"</script>`,
  ],
];

/** In a page: how many are marked in it, and in its first frame. */
export const MARKED_WITH_FRAME = `[window, document.querySelector("iframe").contentWindow].map((view) => view.CSS.highlights.get("qiju")?.size ?? 0)`;

/** A page out of which text moves into its frame, and out again; in turn a script and what is marked then. */
export const movingText = {
  body: "<p>抖音</p><p id=moved>淘宝</p><iframe></iframe>",
  steps: [
    { act: "undefined", marked: [2, 0] },
    {
      act: `document.querySelector("iframe").contentDocument.body.append(document.querySelector("#moved"))`,
      marked: [1, 1],
    },
    {
      act: `document.body.prepend(document.querySelector("iframe").contentDocument.querySelector("#moved"))`,
      marked: [2, 0],
    },
  ],
} as const;
