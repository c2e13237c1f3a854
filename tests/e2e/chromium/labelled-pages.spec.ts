import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hasSharedData, sharedFolder } from "../../shared-data.ts";
import { expect, reported, serve, test } from "../chromium.ts";

test.skip(!hasSharedData, "the labelled pages are not here");

interface Gold {
  pages: { file: string; gold: { main: Record<string, number> }; ignore?: Record<string, number> }[];
}

/** How far each page's counts may be from the labels in all, with what is doubtful in the labels apart. */
const ALLOWED = 1;

test("finds on labelled pages what their labels count", async ({ context, worker }) => {
  expect(worker).toBeTruthy();
  const folder = join(sharedFolder, "evalset", "pages");
  const gold: Gold = JSON.parse(readFileSync(join(folder, "gold.json"), "utf8"));
  for (const { file, gold: counts, ignore = {} } of gold.pages) {
    const url = `https://www.163.com/${file}`;
    await serve(context, url, readFileSync(join(folder, file), "utf8"));
    const page = await context.newPage();
    await page.goto(url);
    const expected = Object.entries(counts.main).filter(([id]) => id !== "other");
    let differences: string[] = [];
    await expect
      .poll(async () => {
        const found = await reported(context);
        const ids = new Set([...expected.map(([id]) => id), ...found.keys()]);
        differences = [...ids].flatMap((id) => {
          const [want, got] = [counts.main[id] ?? 0, found.get(id) ?? 0];
          // A doubtful mention is neither wanted nor wrong.
          return got >= want && got <= want + (ignore[id] ?? 0) ? [] : [`${id}: labelled ${want}, found ${got}`];
        });
        return differences.length;
      })
      .toBeLessThanOrEqual(ALLOWED);
    console.log(`${file}: ${differences.length === 0 ? "as labelled" : differences.join("; ")}`);
    await page.close();
  }
});
