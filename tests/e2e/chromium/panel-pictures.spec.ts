/** The pictures on the real side panel, at its width: seen, opened, left and come back to. */
import { expect, goTo, test } from "../sidepanel.ts";

test("timeline, convergence, relations and charts, one after another", async ({ side }) => {
  await side.getByRole("link", { name: "时间线", exact: true }).click();
  const events = side.locator(".timeline-plot .event");
  await expect(side.locator(".timeline-figure")).toHaveAttribute("data-direction", "down");
  await expect(side.locator(".timeline-events > li")).toHaveCount(await events.count());
  await events.first().click();
  await expect(side.getByRole("region", { name: "选中的事" }).locator(".claim-text")).toBeVisible();
  await side.getByRole("combobox", { name: "添加平台" }).fill("jingdong");
  await side.keyboard.press("Enter");
  await expect(side.locator(".picture-chip")).toHaveText([/抖音/, /阿里巴巴集团/, /京东/]);
  expect(new URL(side.url()).hash).toBe("#/timeline?p=douyin,alibaba-group,jd");
  expect(await events.count()).toBeGreaterThan(60);

  await side.getByRole("link", { name: "趋同", exact: true }).click();
  const given = side.getByRole("button", { name: /^拼多多：仅退款，先做的，后来放弃/ });
  await given.click();
  await expect(side.locator(".matrix-detail .claim")).toHaveCount(2);
  await expect(side.locator(".convergence-says")).toContainText(/其中\d+处后来放弃/);
  await side.getByRole("button", { name: "收起" }).click();
  await expect(given).toBeFocused();
  const marks = side.locator(".matrix-mark");
  const all = await marks.count();
  await side.getByRole("checkbox", { name: "只看两份材料" }).check();
  await expect(side.getByRole("rowheader", { name: "仅退款" })).toHaveCount(0);
  expect(await marks.count()).toBeLessThan(all);
  await expect(side.locator(".convergence-says")).not.toContainText("放弃");
  await side.getByRole("checkbox", { name: "只看两份材料" }).uncheck();
  await expect(marks).toHaveCount(all);

  await side.getByRole("link", { name: "关系", exact: true }).click();
  const tree = side.getByRole("group", { name: /^归属图/ });
  await tree.locator(".node").first().click();
  await expect(side.getByRole("region", { name: "选中的平台" })).toBeVisible();
  await expect(side.getByRole("region", { name: "逐条列出" }).locator("li").first()).toBeVisible();

  await side.getByRole("link", { name: "图表", exact: true }).click();
  const chart = side.locator(".chart").first();
  await chart.getByRole("button", { name: /条依据$/ }).click();
  await expect(chart.locator(".claim").first()).toBeVisible();

  // Nothing of it is wider than the panel, and each tab leads back to where its view was left.
  expect(await side.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await side.getByRole("link", { name: "时间线", exact: true }).click();
  await expect(side.locator(".picture-chip")).toHaveCount(3);
  await side.reload();
  await expect(side.locator(".picture-chip")).toHaveCount(3);
});

test("the focus stays where one works when what was pressed goes", async ({ side }) => {
  await side.setViewportSize({ width: 1100, height: 760 });
  await goTo(side, "#/compare?p=douyin,jd,taobao,pinduoduo,shein");
  await side.getByRole("button", { name: "移走京东" }).press("Enter");
  await expect(side.getByRole("button", { name: "移走淘宝" })).toBeFocused();
  const picker = side.getByRole("combobox", { name: "添加平台" });
  await picker.fill("jd");
  await side.getByRole("option").first().click();
  await expect(picker).toBeFocused();
  // The sixth: the field that added it goes.
  await picker.fill("1688");
  await side.keyboard.press("Enter");
  await expect(side.getByText("最多并排6个")).toBeVisible();
  await expect(side.getByRole("searchbox", { name: "在内容里查找" })).toBeFocused();
  await side.getByRole("searchbox", { name: "在内容里查找" }).fill("直播");
  await side.getByRole("button", { name: "清除筛选" }).press("Enter");
  await expect(side.getByRole("checkbox", { name: "只看差异" })).toBeFocused();

  await goTo(side, "#/timeline?p=douyin,jd");
  await side.getByRole("button", { name: "移走抖音" }).press("Enter");
  await expect(side.getByRole("button", { name: "移走京东" })).toBeFocused();
  await side.getByRole("button", { name: "移走京东" }).press("Enter");
  await expect(side.getByRole("combobox", { name: "添加平台" })).toBeFocused();

  // A link that leads elsewhere: reading goes on with what it led to.
  await goTo(side, "#/compare?p=douyin,jd");
  await side.getByRole("link", { name: "京东", exact: true }).first().press("Enter");
  await expect(side.getByRole("heading", { level: 2, name: /^京东/ })).toBeVisible();
  await expect(side.getByRole("main")).toBeFocused();
});
