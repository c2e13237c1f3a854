/** What the engine reads and marks on pages as they come: a case for each thing that a page can do. */
import type { BrowserContext, Page } from "playwright/test";
import { test as base, ContentWorld, expect, hoverName, launch, serve, serviceWorker } from "../chromium.ts";
import { pageOf } from "../pages.ts";

interface Reader {
  page: Page;
  world: ContentWorld;
  /** Waits until these names are marked, in this order, and no others. */
  marks: (names: string[]) => Promise<void>;
}

/** One browser for all cases: each has a page of its own. */
const test = base.extend<{ read: (body: string, head?: string) => Promise<Reader> }, { browserWithUs: Browser }>({
  browserWithUs: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's shape
    async ({}, use) => {
      const { context, close } = await launch();
      const worker = await serviceWorker(context);
      await use({ context, id: new URL(worker.url()).host });
      await close();
    },
    { scope: "worker" },
  ],
  read: async ({ browserWithUs: { context, id } }, use) => {
    const pages: Page[] = [];
    await use(async (body, head = "") => {
      const url = `https://www.163.com/engine/${counter++}.html`;
      await serve(context, url, pageOf(body, head));
      const page = await context.newPage();
      pages.push(page);
      await page.goto(url);
      const world = await ContentWorld.of(page, id);
      const marks = (names: string[]): Promise<void> => expect.poll(() => world.marked()).toEqual(names);
      return { page, world, marks };
    });
    for (const page of pages) await page.close();
  },
});
interface Browser {
  context: BrowserContext;
  id: string;
}
let counter = 0;

test.describe("what is read", () => {
  test("text across inline elements", async ({ read }) => {
    const { marks } = await read("<p>看<b>阿里</b><i>巴巴</i>和Tik<u>Tok</u>&nbsp;Shop</p>");
    await marks(["阿里巴巴", "TikTok\u00a0Shop"]);
  });

  test("text up to a block's border, by the style that a browser lays it out with", async ({ read }) => {
    const { marks } = await read(
      `<div>小红</div><div>书</div><p><span style="display:block">淘</span>宝</p><div style="display:inline">阿里</div><div style="display:inline">巴巴</div>`,
    );
    await marks(["阿里巴巴"]);
  });

  test("an open shadow root", async ({ read }) => {
    const { world } = await read(
      `<div id="h"></div><script>document.getElementById("h").attachShadow({ mode: "open" }).innerHTML = "<p>抖音</p>"</script>`,
    );
    await expect
      .poll(() => world.run(`[...(CSS.highlights.get("qiju") ?? [])].map((r) => r.startContainer.data).join()`))
      .toBe("抖音");
  });

  for (const [what, frame] of [
    ["a frame of the same site", `<iframe src="https://www.163.com/engine/frame.html"></iframe>`],
    ["a srcdoc frame", `<iframe srcdoc="<p>淘宝在框里</p>"></iframe>`],
    [
      "an about:blank frame that the page writes",
      `<iframe id="f"></iframe><script>document.getElementById("f").contentDocument.body.innerHTML = "<p>淘宝在框里</p>"</script>`,
    ],
  ] as const) {
    test(what, async ({ read, browserWithUs: { context } }) => {
      await serve(context, "https://www.163.com/engine/frame.html", pageOf("<p>淘宝在框里</p>"));
      const { page } = await read(`<p>抖音</p>${frame}`);
      const inFrame = (): Promise<number> =>
        page.evaluate(() => {
          const view = document.querySelector("iframe")?.contentWindow as (Window & typeof globalThis) | null;
          return view?.CSS.highlights.get("qiju")?.size ?? 0;
        });
      await expect.poll(inFrame).toBe(1);
    });
  }

  test("text added, changed and removed later", async ({ read }) => {
    const { page, marks } = await read("<main><p>抖音</p></main>");
    await marks(["抖音"]);
    await page.evaluate(() => document.querySelector("main")?.insertAdjacentHTML("beforeend", "<p>拼<b>多多</b></p>"));
    await marks(["抖音", "拼多多"]);
    await page.evaluate(() => {
      const text = document.querySelector("p")?.firstChild;
      if (text) text.nodeValue = "淘宝";
    });
    await marks(["淘宝", "拼多多"]);
    await page.evaluate(() => document.querySelector("p")?.remove());
    await marks(["拼多多"]);
  });

  test("a navigation inside one page", async ({ read }) => {
    const { page, marks } = await read("<main><p>抖音</p></main>");
    await marks(["抖音"]);
    await page.evaluate(() => {
      history.pushState({}, "", "/engine/other");
      document
        .querySelector("main")
        ?.replaceChildren(Object.assign(document.createElement("p"), { textContent: "京东" }));
    });
    await marks(["京东"]);
  });

  test("a document that its script writes anew, and what then answers the pointer", async ({ read }) => {
    const { page, world, marks } = await read("<p>抖音</p>");
    await marks(["抖音"]);
    await page.evaluate(() => {
      document.open();
      document.write("<!doctype html><body><p>写的是<b>淘宝</b></p></body>");
      document.close();
    });
    await marks(["淘宝"]);
    expect(await hoverName(page, world, "淘宝")).toContain("淘宝");
    await page.keyboard.press("Escape");
    await expect.poll(() => world.cardText()).toBeNull();
    await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<p>又写小红书</p>"));
    await marks(["淘宝", "小红书"]);
  });

  test("text that moves into a frame and out again", async ({ read }) => {
    const { page } = await read("<p>抖音</p><p id=moved>淘宝</p><iframe></iframe>");
    /** How many are marked in the page, and in its frame. */
    const marked = (): Promise<number[]> =>
      page.evaluate(() => {
        const frame = document.querySelector("iframe")?.contentWindow as (Window & typeof globalThis) | null;
        return [window, frame].map((view) => view?.CSS.highlights.get("qiju")?.size ?? 0);
      });
    await expect.poll(marked).toEqual([2, 0]);
    await page.evaluate(() => {
      const inside = document.querySelector("iframe")?.contentDocument;
      inside?.body.append(document.querySelector("#moved") as Element);
    });
    await expect.poll(marked).toEqual([1, 1]);
    await page.evaluate(() => {
      const inside = document.querySelector("iframe")?.contentDocument;
      document.body.prepend(inside?.querySelector("#moved") as Element);
    });
    await expect.poll(marked).toEqual([2, 0]);
  });

  test("a list that grows as it is scrolled", async ({ read }) => {
    const { page, world } = await read(`<ul>${"<li>第一批里的抖音</li>".repeat(40)}</ul><script>
      let more = 5;
      addEventListener("scroll", () => { if (more-- > 0) document.querySelector("ul").insertAdjacentHTML("beforeend", "<li><section>又一批里的淘宝</section></li>".repeat(20)); });
    </script>`);
    await expect.poll(() => world.marked()).toEqual(["抖音"]);
    for (let i = 0; i < 5; i++) await page.mouse.wheel(0, 4_000);
    await expect
      .poll(() => world.marked().then((m) => m.filter((n) => n === "淘宝").length))
      .toBeGreaterThanOrEqual(20);
  });

  test("a details element that is opened", async ({ read }) => {
    const { page, marks } = await read("<details><summary>看看</summary><p>抖音</p></details>");
    await marks([]);
    await page.click("summary");
    await marks(["抖音"]);
  });

  test("a tab that a rule for its neighbour shows", async ({ read }) => {
    const { page, marks } = await read(
      `<input type="checkbox" id="c"><label for="c">换</label><p class="a">抖音</p><p class="b">淘宝</p>`,
      "<style>.b, #c:checked ~ .a { display: none } #c:checked ~ .b { display: block }</style>",
    );
    await marks(["抖音"]);
    await page.click("label");
    await marks(["淘宝"]);
  });

  test("what a class of the body shows", async ({ read }) => {
    const { page, marks } = await read(
      "<p>抖音</p><p class=x>淘宝</p>",
      "<style>.x { display: none } .open .x { display: block }</style>",
    );
    await marks(["抖音"]);
    await page.evaluate(() => document.body.classList.add("open"));
    await marks(["抖音", "淘宝"]);
  });

  test("content that is laid out only when it comes near", async ({ read }) => {
    const { marks } = await read(
      `<div style="height:5000px"></div><div style="content-visibility:auto;contain-intrinsic-size:200px"><p>抖音</p></div><div style="content-visibility:hidden"><p>淘宝</p></div>`,
    );
    await marks(["抖音"]);
  });

  test("a page that comes back from the browser's cache", async ({ read, browserWithUs: { context } }) => {
    await serve(context, "https://www.163.com/engine/next.html", pageOf("<p>下一页</p>"));
    const { page } = await read("<p>抖音</p>");
    const size = (): Promise<number> => page.evaluate(() => CSS.highlights.get("qiju")?.size ?? 0);
    await expect.poll(size).toBe(1);
    await page.goto("https://www.163.com/engine/next.html");
    await page.goBack();
    await expect.poll(size).toBe(1);
    await page.evaluate(() => document.querySelector("p")?.replaceChildren("淘宝和京东"));
    await expect.poll(size).toBe(2);
  });
});

test.describe("what is left alone", () => {
  const cases: [string, string][] = [
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
  for (const [what, body] of cases) {
    test(what, async ({ read }) => {
      const { marks } = await read(`${body}<p>抖音</p>`);
      await marks(["抖音"]);
    });
  }

  test("print", async ({ read }) => {
    const { page, marks } = await read("<p>抖音</p>");
    await marks(["抖音"]);
    const line = (): Promise<string> =>
      page.evaluate(
        () => getComputedStyle(document.querySelector("p") as Element, "::highlight(qiju)").textDecorationLine,
      );
    expect(await line()).toBe("underline");
    await page.emulateMedia({ media: "print" });
    expect(await line()).toBe("none");
  });

  test("our own elements", async ({ read }) => {
    const { page, world, marks } = await read("<p>抖音</p>");
    await marks(["抖音"]);
    await hoverName(page, world, "抖音");
    await page.evaluate(() =>
      document.body.append(Object.assign(document.createElement("p"), { textContent: "京东" })),
    );
    await marks(["抖音", "京东"]);
  });
});

test.describe("marks", () => {
  test("the first mention in a section, while every mention answers", async ({ read }) => {
    const { page, world, marks } = await read("<p>抖音和抖音</p><h2>下一节</h2><p>再说抖音，还是<b>抖音</b></p>");
    await marks(["抖音", "抖音"]);
    const box = await page.locator("b").boundingBox();
    await page.mouse.move((box?.x ?? 0) + 10, (box?.y ?? 0) + 10);
    await page.mouse.move((box?.x ?? 0) + 12, (box?.y ?? 0) + 12);
    await expect.poll(() => world.cardText()).not.toBeNull();
  });

  test("all, or none, as the reader wishes", async ({ read, browserWithUs: { context } }) => {
    const { marks } = await read("<p>抖音和抖音</p>");
    const worker = await serviceWorker(context);
    const wish = (which: string): Promise<void> =>
      worker.evaluate(`chrome.storage.sync.set({ settings: { marks: "${which}" } })`);
    await wish("all");
    await marks(["抖音", "抖音"]);
    await wish("none");
    await marks([]);
    await wish("first");
    await marks(["抖音"]);
  });

  test("come back when the page clears or replaces the registry's entries", async ({ read }) => {
    const { page, marks } = await read("<p>抖音</p>");
    await marks(["抖音"]);
    await page.evaluate(() => CSS.highlights.clear());
    await page.mouse.move(50, 50);
    await marks(["抖音"]);
    await page.evaluate(() => CSS.highlights.set("qiju", new Highlight()));
    await page.mouse.move(60, 60);
    await marks(["抖音"]);
  });

  test("and a card come again when the page removed our host", async ({ read }) => {
    const { page, world } = await read("<p>抖音</p>");
    await hoverName(page, world, "抖音");
    await page.evaluate(() => document.querySelector("qiju-card")?.remove());
    await page.mouse.move(500, 500);
    expect(await hoverName(page, world, "抖音")).toContain("抖音");
  });

  test("lie beside the page's own highlights and the selection", async ({ read }) => {
    const { page, marks } = await read("<p>抖音和淘宝</p>");
    await marks(["抖音", "淘宝"]);
    const own = await page.evaluate(() => {
      const text = document.querySelector("p")?.firstChild as Text;
      const range = new Range();
      range.setStart(text, 0);
      range.setEnd(text, 5);
      CSS.highlights.set("search", new Highlight(range));
      getSelection()?.selectAllChildren(document.body);
      return [CSS.highlights.get("search")?.size, String(getSelection()).trim()];
    });
    expect(own).toEqual([1, "抖音和淘宝"]);
    await marks(["抖音", "淘宝"]);
  });
});

test("after the extension is switched off the old script is silent, and its marks are gone", async ({
  context,
  extensionId,
}) => {
  const url = "https://www.163.com/engine/off.html";
  await serve(context, url, pageOf("<p>抖音</p>"));
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto(url);
  const size = (): Promise<number> => page.evaluate(() => CSS.highlights.get("qiju")?.size ?? 0);
  await expect.poll(size).toBe(1);
  const control = await context.newPage();
  await control.goto("chrome://extensions");
  await control.evaluate(`new Promise((done) => chrome.management.setEnabled("${extensionId}", false, done))`);
  await page.bringToFront();
  await page.mouse.move(80, 30);
  await page.evaluate(() => document.body.append("淘宝"));
  await expect.poll(size, { timeout: 15_000 }).toBe(0);
  expect(errors).toEqual([]);
});
