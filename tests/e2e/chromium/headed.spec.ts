/** What only a browser with a window has: shortcuts and the menu of a selection. */
import { ContentWorld } from "../chromium.ts";
import { expect, hasDisplay, panels, test } from "../headed.ts";
import { pageOf } from "../pages.ts";

const LISTED = "https://www.163.com/headed.html";
const html = pageOf("<p>逛<b>小红书</b>的人也逛淘宝。</p>");

test.skip(!hasDisplay, "needs Xvfb and xdotool");

test("shortcuts step to a name and back, and open the panel", async ({ worker, hands, open }) => {
  const page = await open(LISTED, html);
  const world = await ContentWorld.of(page, new URL(worker.url()).host);
  await expect.poll(() => world.marked()).toEqual(["小红书", "淘宝"]);
  const ring = (): Promise<string | null> => world.inCard(`root.querySelector(".ring")?.ariaLabel ?? null`);
  hands.press("alt+shift+j");
  await expect.poll(ring).toMatch(/^Xiaohongshu, 1 of 2/);
  hands.press("alt+shift+j");
  await expect.poll(ring).toMatch(/^Taobao, 2 of 2/);
  hands.press("alt+shift+k");
  await expect.poll(ring).toMatch(/^Xiaohongshu, 1 of 2/);
  hands.press("alt+shift+q");
  await expect.poll(() => panels(worker)).toHaveLength(1);
});

test("the menu of a selection leads to the platform in the side panel", async ({ worker, hands, open }) => {
  const page = await open(LISTED, html);
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector("b") ?? document.body));
  const before = hands.windows();
  await hands.clickRight(page, "b");
  await hands.newWindow(before);
  // The last entry is the browser's own; ours stands above it.
  hands.press("Up", "Up", "Return");
  await expect.poll(() => panels(worker)).toEqual([expect.stringContaining("p=xiaohongshu")]);
});
