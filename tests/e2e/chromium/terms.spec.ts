import { ContentWorld, chooseLanguage, expect, serve, test } from "../chromium.ts";
import { pageOf } from "../pages.ts";

const URL_163 = "https://www.163.com/dy/article/1.html";
const termsMarked = `[...(CSS.highlights.get("qiju-term") ?? [])].map((s) => s.startContainer.data.slice(s.startOffset, s.endOffset))`;

test("marks terms of the trade when asked, in a style of their own, with a smaller card", async ({
  context,
  extensionId,
  worker,
}) => {
  await chooseLanguage(worker, "zh");
  await serve(context, URL_163, pageOf("<p>抖音补上货架电商，1688抓住小B。</p>"));
  const page = await context.newPage();
  await page.goto(URL_163);
  const world = await ContentWorld.of(page, extensionId);
  await expect.poll(() => world.marked()).toEqual(["抖音", "1688"]);
  expect(await world.run(termsMarked)).toEqual([]);

  const panel = await context.newPage();
  await panel.goto(`chrome-extension://${extensionId}/sidepanel.html`);
  await panel.getByRole("link", { name: "用语", exact: true }).click();
  await expect.poll(() => panel.locator(".term").count()).toBeGreaterThanOrEqual(30);
  await panel.getByRole("checkbox", { name: "在网页上也标出这些用语" }).check();
  await page.bringToFront();
  await expect.poll(() => world.run(termsMarked)).toEqual(["货架电商", "小B"]);
  await expect.poll(() => world.marked()).toEqual(["抖音", "1688"]);

  const point = await world.run<{ x: number; y: number }>(`(() => {
    const [s] = CSS.highlights.get("qiju-term"); const r = document.createRange();
    r.setStart(s.startContainer, s.startOffset); r.setEnd(s.endContainer, s.endOffset);
    const b = r.getBoundingClientRect(); return { x: b.x + b.width / 2, y: b.y + b.height / 2 };
  })()`);
  await page.mouse.move(point.x - 2, point.y);
  await page.mouse.move(point.x, point.y);
  await expect.poll(() => world.cardText()).toContain("货架电商");
  expect(await world.cardText()).toMatch(/商业用语[\s\S]*一文 p\d/);

  await panel.bringToFront();
  await panel.getByRole("checkbox", { name: "在网页上也标出这些用语" }).uncheck();
  await page.bringToFront();
  await expect.poll(() => world.run(termsMarked)).toEqual([]);
});
