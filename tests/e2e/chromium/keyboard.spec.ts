/** The page's names by the keyboard, and what a screen reader is told. */
import type { Page, Worker } from "playwright/test";
import { ContentWorld, chooseLanguage, expect, serve, test } from "../chromium.ts";
import { pageOf } from "../pages.ts";

const URL_163 = "https://www.163.com/dy/article/1.html";

/** What the shortcut sends; headless browsers have no shortcuts of their own. */
async function step(worker: Worker, direction: 1 | -1): Promise<void> {
  await worker.evaluate(`chrome.tabs.query({ active: true }).then(([tab]) =>
    chrome.tabs.sendMessage(tab.id, { id: 1, type: "step", data: ${direction}, timestamp: Date.now() }, { frameId: 0 }))`);
}

/** What is in the ring's root: the host with the ring, where there are two. */
function inRing<T>(world: ContentWorld, expression: string): Promise<T | null> {
  return world.run(`(() => { for (const host of document.querySelectorAll("qiju-card")) {
    const root = chrome.dom.openOrClosedShadowRoot(host); const ring = root.querySelector(".ring");
    if (ring) return (${expression}); } return null; })()`);
}

const label = (world: ContentWorld): Promise<string | null> => inRing(world, "ring.ariaLabel");

/** The card's text, wherever its host stands. */
function cardText(world: ContentWorld): Promise<string | null> {
  return world.run(`(() => { for (const host of document.querySelectorAll("qiju-card")) {
    const card = chrome.dom.openOrClosedShadowRoot(host).querySelector(".card"); if (card) return card.innerText; } return null; })()`);
}

async function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.id || document.activeElement?.localName || "");
}

test("steps through the names in reading order, opens with Enter, moves in the card with Tab, gives the focus back", async ({
  context,
  extensionId,
  worker,
}) => {
  await chooseLanguage(worker, "zh");
  await serve(
    context,
    URL_163,
    pageOf(`<input id="field"><p>淘宝在前，</p><p style="margin-top:1500px">京东在后，淘宝又在后。</p>`),
  );
  const page = await context.newPage();
  await page.goto(URL_163);
  const world = await ContentWorld.of(page, extensionId);
  await expect.poll(() => world.marked()).toEqual(["淘宝", "京东"]);
  await page.locator("#field").focus();
  await page.keyboard.type("ab");

  await step(worker, 1);
  await expect.poll(() => label(world)).toMatch(/^淘宝，本页第1处，共3处/);
  expect(await focused(page)).toBe("qiju-card");
  await step(worker, 1);
  await expect.poll(() => label(world)).toMatch(/^京东，本页第2处/);
  // It lies around the name, which was brought into view.
  const around = await inRing<boolean>(
    world,
    `(() => { const box = ring.getBoundingClientRect();
      const mark = [...CSS.highlights.get("qiju")].find((r) => r.startContainer.data.startsWith("京东"));
      const range = document.createRange(); range.setStart(mark.startContainer, mark.startOffset); range.setEnd(mark.endContainer, mark.endOffset);
      const name = range.getBoundingClientRect();
      return box.top > 0 && box.bottom < innerHeight && Math.abs(box.x - name.x) < 1 && Math.abs(box.y - name.y) < 1 && Math.abs(box.width - name.width) < 1; })()`,
  );
  expect(around).toBe(true);
  expect(await inRing(world, `root.querySelector("[role=status]").textContent`)).toMatch(/^京东/);
  await step(worker, 1);
  await expect.poll(() => label(world)).toMatch(/^淘宝，本页第3处/);
  await step(worker, -1);
  await expect.poll(() => label(world)).toMatch(/^京东，本页第2处/);

  await page.keyboard.press("Enter");
  await expect.poll(() => cardText(world)).toContain("京东");
  const inCard = (): Promise<string | null> =>
    world.run(`(() => { for (const host of document.querySelectorAll("qiju-card")) {
      const at = chrome.dom.openOrClosedShadowRoot(host).activeElement; if (at) return at.dataset.act ?? at.className; } return null; })()`);
  await expect.poll(inCard).toContain("card");
  const passed: string[] = [];
  for (let i = 0; i < 20 && !passed.includes("compare"); i++) {
    await page.keyboard.press("Tab");
    passed.push((await inCard()) ?? "");
  }
  for (const act of ["pin", "more", "compare"]) expect(passed).toContain(act);
  await page.keyboard.press("Escape");
  await expect.poll(() => cardText(world)).toBeNull();
  expect(await inRing(world, "root.activeElement === ring")).toBe(true);
  await page.keyboard.press("Escape");
  await expect.poll(() => label(world)).toBeNull();
  expect(await focused(page)).toBe("field");
  await page.keyboard.type("c");
  expect(await page.locator("#field").inputValue()).toBe("abc");
});

test("tells a screen reader what the ring is on and what the card is", async ({ context, extensionId, worker }) => {
  await chooseLanguage(worker, "en");
  await serve(context, URL_163, pageOf("<p>淘宝在前。</p>"));
  const page = await context.newPage();
  await page.goto(URL_163);
  const world = await ContentWorld.of(page, extensionId);
  await expect.poll(() => world.marked()).toEqual(["淘宝"]);
  await step(worker, 1);
  await expect.poll(() => label(world)).toContain("Taobao");
  await page.keyboard.press("Enter");
  await expect.poll(() => cardText(world)).toContain("Taobao");
  const cdp = await context.newCDPSession(page);
  const { nodes } = await cdp.send("Accessibility.getFullAXTree");
  const told = nodes.filter((n) => !n.ignored).map((n) => `${n.role?.value}: ${n.name?.value ?? ""}`);
  expect(told).toContainEqual(expect.stringMatching(/^button: Taobao, 1 of 1 on this page/));
  expect(told).toContainEqual(expect.stringMatching(/^article: Taobao: Qiju card/));
  expect(told).toContain("heading: Taobao 淘宝");
  for (const name of ["Pin", "More", "Compare"]) expect(told).toContain(`button: ${name}`);
  expect(told.filter((line) => /^button: *$/.test(line))).toEqual([]);
});
