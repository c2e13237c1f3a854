import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import Papa from "papaparse";
import { expect, goTo, test } from "../sidepanel.ts";

const places = [
  "#/page",
  "#/compare?p=douyin,alibaba-group",
  "#/compare?p=jd,taobao&q=京东&diff=1",
  "#/compare?p=",
  "#/platform",
  "#/platform/alibaba-1688",
  "#/terms",
  "#/terms/shelf-ecommerce",
  "#/sources",
  "#/sources/004",
  "#/sources/shine-intime",
  "#/names",
];
const looks = [
  { colorScheme: "light", forcedColors: "none" },
  { colorScheme: "dark", forcedColors: "none" },
  { colorScheme: "light", forcedColors: "active" },
] as const;

for (const look of looks) {
  for (const width of [320, 1100]) {
    test(`axe finds nothing: ${look.colorScheme}, forced colours ${look.forcedColors}, ${width} px`, async ({
      inTab,
    }) => {
      test.setTimeout(120_000);
      const panel = await inTab();
      await panel.setViewportSize({ width, height: 800 });
      await panel.emulateMedia(look);
      for (const place of places) {
        await goTo(panel, place);
        await expect(panel.locator(".panel-main > *").nth(1)).toBeVisible();
        await expect(panel.getByText("正在打开棋局")).toHaveCount(0);
        if (place.includes("p=douyin")) {
          await panel.getByRole("button", { name: "筛选" }).click();
          await panel.getByRole("button", { name: "带走" }).click();
        }
        if (place.endsWith("1688")) await panel.getByRole("button", { name: "写一条" }).click();
        const { violations } = await new AxeBuilder({ page: panel }).analyze();
        expect(violations.map((v) => `${place}: ${v.id} ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`)).toEqual(
          [],
        );
      }
    });
  }
}

test("the whole panel by keyboard alone: open, add, filter, read a cell, take away", async ({ side }) => {
  await side.setViewportSize({ width: 1100, height: 760 });
  const { keyboard } = side;
  /** Goes on with Tab until the focus is where it is wanted; a stop that never comes fails. */
  const tabTo = async (name: string | RegExp, backwards = false): Promise<void> => {
    for (let i = 0; i < 80; i++) {
      await keyboard.press(backwards ? "Shift+Tab" : "Tab");
      const at = await side.evaluate(() => {
        const e = document.activeElement as HTMLInputElement | null;
        const label = e?.closest("label")?.textContent ?? e?.labels?.[0]?.textContent;
        return (e?.getAttribute("aria-label") ?? label ?? e?.textContent ?? "").trim();
      });
      if (typeof name === "string" ? at === name : name.test(at)) return;
    }
    throw new Error(`no way to ${name} by keys`);
  };
  await tabTo("平台");
  await keyboard.press("Enter");
  await expect(side.getByRole("searchbox")).toBeVisible();
  await tabTo("对照", true);
  await keyboard.press("Enter");
  await expect(side.locator(".column-name")).toHaveText(["SHEIN", "1688"]);

  await tabTo("添加平台");
  await keyboard.type("taote");
  await expect(side.getByRole("option").first()).toHaveAttribute("aria-selected", "true");
  await keyboard.press("Enter");
  await expect(side.locator(".column-name")).toHaveText(["SHEIN", "1688", "淘特"]);

  await tabTo("筛选");
  await keyboard.press("Enter");
  await tabTo("事实");
  await keyboard.press("Space");
  for (const meta of await side.locator("td .claim-meta").allTextContents()) expect(meta).toMatch(/^事实/);

  await tabTo("平台对照表");
  const before = await side.locator(".table-scroll").evaluate((e) => e.scrollTop);
  await keyboard.press("PageDown");
  await expect.poll(() => side.locator(".table-scroll").evaluate((e) => e.scrollTop)).toBeGreaterThan(before);
  await tabTo("淘特左移一列");
  await keyboard.press("Enter");
  await expect(side.locator(".column-name")).toHaveText(["SHEIN", "淘特", "1688"]);
  await tabTo(/^再看\d+条$/);
  await keyboard.press("Enter");
  await expect(side.getByRole("button", { name: "收起" }).first()).toBeFocused();

  await tabTo("带走", true);
  await keyboard.press("Enter");
  await tabTo("Markdown");
  await keyboard.press("Escape");
  await expect(side.getByRole("button", { name: "带走" })).toBeFocused();
  await keyboard.press("Enter");
  await tabTo("本视图的地址");
  await tabTo("CSV 表格");
  const [download] = await Promise.all([side.waitForEvent("download"), keyboard.press("Enter")]);
  const { data } = Papa.parse<string[]>(readFileSync(await download.path(), "utf8").trim());
  expect(new Set(data.slice(1).map((row) => row[2]))).toEqual(new Set(["SHEIN", "淘特", "1688"]));
});
