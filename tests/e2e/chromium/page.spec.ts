import { ContentWorld, expect, hoverName, serve, test } from "../chromium.ts";
import { articleNames, demoPage, pageOf } from "../pages.ts";

const URL_163 = "https://www.163.com/dy/article/1.html";

test("marks the names of the demo article, and nothing that only looks like one", async ({ context, extensionId }) => {
  await serve(context, URL_163, demoPage("article"));
  const page = await context.newPage();
  await page.goto(URL_163);
  const world = await ContentWorld.of(page, extensionId);
  await expect.poll(() => world.marked()).toEqual(articleNames);
});

test("leaves the page's HTML as it was, while reading and while a card is open", async ({ context, extensionId }) => {
  await serve(context, URL_163, demoPage("article"));
  const page = await context.newPage();
  // The page's own script takes its HTML down before the content script runs.
  await context.addInitScript(() => {
    document.addEventListener("DOMContentLoaded", () => {
      (window as unknown as { before: string }).before = document.documentElement.outerHTML;
    });
  });
  await page.goto(URL_163);
  const world = await ContentWorld.of(page, extensionId);
  await expect.poll(() => world.marked()).toContain("抖音");
  const unchanged = (): Promise<boolean> =>
    page.evaluate(() => document.documentElement.outerHTML === (window as unknown as { before: string }).before);
  expect(await unchanged()).toBe(true);
  await hoverName(page, world, "抖音");
  const withoutHost = await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const host of copy.querySelectorAll("qiju-card")) host.remove();
    return copy.outerHTML === (window as unknown as { before: string }).before;
  });
  expect(withoutHost).toBe(true);
  await page.keyboard.press("Escape");
  await expect.poll(unchanged).toBe(true);
});

test("follows what the page changes", async ({ context, extensionId }) => {
  await serve(context, URL_163, pageOf(`<main><p id="a">抖音与淘宝</p><p id="b">无名</p></main>`));
  const page = await context.newPage();
  await page.goto(URL_163);
  const world = await ContentWorld.of(page, extensionId);
  await expect.poll(() => world.marked()).toEqual(["抖音", "淘宝"]);

  await page.evaluate(() => {
    const b = document.getElementById("b");
    if (b?.firstChild) b.firstChild.nodeValue = "小红书也在";
  });
  await expect.poll(() => world.marked()).toEqual(["抖音", "淘宝", "小红书"]);

  await page.evaluate(() => document.getElementById("a")?.remove());
  await expect.poll(() => world.marked()).toEqual(["小红书"]);

  await page.evaluate(() =>
    document.querySelector("main")?.insertAdjacentHTML("afterbegin", "<div><span>拼</span><b>多多</b></div>"),
  );
  await expect.poll(() => world.marked()).toEqual(["拼多多", "小红书"]);

  await page.evaluate(() => document.getElementById("b")?.style.setProperty("display", "none"));
  await expect.poll(() => world.marked()).toEqual(["拼多多"]);
  await page.evaluate(() => document.getElementById("b")?.style.removeProperty("display"));
  await expect.poll(() => world.marked()).toEqual(["拼多多", "小红书"]);
});

test("reads no fields, code or hidden text, and no name over two blocks", async ({ context, extensionId }) => {
  const body = `<p id="last">拼多多</p><textarea>淘宝</textarea><input value="淘宝"><code>淘宝</code><pre>京东</pre>
    <div contenteditable="true">天猫</div><p hidden>闲鱼</p><p style="visibility:hidden">闲鱼</p><script>var s = "淘宝"</script>
    <div>小红</div><div>书</div><p><ruby>淘<rt>táo</rt></ruby><ruby>特<rt>tè</rt></ruby></p>`;
  await serve(context, URL_163, pageOf(body));
  const page = await context.newPage();
  await page.goto(URL_163);
  const world = await ContentWorld.of(page, extensionId);
  await expect
    .poll(() => world.marked().then((m) => m.map((s) => s.replace(/[a-zèá]/g, ""))))
    .toEqual(["拼多多", "淘特"]);
});

test("does not mark a platform's own name on its own site", async ({ context, extensionId }) => {
  await serve(context, "https://s.taobao.com/", pageOf("<p>淘宝和京东</p>"));
  const page = await context.newPage();
  await page.goto("https://s.taobao.com/");
  const world = await ContentWorld.of(page, extensionId);
  await expect.poll(() => world.marked()).toEqual(["京东"]);
});

test("runs on no other host", async ({ context, extensionId }) => {
  await serve(context, "https://example.org/", pageOf("<p>淘宝</p>"));
  const page = await context.newPage();
  await page.goto("https://example.org/");
  await expect(ContentWorld.of(page, extensionId)).rejects.toThrow("no content script");
});

test("a React page that removes and re-adds its paragraphs keeps working", async ({ context, extensionId }) => {
  const { build } = await import("vite");
  const bundle = await build({
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      lib: { entry: "tests/fixtures/react-page.js", formats: ["iife"], name: "page" },
    },
  });
  const output = Array.isArray(bundle) ? bundle[0] : bundle;
  if (!output || !("output" in output)) throw new Error("no bundle");
  const script = output.output[0].code;
  await serve(
    context,
    URL_163,
    pageOf(`<div id="root"></div><script>${script.replace(/<\/script/g, "<\\/script")}</script>`),
  );
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto(URL_163);
  const world = await ContentWorld.of(page, extensionId);
  await expect.poll(() => world.marked()).toEqual(["抖音", "淘宝", "小红书"]);
  for (let i = 0; i < 5; i++) {
    await page.click("#toggle");
    await expect.poll(() => world.marked()).toEqual(["小红书"]);
    await page.click("#toggle");
    await expect.poll(() => world.marked()).toEqual(["抖音", "淘宝", "小红书"]);
    await page.click("#shuffle");
  }
  expect(await page.locator("#clicks").textContent()).toBe("15");
  expect(errors).toEqual([]);
});
