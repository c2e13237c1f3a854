import { ContentWorld, chooseLanguage, expect, hoverName, serve, test } from "../chromium.ts";
import { pageOf } from "../pages.ts";

const URL_163 = "https://www.163.com/dy/article/since.html";

test("says first what became of it, with its pages, and on a click what the documents alone say", async ({
  context,
  extensionId,
  worker,
}) => {
  await chooseLanguage(worker, "zh");
  await serve(context, URL_163, pageOf("<p>阿里巴巴旗下的饿了么和银泰百货。</p>"));
  const page = await context.newPage();
  await page.goto(URL_163);
  const world = await ContentWorld.of(page, extensionId);

  const eleme = await hoverName(page, world, "饿了么");
  expect(eleme.split("\n")[0]).toMatch(/现名“淘宝闪购”.*2025年12月5日/);
  expect(eleme).toMatch(/事实 · .+个独立来源/);
  expect(eleme).toContain("内容截至2026年");
  const links = await world.inCard<{ href: string; target: string; rel: string }[]>(
    `[...root.querySelectorAll(".claim a")].map((a) => ({ href: a.href, target: a.target, rel: a.rel }))`,
  );
  expect(links?.length).toBeGreaterThan(2);
  for (const link of links ?? []) {
    expect(link.href).toMatch(/^https?:/);
    expect([link.target, link.rel]).toEqual(["_blank", "noopener noreferrer"]);
  }
  await page.keyboard.press("Escape");
  await expect.poll(() => world.cardText()).toBeNull();

  const intime = await hoverName(page, world, "银泰百货");
  expect(intime.split("\n")[0]).toMatch(/已不属阿里.*2024年12月/);
  const struck = (): Promise<string[] | null> =>
    world.inCard<string[]>(`[...root.querySelectorAll(".card s")].map((s) => s.textContent)`);
  expect(await struck()).toHaveLength(1);

  // Asked for in its own menu: what the documents said, with a plain word on their age.
  const press = async (selector: string): Promise<void> => {
    const at = await world.inCard<{ x: number; y: number }>(
      `(() => { const b = root.querySelector(${JSON.stringify(selector)}).getBoundingClientRect(); return { x: b.x + b.width / 2, y: b.y + b.height / 2 }; })()`,
    );
    if (!at) throw new Error(`no ${selector}`);
    await page.mouse.move(at.x, at.y, { steps: 4 });
    await page.mouse.down();
    await page.mouse.up();
  };
  await press(".card-menu summary");
  await press("[data-act=documents]");
  await expect.poll(() => world.cardText()).toContain("内容截至2024年4月，已过一年多");
  const alone = (await world.cardText()) ?? "";
  expect(alone).not.toContain("已不属阿里");
  expect(alone).toContain("已否认的传闻");
  expect(await world.inCard<string>(`root.querySelector("[data-act=layers]").textContent`)).toBe("也看此后的事");
  expect(await struck()).toEqual([]);
  expect(await world.inCard<number>(`root.querySelectorAll(".claim a").length`)).toBe(0);
});

test("the panel's switch shows the documents alone, and says how old the whole is", async ({
  context,
  extensionId,
  worker,
}) => {
  await chooseLanguage(worker, "zh");
  const panel = await context.newPage();
  await panel.goto(`chrome-extension://${extensionId}/sidepanel.html`);
  await expect(panel.locator(".column-name")).toHaveCount(2);
  await expect(panel.locator(".panel-foot")).toContainText(/最近的一页是2026年\d+月/);
  await expect(panel.locator(".table .page-link").first()).toBeVisible();
  await expect(panel.locator(".table s").first()).toBeAttached();
  const choice = panel.getByRole("checkbox", { name: "只看两份材料" });
  await choice.check();
  await expect(panel.locator(".panel-foot")).toContainText("之后的事不在其中");
  await expect(panel.locator(".table .page-link")).toHaveCount(0);
  await expect(panel.locator(".table s")).toHaveCount(0);
  // It is a setting: it holds when the panel is opened again.
  await panel.reload();
  await expect(choice).toBeChecked();
  await choice.uncheck();
  await expect(panel.locator(".table .page-link").first()).toBeVisible();
});
