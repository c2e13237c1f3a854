/** What becomes of a page when the extension or the page itself goes and comes back. The same in both browsers. */
import { expect } from "playwright/test";
import { pageOf } from "../pages.ts";
import { type EnginePage, line, marks, namesIn } from "./case.ts";

/** Says, in `seen`, how it came: once when it is loaded, once more at every return. */
export const namingPage = pageOf(
  "<p>抖音</p>",
  "<script>window.seen = []; addEventListener('pageshow', (e) => window.seen.push(e.persisted ? 'kept' : 'loaded'))</script>",
);

const hosts = `document.querySelectorAll("qiju-card").length`;

/** How many of our elements can be seen. */
const shown = (page: EnginePage): Promise<number> =>
  page.run(
    `[...document.querySelectorAll("qiju-card")].filter((e) => e.checkVisibility({ visibilityProperty: true })).length`,
  );

/** Longer than a card takes to show, by the page's clock. */
const longer = (page: EnginePage): Promise<unknown> => page.run("new Promise((done) => setTimeout(done, 800))");

/** Moves over the page's first name and rests there. */
async function rest(page: EnginePage): Promise<void> {
  const { x, y } = await page.run<{ x: number; y: number }>(
    `(() => { const b = document.querySelector("p").getBoundingClientRect(); return { x: b.x + 12, y: b.y + b.height / 2 }; })()`,
  );
  await page.move(x - 3, y);
  await page.move(x, y);
  await longer(page);
}

/** After the end of the extension, over an open card: marks and card are gone, and nothing is read or answered any more. */
export async function fallsSilent(page: EnginePage, end: () => Promise<void>): Promise<void> {
  await marks(page, ["抖音"]);
  await page.hover("抖音");
  expect(await shown(page)).toBe(1);
  await end();
  await expect.poll(() => shown(page)).toBe(0);
  const drawn = async (): Promise<string[]> =>
    (await line(page, "p")) === "none" ? [] : await page.run(namesIn("window"));
  await expect.poll(drawn, { timeout: 15_000 }).toEqual([]);
  await page.run(`document.body.insertAdjacentHTML("beforeend", "<p>淘宝</p>")`);
  await rest(page);
  expect(await shown(page)).toBe(0);
  expect(await drawn()).toEqual([]);
  expect(await page.run(namesIn("window"))).not.toContain("淘宝");
}

/** Where a new copy of the script comes into the page, over an open card of the old one: it alone marks and answers. */
export async function newCopyAnswers(page: EnginePage, comes: () => Promise<EnginePage>): Promise<void> {
  await marks(page, ["抖音"]);
  await page.hover("抖音");
  // A script of ours says to its older copies that it has started.
  await page.run(`(() => {
    window.started = 0;
    addEventListener("message", ({ data }) => { if (/content-script-started/.test(data?.type)) window.started += 1; });
  })()`);
  const again = await comes();
  await expect.poll(() => again.run("window.started")).toBe(1);
  await expect.poll(() => shown(again)).toBe(0);
  expect(await again.run(hosts)).toBe(0);
  await marks(again, ["抖音"]);
  await again.run(`document.body.insertAdjacentHTML("beforeend", "<p>淘宝</p>")`);
  await marks(again, ["抖音", "淘宝"]);
  expect(await again.hover("淘宝")).toContain("淘宝");
  await longer(again);
  expect(await again.run(hosts)).toBe(1);
  await again.pressEscape();
  await expect.poll(() => again.run(hosts)).toBe(0);
  await again.run(`document.querySelector("p").remove()`);
  await marks(again, ["淘宝"]);
}

/** A page that is left with a card open, and comes back as it was left, changed on the way: read further, and answering. */
export async function comesBack(
  page: EnginePage,
  leave: () => Promise<void>,
  back: () => Promise<void>,
): Promise<void> {
  await marks(page, ["抖音"]);
  // Changed before it goes, too late to be read before; and when it is back, before we hear of it.
  await page.run(`(() => {
    const add = (text) => document.body.append(Object.assign(document.createElement("p"), { textContent: text }));
    addEventListener("pagehide", () => add("淘宝"));
    addEventListener("pageshow", () => { CSS.highlights.clear(); add("京东"); });
  })()`);
  await page.hover("抖音");
  await leave();
  await back();
  await expect.poll(() => page.run("window.seen")).toEqual(["loaded", "kept"]);
  await marks(page, ["抖音", "淘宝", "京东"]);
  await page.move(700, 500);
  await expect.poll(() => shown(page)).toBe(0);
  expect(await page.hover("京东")).toContain("京东");
  await page.run(`document.querySelector("p").replaceChildren("拼多多")`);
  await marks(page, ["拼多多", "淘宝", "京东"]);
}
