import { readFileSync } from "node:fs";
import Papa from "papaparse";
import type { Page } from "playwright/test";
import { rearm } from "../../../data/exports/csv.ts";
import { readJson } from "../../../data/exports/json.ts";
import { expect, goTo, test } from "../sidepanel.ts";

/** Every claim that the comparison shows, unfolded, cell by cell. */
async function shownClaims(panel: Page): Promise<string[]> {
  await panel.evaluate(() => {
    for (const more of document.querySelectorAll<HTMLButtonElement>("td .link[aria-expanded=false]")) more.click();
  });
  await expect(panel.getByRole("button", { name: /再看\d+条/ })).toHaveCount(0);
  return panel.locator("td .claim-text").allTextContents();
}

/** What lies in the clipboard, as any page gets it: by pasting. */
async function pasted(page: Page): Promise<string> {
  await page.evaluate(() => {
    document.body.innerHTML = "<textarea></textarea>";
  });
  await page.locator("textarea").focus();
  await page.keyboard.press("ControlOrMeta+V");
  await expect(page.locator("textarea")).not.toHaveValue("");
  return page.locator("textarea").inputValue();
}

async function choose(panel: Page, group: string, item: string): Promise<void> {
  await panel.getByRole("button", { name: "带走" }).click();
  const menu = panel.locator(".take-menu");
  const at = (await menu.locator(".take-group").allTextContents()).indexOf(group);
  const items = menu.getByText(item, { exact: true });
  await items.nth((await items.count()) > 1 ? at : 0).click();
}

async function saved(panel: Page, item: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([panel.waitForEvent("download"), choose(panel, "存为文件", item)]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test.beforeEach(async ({ side }) => {
  await side.setViewportSize({ width: 1000, height: 760 });
  await goTo(side, "#/compare?p=douyin,alibaba-group");
});

test("CSV holds what is shown", async ({ side }) => {
  const shown = await shownClaims(side);
  const { name, bytes } = await saved(side, "CSV 表格");
  expect(name).toBe("qiju-douyin-alibaba-group.csv");
  const { data, errors } = Papa.parse<Record<string, string>>(bytes.toString("utf8").replace(/^\uFEFF/, ""), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  const claims = data.filter((row) => row.id !== "").map((row) => rearm(row.claim ?? ""));
  expect(claims).toEqual(shown);
  expect(data.filter((row) => row.id === "").length).toBe(await side.locator("td .blank").count());
});

test("JSON holds what is shown, filtered as it is", async ({ side }) => {
  await goTo(side, "#/compare?p=douyin,alibaba-group&modality=fact&from=2023");
  const shown = await shownClaims(side);
  const { bytes } = await saved(side, "JSON 数据");
  const file = readJson(bytes.toString("utf8"));
  expect(file.rows.flatMap((row) => row.cells.flat().map((c) => c.text.zh))).toEqual(shown);
  expect(file.filter).toMatchObject({ modalities: ["fact"], from: "2023" });
});

test("Markdown is copied, and so is the address", async ({ side, article, extensionId }) => {
  const rows = await side.locator("tbody th[scope=row]").allTextContents();
  await choose(side, "复制", "Markdown");
  await expect(side.getByRole("status").filter({ hasText: "已复制" })).toBeVisible();
  const text = await pasted(article);
  expect(text).toMatch(/^# 抖音 · 阿里巴巴集团\n/);
  for (const row of rows) expect(text).toContain(`\n| ${row} |`);
  await choose(side, "复制", "本视图的地址");
  await expect(side.getByRole("status").filter({ hasText: "已复制" })).toBeVisible();
  expect(await pasted(article)).toBe(
    `chrome-extension://${extensionId}/sidepanel.html#/compare?p=douyin,alibaba-group`,
  );
});

test("the picture is a PNG of the whole table", async ({ side }) => {
  const { name, bytes } = await saved(side, "PNG 图片");
  expect(name).toBe("qiju-douyin-alibaba-group.png");
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  expect(width).toBeGreaterThanOrEqual(768);
  expect(height).toBeGreaterThan(width);
});

test("on paper everything is there and nothing to press", async ({ side }) => {
  await side.setViewportSize({ width: 360, height: 760 });
  await side.emulateMedia({ media: "print" });
  await side.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(side.locator(".column-name")).toHaveCount(2);
  await expect(side.getByRole("button", { name: /再看\d+条/ })).toHaveCount(0);
  for (const control of await side.locator("input, select, .button, .tool, .view").all())
    await expect(control).toBeHidden();
  const overflow = await side.locator(".table-scroll").evaluate((e) => getComputedStyle(e).overflow);
  expect(overflow).toBe("visible");
  await side.evaluate(() => dispatchEvent(new Event("afterprint")));
  await side.emulateMedia({ media: "screen" });
  await expect(side.locator(".pair-table")).toBeVisible();
});

test("the same address opens the same view in a tab", async ({ side, inTab }) => {
  await goTo(side, "#/compare?p=jd,taobao&q=京东");
  await expect(side.locator(".column-name")).toHaveText(["京东", "淘宝"]);
  const shown = await side.locator("td .claim-text").allTextContents();
  const tab = await inTab(new URL(side.url()).hash);
  await tab.setViewportSize({ width: 1000, height: 760 });
  await expect(tab.locator(".column-name")).toHaveText(["京东", "淘宝"]);
  await expect(tab.locator("td .claim-text")).toHaveText(shown);
});
