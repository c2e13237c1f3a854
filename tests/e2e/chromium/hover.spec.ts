/** How a card comes and goes: pointer, pen, touch, keys; and what it offers. */
import type { Page, Worker } from "playwright/test";
import { ContentWorld, chooseLanguage, expect, hoverName, launch, serve, serviceWorker, test } from "../chromium.ts";
import { pageOf } from "../pages.ts";

const URL_163 = "https://www.163.com/dy/article/1.html";
const NAMES = "<p>逛小红书的人也逛拼多多，店家在淘宝开店，也在京东开店。</p>";

async function open(context: Parameters<typeof serve>[0], id: string, body = NAMES, head = "") {
  await serve(context, URL_163, pageOf(body, head));
  const page = await context.newPage();
  await page.goto(URL_163);
  return { page, world: await ContentWorld.of(page, id) };
}

async function settle(worker: Worker, settings: object): Promise<void> {
  await worker.evaluate(`chrome.storage.sync.set({ settings: ${JSON.stringify({ language: "zh", ...settings })} })`);
}

async function clickInCard(page: Page, world: ContentWorld, selector: string): Promise<void> {
  const at = await world.inCard<{ x: number; y: number }>(
    `(() => { const b = root.querySelector(${JSON.stringify(selector)}).getBoundingClientRect(); return { x: b.x + b.width / 2, y: b.y + b.height / 2 }; })()`,
  );
  if (!at) throw new Error("no card");
  await page.mouse.click(at.x, at.y);
}

test("the reader's delay is kept, and a held key is waited for", async ({ context, extensionId, worker }) => {
  await settle(worker, { showDelay: 0, holdKey: "shift" });
  const { page, world } = await open(context, extensionId);
  await expect.poll(() => world.marked()).toContain("淘宝");
  const { x, y } = await world.middleOf("淘宝");
  await page.mouse.move(x - 2, y);
  await page.mouse.move(x, y);
  await world.run("new Promise((done) => setTimeout(done, 300))");
  expect(await world.cardText()).toBeNull();
  await page.keyboard.down("Shift");
  await expect.poll(() => world.cardText()).toContain("淘宝");
  await page.keyboard.up("Shift");
});

test("scrolling, typing, selecting and dragging let the card go; a pinned one stays until Escape", async ({
  context,
  extensionId,
  worker,
}) => {
  await settle(worker, {});
  const { page, world } = await open(context, extensionId, `${NAMES}<p style="height:3000px"></p>`);
  const gone = (): Promise<void> => expect.poll(() => world.cardText()).toBeNull();
  const away = (): Promise<void> => page.mouse.move(600, 650);
  await hoverName(page, world, "淘宝");
  await page.mouse.wheel(0, 40);
  await gone();
  await away();
  await hoverName(page, world, "淘宝");
  await page.keyboard.press("a");
  await gone();
  await away();
  await hoverName(page, world, "淘宝");
  await page.evaluate(() => getSelection()?.selectAllChildren(document.body));
  await gone();
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await away();
  await hoverName(page, world, "淘宝");
  await clickInCard(page, world, "[data-act=pin]");
  await away();
  await page.mouse.wheel(0, 40);
  await page.mouse.click(600, 650);
  await world.run("new Promise((done) => setTimeout(done, 600))");
  expect(await world.cardText()).toContain("淘宝");
  await page.keyboard.press("Escape");
  await gone();
});

test("a tap on an underlined name opens a sheet on a narrow screen; a tap on a link is the link's", async () => {
  const { context, close } = await launch({ viewport: { width: 390, height: 760 } });
  const worker = await serviceWorker(context);
  await chooseLanguage(worker, "zh");
  const { page, world } = await open(
    context,
    new globalThis.URL(worker.url()).host,
    `${NAMES}<p><a href="#tapped">天猫</a></p>`,
    `<meta name="viewport" content="width=device-width">`,
  );
  await expect.poll(() => world.marked()).toContain("天猫");
  const cdp = await context.newCDPSession(page);
  const tap = async (name: string): Promise<void> => {
    const { x, y } = await world.middleOf(name);
    await cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
    await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  };
  await tap("拼多多");
  await expect.poll(() => world.cardText()).toContain("拼多多");
  const box = await world.inCard<{ left: number; width: number; bottom: number }>(
    `(() => { const { left, width, bottom } = root.querySelector(".card").getBoundingClientRect(); return { left, width, bottom }; })()`,
  );
  expect(box).toEqual({ left: 0, width: 390, bottom: 760 });
  await tap("天猫");
  await expect.poll(() => page.url()).toContain("#tapped");
  expect(await world.cardText()).toBeNull();
  await close();
});

test("a pen that hovers is a pointer", async ({ context, extensionId, worker }) => {
  await chooseLanguage(worker, "zh");
  const { page, world } = await open(context, extensionId);
  await expect.poll(() => world.marked()).toContain("京东");
  const { x, y } = await world.middleOf("京东");
  const cdp = await context.newCDPSession(page);
  await cdp.send("Input.dispatchMouseEvent", { type: "mouseMoved", x: x - 2, y, pointerType: "pen" });
  await cdp.send("Input.dispatchMouseEvent", { type: "mouseMoved", x, y, pointerType: "pen" });
  await expect.poll(() => world.cardText()).toContain("京东");
});

test("says what concerns others on the page, offers them to compare with, and opens the panel on both", async ({
  context,
  extensionId,
  worker,
}) => {
  await chooseLanguage(worker, "zh");
  const { page, world } = await open(context, extensionId);
  await hoverName(page, world, "淘宝");
  const chips = (): Promise<string[] | null> =>
    world.inCard(`[...root.querySelectorAll(".chip")].map((chip) => chip.textContent)`);
  expect((await chips())?.sort()).toEqual(["京东", "小红书", "拼多多"].sort());
  await clickInCard(page, world, "[data-act=beside][data-id=pinduoduo]");
  await expect
    .poll(() => worker.evaluate(`chrome.storage.session.get("panelRequest")`))
    .toMatchObject({ panelRequest: { entity: "taobao", beside: "pinduoduo" } });
});

test("turns off on this site from the card's menu, at once and for good, and nowhere else", async ({
  context,
  extensionId,
  worker,
}) => {
  await chooseLanguage(worker, "zh");
  const { page, world } = await open(context, extensionId);
  await hoverName(page, world, "淘宝");
  await clickInCard(page, world, "summary");
  await clickInCard(page, world, "[data-act=siteOff]");
  await expect.poll(() => world.marked()).toEqual([]);
  await page.reload();
  const again = await ContentWorld.of(page, extensionId);
  await serve(context, "https://www.sohu.com/a/1.html", pageOf(NAMES));
  const other = await context.newPage();
  await other.goto("https://www.sohu.com/a/1.html");
  const elsewhere = await ContentWorld.of(other, extensionId);
  await expect.poll(() => elsewhere.marked().then((m) => m.length)).toBe(4);
  expect(await again.marked()).toEqual([]);
  await worker.evaluate("chrome.storage.sync.clear()");
  await expect.poll(() => again.marked().then((m) => m.length)).toBe(4);
});

test("shows the documents alone when asked, in the same card, and what has happened since again", async ({
  context,
  extensionId,
  worker,
}) => {
  await chooseLanguage(worker, "zh");
  const { page, world } = await open(context, extensionId, "<p>外卖平台饿了么换了招牌。</p>");
  expect(await hoverName(page, world, "饿了么")).toContain("淘宝闪购");
  await clickInCard(page, world, "summary");
  await clickInCard(page, world, "[data-act=documents]");
  await expect.poll(() => world.cardText()).not.toContain("淘宝闪购");
  expect(await world.cardText()).toContain("饿了么");
  await clickInCard(page, world, "summary");
  await clickInCard(page, world, "[data-act=layers]");
  await expect.poll(() => world.cardText()).toContain("淘宝闪购");
});

test("is dark on a dark page and light on a light one, and what the reader chose on both", async ({
  context,
  extensionId,
  worker,
}) => {
  const background = (world: ContentWorld): Promise<string | null> =>
    world.inCard(`getComputedStyle(root.querySelector(".card")).backgroundColor`);
  const shown: (string | null)[] = [];
  for (const [theme, color] of [
    ["auto", "#fff"],
    ["auto", "#111"],
    ["light", "#111"],
    ["dark", "#fff"],
  ] as const) {
    await settle(worker, { theme });
    const { page, world } = await open(context, extensionId, NAMES, `<style>body{background:${color}}</style>`);
    await hoverName(page, world, "淘宝");
    shown.push(await background(world));
    await page.close();
  }
  const [light, dark, chosenLight, chosenDark] = shown;
  expect(light).not.toBe(dark);
  expect([chosenLight, chosenDark]).toEqual([light, dark]);
});

test("answers in a modal dialog, in vertical and in right-to-left text, never over the name, never off screen", async ({
  context,
  extensionId,
  worker,
}) => {
  await chooseLanguage(worker, "zh");
  const { page, world } = await open(
    context,
    extensionId,
    `<dialog><p>抖音在这里</p></dialog>
     <p style="writing-mode:vertical-rl;height:200px;position:absolute;right:20px;top:20px">天猫在竖排里</p>
     <p dir="rtl">שלום 小红书 שלום</p><p style="position:fixed;bottom:0;right:0;margin:0">淘宝</p>`,
  );
  await page.evaluate(() => document.querySelector("dialog")?.showModal());
  await hoverName(page, world, "抖音");
  // Behind a modal dialog nothing could be pressed.
  await clickInCard(page, world, "[data-act=pin]");
  expect(await world.inCard(`root.querySelector("[data-act=pin]").ariaPressed`)).toBe("true");
  await page.keyboard.press("Escape");
  await page.evaluate(() => document.querySelector("dialog")?.close());
  for (const name of ["天猫", "小红书", "淘宝"]) {
    await page.mouse.move(400, 300);
    await hoverName(page, world, name);
    const fits = await world.run(`(() => {
      const host = document.querySelector("qiju-card");
      const card = host.getBoundingClientRect();
      const [mark] = [...CSS.highlights.get("qiju")].filter((r) => r.startContainer.data.slice(r.startOffset, r.endOffset) === ${JSON.stringify(name)});
      const range = document.createRange(); range.setStart(mark.startContainer, mark.startOffset); range.setEnd(mark.endContainer, mark.endOffset);
      const name = range.getBoundingClientRect();
      const apart = card.left >= name.right || card.right <= name.left || card.top >= name.bottom || card.bottom <= name.top;
      return apart && card.left >= 0 && card.top >= 0 && card.right <= innerWidth && card.bottom <= innerHeight;
    })()`);
    expect(fits, name).toBe(true);
    await page.keyboard.press("Escape");
  }
});

test("where there is little room what is known keeps most of the card", async ({ context, extensionId, worker }) => {
  await chooseLanguage(worker, "zh");
  const { page, world } = await open(
    context,
    extensionId,
    `<div style="height:330px"></div>${NAMES}<p style="height:900px">`,
  );
  await hoverName(page, world, "淘宝");
  const share = await world.inCard<number>(`(() => {
    const card = root.querySelector(".card").getBoundingClientRect();
    return root.querySelector(".card-foot").getBoundingClientRect().height / card.height;
  })()`);
  expect(share).toBeLessThan(0.2);
  expect(await world.inCard(`getComputedStyle(root.querySelector(".card-end")).display`)).toBe("contents");
  const foot = `(() => { const card = root.querySelector(".card").getBoundingClientRect(); return Math.round(card.bottom - root.querySelector(".card-foot").getBoundingClientRect().bottom); })()`;
  expect(await world.inCard<number>(foot)).toBeLessThanOrEqual(2);
});
