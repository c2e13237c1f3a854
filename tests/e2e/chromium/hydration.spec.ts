/** Pages that a server drew and a framework wakes while they are read: nothing of ours is in its way. */
import type { Page } from "playwright/test";
import { build } from "vite";
import { ContentWorld, expect, serve, test } from "../chromium.ts";
import { pageOf } from "../pages.ts";

const READ = "https://www.163.com/hydrated.html";
/** On no list: the same page, which nobody reads. */
const UNREAD = "https://elsewhere.example/hydrated.html";

/** What is pressed, one after the other, and whose names stand there then. */
const steps: [string, string[]][] = [
  ["retext", ["抖音", "阿里巴巴", "小红书", "京东", "淘宝"]],
  ["turn", ["京东", "淘宝", "小红书", "阿里巴巴", "抖音"]],
  ["drop", ["小红书", "阿里巴巴", "抖音"]],
  ["turn", ["抖音", "阿里巴巴", "小红书"]],
  ["drop", ["阿里巴巴", "小红书"]],
  ["reset", ["抖音", "阿里巴巴", "小红书"]],
];

const frameworks = { React: "react", Vue: "vue" } as const;
/** Without types: the fixtures are scripts of pages. */
const server = new URL("../../fixtures/hydrated-server.js", import.meta.url).href;

/** The fixture as one script that leaves `page.hydrate`, with the warnings that frameworks give while one develops. */
async function script(framework: string): Promise<string> {
  const bundle = await build({
    configFile: false,
    logLevel: "error",
    define: {
      "process.env.NODE_ENV": '"development"',
      __VUE_OPTIONS_API__: "false",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "true",
    },
    build: { write: false, lib: { entry: `tests/fixtures/hydrated-${framework}.js`, formats: ["iife"], name: "page" } },
  });
  const output = Array.isArray(bundle) ? bundle[0] : bundle;
  if (!output || !("output" in output)) throw new Error("no bundle");
  return output.output[0].code.replace(/<\/script/g, "<\\/script");
}

async function open(page: Page, url: string): Promise<string[]> {
  const said: string[] = [];
  page.on("pageerror", (error) => said.push(error.message));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && said.push(message.text()));
  await page.goto(url);
  return said;
}

const wake = (page: Page): Promise<void> =>
  page.evaluate(() => {
    (globalThis as unknown as { page: { hydrate: (root: Element | null) => void } }).page.hydrate(
      document.querySelector("#root"),
    );
  });

const htmlOf = (page: Page): Promise<string> => page.evaluate(() => document.querySelector("#root")?.innerHTML ?? "");

for (const [name, framework] of Object.entries(frameworks)) {
  test(`a page that ${name} wakes finds its elements as the server drew them`, async ({ context, extensionId }) => {
    const { draw } = (await import(server)) as { draw: Record<string, () => Promise<string>> };
    const html = pageOf(`<div id="root">${await draw[framework]?.()}</div><script>${await script(framework)}</script>`);
    for (const url of [READ, UNREAD]) await serve(context, url, html);
    const twin = await context.newPage();
    const twinSaid = await open(twin, UNREAD);
    const page = await context.newPage();
    const said = await open(page, READ);
    const world = await ContentWorld.of(page, extensionId);
    await expect.poll(() => world.marked()).toEqual(["抖音", "阿里巴巴", "小红书"]);
    await page.evaluate(() => {
      Object.assign(globalThis, { drawn: document.querySelector("p") });
    });
    for (const one of [page, twin]) await wake(one);
    for (const [button, names] of steps) {
      for (const one of [page, twin]) await one.locator(`#${button}`).click();
      await expect.poll(() => world.marked()).toEqual(names);
      expect(await htmlOf(page)).toBe(await htmlOf(twin));
      if (button === "retext")
        // Woken, not drawn anew: the paragraph is the one that was there before.
        expect(await page.evaluate(() => document.querySelector("p") === Reflect.get(globalThis, "drawn"))).toBe(true);
    }
    expect(twinSaid).toEqual([]);
    expect(said).toEqual([]);
  });
}
