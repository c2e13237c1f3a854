import { ContentWorld, chooseLanguage, expect, hoverName, serve, test } from "../chromium.ts";
import { pageOf } from "../pages.ts";

const URL_163 = "https://www.163.com/dy/article/1.html";
const URL_SOHU = "https://www.sohu.com/a/1.html";
const html = pageOf("<p>逛小红书的人也逛某多多，店家在淘宝。</p>");

test("a name that the reader silences is left alone at once, here or anywhere, until it is restored", async ({
  context,
  extensionId,
  worker,
}) => {
  await chooseLanguage(worker, "zh");
  for (const url of [URL_163, URL_SOHU]) await serve(context, url, html);
  const page = await context.newPage();
  await page.goto(URL_163);
  const world = await ContentWorld.of(page, extensionId);
  const other = await context.newPage();
  await other.goto(URL_SOHU);
  const otherWorld = await ContentWorld.of(other, extensionId);
  await expect.poll(() => otherWorld.marked()).toEqual(["小红书", "淘宝"]);
  await page.bringToFront();

  const silence = async (name: string, nth: number): Promise<void> => {
    await hoverName(page, world, name);
    for (const selector of ["summary", `.card-menu-list button:nth-child(${nth})`]) {
      const at = await world.inCard<{ x: number; y: number }>(
        `(() => { const b = root.querySelector(${JSON.stringify(selector)}).getBoundingClientRect(); return { x: b.x + b.width / 2, y: b.y + b.height / 2 }; })()`,
      );
      if (!at) throw new Error("no card");
      await page.mouse.click(at.x, at.y);
    }
  };
  await silence("小红书", 1);
  await expect.poll(() => world.marked()).toEqual(["淘宝"]);
  // The other page reads itself anew, behind this one.
  await expect.poll(() => otherWorld.marked()).toEqual(["小红书", "淘宝"]);
  await silence("淘宝", 2);
  await expect.poll(() => world.marked()).toEqual([]);
  await expect.poll(() => otherWorld.marked()).toEqual(["小红书"]);

  const panel = await context.newPage();
  await panel.goto(`chrome-extension://${extensionId}/sidepanel.html`);
  await panel.getByRole("link", { name: "名字", exact: true }).click();
  await panel.getByRole("button", { name: "恢复标出小红书" }).click();
  await panel.getByRole("button", { name: "恢复标出淘宝" }).click();
  await expect.poll(() => world.marked()).toEqual(["小红书", "淘宝"]);
});

test("a name that the reader adds is marked and leads to the platform; a bad one is refused with a reason", async ({
  context,
  extensionId,
  worker,
}) => {
  await chooseLanguage(worker, "zh");
  await serve(context, URL_163, html);
  const page = await context.newPage();
  await page.goto(URL_163);
  const world = await ContentWorld.of(page, extensionId);
  await expect.poll(() => world.marked()).toEqual(["小红书", "淘宝"]);

  const panel = await context.newPage();
  await panel.goto(`chrome-extension://${extensionId}/sidepanel.html`);
  await panel.getByRole("link", { name: "名字", exact: true }).click();
  const add = async (text: string, platform: string): Promise<void> => {
    await panel.getByRole("textbox", { name: "叫法" }).fill(text);
    await panel.getByRole("combobox", { name: "指的是哪个平台" }).selectOption(platform);
    await panel.getByRole("button", { name: "加上" }).click();
  };
  await add("多", "pinduoduo");
  await expect(panel.getByRole("alert")).toHaveText("至少要两个字。");
  await add("淘宝", "pinduoduo");
  await expect(panel.getByRole("alert")).toHaveText("这个叫法已经是另一家的名字。");
  await add("某多多", "pinduoduo");
  await expect(panel.locator(".names .entry")).toHaveText(/某多多.*拼多多/);

  await page.bringToFront();
  await expect.poll(() => world.marked()).toEqual(["小红书", "某多多", "淘宝"]);
  expect(await hoverName(page, world, "某多多")).toContain("拼多多");
});

test("the reader chooses in the panel what is underlined", async ({ context, extensionId, worker }) => {
  await chooseLanguage(worker, "en");
  await serve(context, URL_163, pageOf("<p>抖音和抖音</p>"));
  const page = await context.newPage();
  await page.goto(URL_163);
  const world = await ContentWorld.of(page, extensionId);
  await expect.poll(() => world.marked()).toEqual(["抖音"]);
  const panel = await context.newPage();
  await panel.goto(`chrome-extension://${extensionId}/sidepanel.html`);
  await panel.getByRole("link", { name: "Names", exact: true }).click();
  const choice = panel.getByRole("combobox", { name: "Underlined on pages" });
  await expect(choice).toHaveValue("first");
  await choice.selectOption("all");
  await page.bringToFront();
  await expect.poll(() => world.marked()).toEqual(["抖音", "抖音"]);
  await panel.bringToFront();
  await choice.selectOption("none");
  await page.bringToFront();
  await expect.poll(() => world.marked()).toEqual([]);
});
