import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "playwright/test";
import { chooseLanguage, expect, test } from "../chromium.ts";
import { openPicture, pictures } from "../pictures.ts";

/** The text of what has the focus, as it is called by name. */
const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? null);

/** Pairs of elements whose boxes meet, by their texts. */
const meeting = (elements: Locator): Promise<string[]> =>
  elements.evaluateAll((all) => {
    const boxes = all.map((e) => ({ text: e.textContent, ...e.getBoundingClientRect().toJSON() }));
    return boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
        .map((b) => `${a.text} / ${b.text}`),
    );
  });

test("the timeline has every event in its picture and in its list, and is walked by keys", async ({
  context,
  extensionId,
  worker,
}) => {
  await chooseLanguage(worker, "zh");
  const page = await context.newPage();
  await openPicture(page, extensionId, "timeline", ["alibaba-group", "jd"]);
  const marks = page.locator(".timeline-plot .event");
  const listed = page.locator(".timeline-events > li");
  const count = await marks.count();
  expect(count).toBeGreaterThan(40);
  await expect(listed).toHaveCount(count);
  expect(await meeting(marks)).toEqual([]);

  // One stop for the Tab key; the arrows go on from there.
  await expect(page.locator(".timeline-plot .event[tabindex='0']")).toHaveCount(1);
  await page.locator(".timeline-legend summary").focus();
  await page.keyboard.press("Tab");
  const first = await focused(page);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Home");
  await expect.poll(() => focused(page)).toMatch(/阿里巴巴集团/);
  expect(await focused(page)).not.toBe(first);
  const detail = page.getByRole("region", { name: "选中的事" });
  await expect(detail.locator(".claim-text")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  const current = page.locator(".event[aria-pressed='true']");
  await expect(current).toBeFocused();
  const label = await current.getAttribute("aria-label");
  expect(label).toContain((await detail.locator(".claim-text").textContent()) ?? "?");
  await page.keyboard.press("ArrowDown");
  await expect(current).toHaveAttribute("aria-label", /，京东，/);
  await detail.getByRole("button", { name: "后一件" }).click();
  await expect(current).not.toHaveAttribute("aria-label", label ?? "");
});

test("what is no longer so is struck on the timeline, and leads to what came of it", async ({
  context,
  extensionId,
  worker,
}) => {
  await chooseLanguage(worker, "en");
  const page = await context.newPage();
  await openPicture(page, extensionId, "timeline", ["alibaba-group"]);
  await page.locator(".timeline-plot .event[data-overtaken]").first().click();
  const detail = page.getByRole("region", { name: "The event chosen" });
  await expect(detail.locator("s").first()).toBeVisible();
  const before = await detail.locator("s").first().textContent();
  await detail
    .getByRole("button", { name: /^What came of it/ })
    .first()
    .click();
  await expect(detail.locator(".claim-text").first()).not.toHaveText(before ?? "");
  await detail
    .getByRole("button", { name: /^What it changed/ })
    .first()
    .click();
  await expect(detail.locator("s").first()).toBeVisible();
});

test("the timeline runs down where it is narrow, with the same events", async ({ context, extensionId, worker }) => {
  await chooseLanguage(worker, "zh");
  const page = await context.newPage();
  await page.setViewportSize({ width: 1100, height: 800 });
  await openPicture(page, extensionId, "timeline", ["alibaba-group", "douyin", "jd"]);
  const marks = page.locator(".timeline-plot .event");
  await expect(page.locator(".timeline-figure")).toHaveAttribute("data-direction", "right");
  const wide = await marks.count();
  await page.setViewportSize({ width: 320, height: 800 });
  await expect(page.locator(".timeline-figure")).toHaveAttribute("data-direction", "down");
  await expect(marks).toHaveCount(wide);
  expect(await meeting(marks)).toEqual([]);
  const lane = page.locator(".timeline-plot .event[aria-label*='，阿里巴巴集团，']");
  await lane.first().click();
  await page.keyboard.press("ArrowDown");
  await expect(lane.nth(1)).toBeFocused();
});

test("nothing chosen is said, not left blank", async ({ context, extensionId, worker }) => {
  await chooseLanguage(worker, "zh");
  const page = await context.newPage();
  for (const picture of ["timeline", "relations", "charts"] as const) {
    await openPicture(page, extensionId, picture);
    const chips = page.locator(".picture-chip button");
    for (let n = await chips.count(); n > 0; n--) {
      await chips.first().click();
      await expect(chips).toHaveCount(n - 1);
    }
    await expect(page.locator(".picture-empty")).toContainText("选");
  }
});

test("the adoption matrix is a table whose marks open their claims, by move and by platform", async ({
  context,
  extensionId,
  worker,
}) => {
  await chooseLanguage(worker, "zh");
  const page = await context.newPage();
  await openPicture(page, extensionId, "convergence");
  const table = page.getByRole("table", { name: "谁学了谁的打法" });
  await expect(table.getByRole("rowheader").first()).toHaveText("种草社区");
  const marks = page.locator(".matrix-mark");
  const count = await marks.count();
  expect(count).toBeGreaterThan(40);
  await expect(table.getByRole("button", { name: /^小红书：种草社区，先做的/ })).toBeVisible();
  const jd = table.getByRole("button", { name: /^京东：种草社区，也在做/ });
  await jd.click();
  await expect(jd).toHaveAttribute("aria-expanded", "true");
  const said = Number(/，(\d+)条依据/.exec((await jd.getAttribute("aria-label")) ?? "")?.[1]);
  await expect(page.locator(".matrix-detail .claim")).toHaveCount(said);
  // The trade as a whole is no platform: its marks are not counted.
  const ofTheTrade = await page.locator(".matrix-mark[aria-label^='电商平台：']").count();
  await expect(page.locator(".convergence-says")).toContainText(`${count - ofTheTrade}处采用`);

  const row = page
    .locator("tr", { has: page.getByRole("button", { name: /^京东：种草社区/ }) })
    .locator(".matrix-mark");
  const places = await row.evaluateAll((all) => all.map((mark) => mark.getAttribute("aria-label") ?? ""));
  await jd.focus();
  await page.keyboard.press("ArrowRight");
  await expect(row.nth(places.findIndex((label) => label.startsWith("京东：")) + 1)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  expect(await focused(page)).not.toMatch(/种草社区/);

  await page.getByRole("button", { name: "按平台" }).click();
  await expect(marks).toHaveCount(count);
  await expect(table.getByRole("rowheader", { name: "小红书" })).toBeVisible();
  await expect(page.locator(".matrix-detail")).toContainText("京东 · 种草社区");
  await page.getByRole("button", { name: "收起" }).click();
  await expect(page.locator(".matrix-detail")).toHaveCount(0);
});

test("relations are walked along their lines, and are the same as a list", async ({ context, extensionId, worker }) => {
  await chooseLanguage(worker, "zh");
  const page = await context.newPage();
  await openPicture(page, extensionId, "relations", ["alibaba-1688"]);
  const tree = page.getByRole("group", { name: /^归属图/ });
  const links = page.getByRole("group", { name: /^往来图/ });
  await expect(tree.locator(".node[tabindex='0']")).toHaveCount(1);
  await tree.locator(".node[tabindex='0']").focus();
  await expect.poll(() => focused(page)).toMatch(/^1688，/);
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => focused(page)).toMatch(/^阿里巴巴集团/);
  const detail = page.getByRole("region", { name: "选中的平台" });
  await expect(detail.getByRole("heading")).toContainText("阿里巴巴集团");
  await expect(detail.locator(".picture-source").first()).not.toBeEmpty();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => focused(page)).toMatch(/^1688，/);

  await links.locator(".node", { hasText: /^1688$/ }).focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => focused(page)).not.toMatch(/^1688，/);
  const other = await focused(page);
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => focused(page)).not.toBe(other);
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => focused(page)).toMatch(/^1688，/);

  const list = page.getByRole("region", { name: "逐条列出" });
  const words = await links.locator(".link-word").count();
  await expect(list.locator(".relations-word")).toHaveCount(words);
  const drawn = await tree.locator(".node-name").allTextContents();
  for (const name of drawn) await expect(list.getByRole("button", { name, exact: true }).first()).toBeVisible();
});

for (const width of [320, 420, 1100]) {
  test(`no two names of the relations meet at ${width} px`, async ({ context, extensionId, worker }) => {
    const page = await context.newPage();
    await page.setViewportSize({ width, height: 800 });
    for (const language of ["zh", "en"] as const) {
      await chooseLanguage(worker, language);
      await openPicture(page, extensionId, "relations", ["alibaba-group", "douyin", "jd"]);
      for (const reach of [0, 1]) {
        await page.locator(".relations .picture-choice button").nth(reach).click();
        const figures = page.locator(".relations-figure");
        await expect(figures).toHaveCount(2);
        for (const figure of await figures.all()) {
          const texts = figure.locator("text");
          expect(await texts.count()).toBeGreaterThan(3);
          expect(await meeting(texts)).toEqual([]);
          const right = await texts.evaluateAll((all) => Math.max(...all.map((e) => e.getBoundingClientRect().right)));
          expect(right).toBeLessThanOrEqual(width);
        }
      }
    }
  });
}

test("charts are tables with bars to scale, and say what they do not share", async ({
  context,
  extensionId,
  worker,
}) => {
  await chooseLanguage(worker, "zh");
  const page = await context.newPage();
  await page.setViewportSize({ width: 420, height: 800 });
  await openPicture(page, extensionId, "charts", ["douyin"]);
  const chart = page.getByRole("figure", { name: "抖音两块生意的增长" });
  await expect(chart.getByRole("row", { name: /抖音生活服务.*256%/ })).toContainText("时段未注明");
  await expect(chart.locator(".chart-warning")).toContainText("没有写明时段");
  const drawn = await chart
    .locator(".chart-bar")
    .evaluateAll((bars) => bars.map((b) => b.getBoundingClientRect().width));
  expect((drawn[0] ?? 0) / (drawn[1] ?? 1)).toBeCloseTo(80 / 256, 2);
  for (const figure of await page.locator(".chart").all()) {
    const tracks = await figure
      .locator(".chart-track")
      .evaluateAll((all) => all.map((t) => Math.round(t.getBoundingClientRect().width)));
    expect(new Set(tracks).size).toBe(1);
    expect(tracks[0]).toBeGreaterThan(40);
  }
  await chart.getByRole("button", { name: /条依据$/ }).click();
  await expect(chart.locator(".claim")).toHaveCount(5);
  await chart.getByRole("button", { name: "收起依据" }).click();
  await expect(chart.locator(".claim")).toHaveCount(0);
});

test("the code of a picture is fetched when it is looked at", async ({ context, extensionId }) => {
  const page = await context.newPage();
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(request.url()));
  await page.goto(`chrome-extension://${extensionId}/sidepanel.html`);
  await page.locator(".view").first().waitFor();
  expect(fetched.filter((url) => /(Timeline|Convergence|Relations|Charts)View/.test(url))).toEqual([]);
  await openPicture(page, extensionId, "charts");
  expect(fetched.some((url) => /ChartsView.*\.js/.test(url))).toBe(true);
  expect(fetched.some((url) => /RelationsView/.test(url))).toBe(false);
});

for (const look of ["light", "dark", "forced"] as const) {
  test(`no picture has anything that axe objects to: ${look}`, async ({ context, extensionId, worker }) => {
    await chooseLanguage(worker, "zh");
    const page = await context.newPage();
    await page.emulateMedia(
      look === "forced" ? { forcedColors: "active" } : { colorScheme: look, forcedColors: "none" },
    );
    for (const width of [420, 1100]) {
      await page.setViewportSize({ width, height: 800 });
      for (const picture of pictures) {
        await openPicture(page, extensionId, picture);
        const opener = {
          timeline: ".timeline-plot .event",
          convergence: ".matrix-mark",
          relations: ".node",
          charts: ".chart-claims-button",
        };
        await page.locator(opener[picture]).first().click();
        const { violations } = await new AxeBuilder({ page }).include("main").analyze();
        expect(violations.map((v) => `${picture} ${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
      }
    }
  });
}
