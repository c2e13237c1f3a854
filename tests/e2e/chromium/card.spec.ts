import { attachPanel, ContentWorld, chooseLanguage, expect, hoverName, serve, test } from "../chromium.ts";
import { demoPage, pageOf } from "../pages.ts";

const URL_163 = "https://www.163.com/dy/article/1.html";

test("shows a sourced, dated card when the pointer rests, and lets it go", async ({ context, extensionId, worker }) => {
  await chooseLanguage(worker, "zh");
  await serve(context, URL_163, demoPage("article"));
  const page = await context.newPage();
  await page.goto(URL_163);
  const world = await ContentWorld.of(page, extensionId);
  const text = await hoverName(page, world, "慧聪网");
  expect(text).toContain("慧聪网");
  expect(text).toMatch(/事实 · .+ · 1688一文 s\d+/);
  expect(text).toContain("内容截至2025年9月");
  await page.mouse.move(5, 5);
  await expect.poll(() => world.cardText()).toBeNull();
  expect(await page.locator("qiju-card").count()).toBe(0);
});

test("shows nothing when the pointer only passes", async ({ context, extensionId }) => {
  await serve(context, URL_163, pageOf("<p>抖音，淘宝，京东，天猫，闲鱼，小红书，拼多多</p>"));
  const page = await context.newPage();
  await page.goto(URL_163);
  const world = await ContentWorld.of(page, extensionId);
  await expect.poll(() => world.marked().then((m) => m.length)).toBe(7);
  await world.run(
    `globalThis.seen = 0; new MutationObserver((r) => { globalThis.seen += r.length; }).observe(document.documentElement, { childList: true })`,
  );
  for (const name of ["抖音", "京东", "拼多多"]) {
    const { x, y } = await world.middleOf(name);
    await page.mouse.move(x, y);
  }
  await page.mouse.move(400, 400);
  // Longer than a card would take to show: the clock of the page tells, not a sleep.
  await world.run("new Promise((done) => setTimeout(done, 700))");
  expect(await world.run("globalThis.seen")).toBe(0);
});

test("stays while the pointer is inside, closes on Escape", async ({ context, extensionId }) => {
  await serve(context, URL_163, demoPage("article"));
  const page = await context.newPage();
  await page.goto(URL_163);
  const world = await ContentWorld.of(page, extensionId);
  await hoverName(page, world, "淘特");
  const box = await world.inCard<{ x: number; y: number }>(
    `(() => { const b = root.querySelector(".card").getBoundingClientRect(); return { x: b.x + 40, y: b.y + 40 }; })()`,
  );
  if (!box) throw new Error("no card");
  await page.mouse.move(box.x, box.y, { steps: 4 });
  await world.run("new Promise((done) => setTimeout(done, 600))");
  expect(await world.cardText()).toContain("淘特");
  await page.keyboard.press("Escape");
  await expect.poll(() => world.cardText()).toBeNull();
});

test("hides nothing from the reader and everything from the page", async ({ context, extensionId }) => {
  await serve(context, URL_163, demoPage("article"));
  const page = await context.newPage();
  await page.goto(URL_163);
  const world = await ContentWorld.of(page, extensionId);
  await hoverName(page, world, "小红书");
  expect(await page.evaluate(() => document.querySelector("qiju-card")?.shadowRoot ?? null)).toBeNull();
  const inside = await world.inCard<boolean>(
    `(() => { const b = root.querySelector(".card").getBoundingClientRect(); return b.left >= 0 && b.top >= 0 && b.right <= innerWidth && b.bottom <= innerHeight; })()`,
  );
  expect(inside).toBe(true);
});

test("opens the real side panel on the platform of the card", async ({ context, extensionId, worker }) => {
  await chooseLanguage(worker, "zh");
  await serve(context, URL_163, demoPage("article"));
  const page = await context.newPage();
  await page.goto(URL_163);
  const world = await ContentWorld.of(page, extensionId);
  await hoverName(page, world, "SHEIN");
  const button = await world.inCard<{ x: number; y: number }>(
    `(() => { const b = root.querySelector("[data-act=compare]").getBoundingClientRect(); return { x: b.x + b.width / 2, y: b.y + b.height / 2 }; })()`,
  );
  if (!button) throw new Error("no button");
  await page.mouse.click(button.x, button.y);
  await expect
    .poll(() => worker.evaluate("chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] }).then((c) => c.length)"))
    .toBe(1);
  const panel = await attachPanel(context);
  const columns = (): Promise<string[]> =>
    panel.run(`[...document.querySelectorAll(".column-name")].map((e) => e.textContent)`);
  await expect.poll(columns).toEqual(["SHEIN", "1688"]);
  expect(await panel.run("document.querySelectorAll('.table .claim').length")).toBeGreaterThan(10);
});
