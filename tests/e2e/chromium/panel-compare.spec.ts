import type { Page } from "playwright/test";
import { expect, goTo, test } from "../sidepanel.ts";

const names = (panel: Page) => panel.locator(".column-name");
const cells = (panel: Page) => panel.locator("td .claim-text");

test("columns are added by name, alias, pinyin, initials and English", async ({ side }) => {
  await goTo(side, "#/compare?p=");
  await expect(side.getByText("选两个以上的平台")).toBeVisible();
  const picker = side.getByRole("combobox", { name: "添加平台" });
  for (const [query, name] of [
    ["抖音", "抖音"],
    ["并夕夕", "拼多多"],
    ["xiaohong", "小红书"],
    ["zkx", "震坤行"],
    ["Taobao", "淘宝"],
    ["hc360", "慧聪网"],
  ] as const) {
    await picker.fill(query);
    await side.keyboard.press("Enter");
    await expect(side.getByRole("status").filter({ hasText: `已加上${name}` })).toBeAttached();
  }
  // Six are enough.
  await expect(side.getByText("最多并排6个")).toBeVisible();
  expect(new URL(side.url()).hash).toBe("#/compare?p=douyin,pinduoduo,xiaohongshu,zkh,taobao,hc360");
});

test("columns are moved by keys and by dragging, and removed", async ({ side }) => {
  await side.setViewportSize({ width: 1100, height: 760 });
  await goTo(side, "#/compare?p=douyin,jd,taobao");
  await expect(names(side)).toHaveText(["抖音", "京东", "淘宝"]);
  await side.getByRole("button", { name: "抖音右移一列" }).focus();
  await side.keyboard.press("Enter");
  await expect(names(side)).toHaveText(["京东", "抖音", "淘宝"]);
  // The focus goes with the column: the same key moves it on.
  await side.keyboard.press("Enter");
  await expect(names(side)).toHaveText(["京东", "淘宝", "抖音"]);
  await expect(side.getByRole("status").filter({ hasText: "抖音移到第3列，共3列" })).toBeAttached();
  await expect(side.getByRole("button", { name: "抖音左移一列" })).toBeFocused();

  await side.locator(".column[data-column=douyin]").dragTo(side.locator(".column[data-column=jd]"));
  await expect(names(side)).toHaveText(["抖音", "京东", "淘宝"]);
  await side.getByRole("button", { name: "移走京东" }).click();
  await expect(names(side)).toHaveText(["抖音", "淘宝"]);
  expect(new URL(side.url()).hash).toBe("#/compare?p=douyin,taobao");
});

test("header row and first column stay while the rest scrolls", async ({ side }) => {
  await side.setViewportSize({ width: 1000, height: 700 });
  await goTo(side, "#/compare?p=taobao,jd,pinduoduo,douyin,xiaohongshu,alibaba-1688");
  const head = side.locator("thead .column").last();
  const row = side.locator("tbody th[scope=row]").first();
  await expect(row).toBeVisible();
  await side.locator(".table-scroll").evaluate((e) => e.scrollTo(180, 900));
  const region = await side.locator(".table-scroll").boundingBox();
  const corner = await side.locator(".corner").boundingBox();
  expect(Math.abs((corner?.x ?? -99) - (region?.x ?? 0))).toBeLessThan(2);
  expect(Math.abs((corner?.y ?? -99) - (region?.y ?? 0))).toBeLessThan(3);
  expect(Math.abs(((await head.boundingBox())?.y ?? -99) - (region?.y ?? 0))).toBeLessThan(3);
  const rows = await side
    .locator("tbody th[scope=row]")
    .evaluateAll((all) => all.map((e) => e.getBoundingClientRect().x));
  for (const x of rows) expect(Math.abs(x - (region?.x ?? 0))).toBeLessThan(2);
});

test("rows fold away by group", async ({ side }) => {
  await side.setViewportSize({ width: 1000, height: 700 });
  await goTo(side, "#/compare?p=douyin,alibaba-group");
  const group = side.getByRole("button", { name: "身份" });
  await expect(group).toHaveAttribute("aria-expanded", "true");
  await expect(side.getByRole("rowheader", { name: "来历" })).toBeVisible();
  await group.click();
  await expect(group).toHaveAttribute("aria-expanded", "false");
  await expect(side.getByRole("rowheader", { name: "来历" })).toHaveCount(0);
  expect(new URL(side.url()).hash).toContain("fold=who");
  await side.getByRole("button", { name: /身份/ }).click();
  await expect(side.getByRole("rowheader", { name: "来历" })).toBeVisible();
});

test("filters by dimension, kind and period, and by differences", async ({ side }) => {
  await side.setViewportSize({ width: 1000, height: 700 });
  await goTo(side, "#/compare?p=douyin,alibaba-group");
  await side.getByRole("button", { name: "筛选" }).click();
  await side.getByRole("checkbox", { name: "计划" }).check();
  const kinds = side.locator("td .claim-meta");
  for (const text of await kinds.allTextContents()) expect(text).toMatch(/^计划/);
  expect(await kinds.count()).toBeGreaterThan(0);
  await side.getByRole("checkbox", { name: "计划" }).uncheck();

  await side.getByRole("checkbox", { name: "用户" }).check();
  await expect(side.locator("tbody th[scope=row]")).toHaveText(["用户"]);
  await side.getByRole("button", { name: "清除筛选" }).click();

  await side.getByRole("combobox", { name: "从", exact: true }).selectOption("2023");
  await side.getByRole("combobox", { name: "到", exact: true }).selectOption("2023");
  await expect(side.getByText("日期不详的不在其中")).toBeVisible();
  const dated = await kinds.allTextContents();
  expect(dated.length).toBeGreaterThan(5);
  for (const text of dated) {
    const years = [...text.matchAll(/(\d{4})年/g)].map((found) => Number(found[1]));
    expect(Math.min(...years), text).toBeLessThanOrEqual(2023);
    expect(Math.max(...years), text).toBeGreaterThanOrEqual(2023);
  }
  expect(new URL(side.url()).hash).toContain("from=2023&to=2023");
  await side.getByRole("button", { name: "清除筛选" }).click();

  await expect(side.getByRole("rowheader", { name: "物流" })).toBeVisible();
  await side.getByRole("checkbox", { name: "只看差异" }).check();
  await expect(side.getByRole("rowheader", { name: "物流" })).toHaveCount(0);
  await expect(side.locator("td .blank")).toHaveCount(0);
});

test("searches the claims and marks what it finds", async ({ side }) => {
  await goTo(side, "#/compare?p=douyin,alibaba-group");
  await side.getByRole("searchbox", { name: "在内容里查找" }).fill("货架 抖音");
  await expect(side.locator("td mark").first()).toBeVisible();
  for (const claim of await side.locator("td .claim").all()) {
    const text = await claim.innerText();
    expect(text).toContain("货架");
    expect(await claim.locator("mark").count()).toBeGreaterThan(0);
  }
  for (const mark of await side.locator("td mark").allTextContents()) expect(["货架", "抖音"]).toContain(mark);
  await side.getByRole("searchbox", { name: "在内容里查找" }).fill("<img src=x>");
  await expect(side.getByText("没有符合筛选的内容")).toBeVisible();
});

test("a cell shows three claims and unfolds the rest; a blank one says so", async ({ side }) => {
  await side.setViewportSize({ width: 1000, height: 700 });
  await goTo(side, "#/compare?p=douyin,alibaba-group&dim=history");
  const cell = side.locator("td").nth(1);
  await expect(cell.locator(".claim")).toHaveCount(3);
  await cell.getByRole("button", { name: /再看\d+条/ }).click();
  expect(await cell.locator(".claim").count()).toBeGreaterThan(3);
  await cell.getByRole("button", { name: "收起" }).click();
  await expect(cell.locator(".claim")).toHaveCount(3);
  // Each claim with its kind, date and place.
  for (const meta of await cell.locator(".claim-meta").allTextContents())
    expect(meta).toMatch(/^\S+ · .+ · (?:.+ [ps]\d|.*[a-z0-9-]+\.[a-z]+)/);
  await goTo(side, "#/compare?p=douyin,alibaba-group&dim=logistics");
  await expect(side.locator("td").first()).toHaveText("材料未提");
});

test("where it is narrow: one platform at a time against a fixed one", async ({ side }) => {
  await side.setViewportSize({ width: 320, height: 700 });
  await goTo(side, "#/compare?p=taobao,jd,pinduoduo,douyin");
  await expect(names(side)).toHaveText(["淘宝", "京东"]);
  await side.getByRole("button", { name: "拼多多" }).click();
  await expect(names(side)).toHaveText(["淘宝", "拼多多"]);
  await side.getByLabel("固定").selectOption("douyin");
  await expect(names(side).first()).toHaveText("抖音");
  expect(await side.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(await cells(side).count()).toBeGreaterThan(2);
  // Cells know the headers of both directions.
  const headers = await side.locator("td").first().getAttribute("headers");
  for (const id of headers?.split(" ") ?? []) await expect(side.locator(`[id="${id}"]`)).toHaveCount(1);
});

test("starting sets are links", async ({ side }) => {
  await goTo(side, "#/compare?p=");
  await side.getByRole("link", { name: "1688与B2B同行" }).click();
  await side.setViewportSize({ width: 1100, height: 700 });
  await expect(names(side)).toHaveText(["1688", "慧聪网", "京东工业", "国联股份", "震坤行", "爱采购"]);
  await side.getByRole("link", { name: "1688、淘特与SHEIN" }).click();
  await expect(names(side)).toHaveText(["1688", "淘特", "SHEIN"]);
  await side.goBack();
  await expect(names(side)).toHaveCount(6);
});
