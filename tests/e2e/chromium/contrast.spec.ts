/** Contrast where pages differ most: what is drawn over them, measured in what the browser painted. */
import type { Page, Worker } from "playwright/test";
import { ContentWorld, expect, hoverName, serve, test } from "../chromium.ts";
import { pageOf } from "../pages.ts";

type Pixel = [number, number, number];

/**
 * Pages by their ground; the faint text is as light as text of 4.5:1 may be. The colour that it would inherit is the
 * ground's own: a line in that colour could not be seen.
 */
const grounds: Record<string, { style: string; faint: string }> = {
  light: { style: "background:#fff;color:#fff", faint: "#767676" },
  dark: { style: "background:#000;color:#000", faint: "#757575" },
  photographic: {
    style:
      "color:#fff;background:repeating-conic-gradient(from 10deg at 30% 40%,#1d3b2a 0 20deg,#3c2b1b 20deg 45deg,#123 45deg 70deg,#402028 70deg 90deg)",
    faint: "#fff",
  },
};

/** WCAG 2.2: relative luminance, and the ratio of two. */
function luminance(pixel: Pixel): number {
  const [r, g, b] = pixel.map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}
function ratio(a: Pixel, b: Pixel): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** The pixels of a part of the page, row by row. */
async function pixels(
  page: Page,
  blank: Page,
  clip: { x: number; y: number; width: number; height: number },
): Promise<Pixel[][]> {
  const png = (await page.screenshot({ clip })).toString("base64");
  return blank.evaluate(async (data) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const context = new OffscreenCanvas(image.width, image.height).getContext(
      "2d",
    ) as OffscreenCanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    const all = context.getImageData(0, 0, image.width, image.height).data;
    return Array.from({ length: image.height }, (_, y) =>
      Array.from({ length: image.width }, (_, x) => {
        const at = 4 * (y * image.width + x);
        return [all[at] ?? 0, all[at + 1] ?? 0, all[at + 2] ?? 0] as [number, number, number];
      }),
    );
  }, png);
}

/** Row by row, how far each pixel that has changed stands out from what was there. */
function changes(before: Pixel[][], after: Pixel[][]): number[][] {
  return after.map((row, y) =>
    row.flatMap((pixel, x) => {
      const was = before[y]?.[x] ?? pixel;
      return String(was) === String(pixel) ? [] : [ratio(was, pixel)];
    }),
  );
}

/** A computed colour, or the first in a list such as a shadow. */
const rgb = (color: string): Pixel => (color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number) as Pixel;

/** Of the ring, and of its computed style, which goes by `look`. */
const inRing = <T>(world: ContentWorld, expression: string): Promise<T> =>
  world.run(`(() => { for (const host of document.querySelectorAll("qiju-card")) {
    const ring = chrome.dom.openOrClosedShadowRoot(host).querySelector(".ring");
    if (ring) { const look = getComputedStyle(ring); return (${expression}); } } return null; })()`);

const choose = (worker: Worker, marks: string): Promise<void> =>
  worker.evaluate(`chrome.storage.sync.set({ settings: { language: "zh", marks: "${marks}" } })`);

const step = (worker: Worker): Promise<void> =>
  worker.evaluate(`chrome.tabs.query({ active: true }).then(([tab]) =>
    chrome.tabs.sendMessage(tab.id, { id: 1, type: "step", data: 1, timestamp: Date.now() }, { frameId: 0 }))`);

for (const [name, { style, faint }] of Object.entries(grounds)) {
  test(`underline, ring and card can be told from a ${name} page`, async ({ context, extensionId, worker }) => {
    const url = "https://www.163.com/contrast.html";
    await serve(
      context,
      url,
      pageOf(
        `<p id=faint style="color:${faint};font-size:20px">逛淘宝买</p><p style="color:${faint}">看抖音、京东和拼多多的1688</p>`,
        `<style>html,body{min-height:100vh;margin:0}body{${style};padding:40px}</style>`,
      ),
    );
    await choose(worker, "none");
    const blank = await context.newPage();
    const page = await context.newPage();
    for (const colorScheme of ["light", "dark"] as const) {
      // The reader's own system may be the other way round than the page.
      await page.emulateMedia({ colorScheme });
      await choose(worker, "none");
      await page.goto(url);
      const world = await ContentWorld.of(page, extensionId);
      const box = await page.locator("#faint").boundingBox();
      if (!box) throw new Error("no text");
      const strip = { x: Math.floor(box.x), y: Math.floor(box.y), width: 90, height: Math.ceil(box.height) + 6 };
      const bare = await pixels(page, blank, strip);
      await choose(worker, "all");
      await expect.poll(() => world.marked()).toContain("淘宝");
      const marked = await pixels(page, blank, strip);
      // The line is the lowest row in which much has changed: glyphs may be painted a shade otherwise.
      const line = changes(bare, marked).findLast((row) => row.length >= 10) ?? [];
      expect(line.filter((r) => r >= 3).length, `${colorScheme}: underline`).toBeGreaterThanOrEqual(10);

      const around = { ...strip, x: strip.x - 8, y: strip.y - 8, width: 110, height: strip.height + 16 };
      const without = await pixels(page, blank, around);
      await step(worker);
      await expect.poll(() => inRing(world, "ring.getBoundingClientRect().width")).toBeGreaterThan(0);
      const tones = await inRing<[string, string]>(world, "[look.outlineColor, look.boxShadow]");
      // At 9:1 between the two, one of them has 3:1 to any ground there may be, the greys in the middle as well.
      expect(ratio(rgb(tones[0]), rgb(tones[1])), `${colorScheme}: the ring's tones`).toBeGreaterThanOrEqual(9);
      const drawn = changes(without, await pixels(page, blank, around)).flat();
      // Of its two tones one stands out wherever it lies.
      expect(drawn.length).toBeGreaterThan(200);
      expect(drawn.filter((r) => r >= 3).length / drawn.length, `${colorScheme}: ring`).toBeGreaterThan(0.3);
      await page.keyboard.press("Escape");

      await hoverName(page, world, "抖音");
      /** Every text of the card with its colour and the first ground below it that is not clear. */
      const texts = await world.inCard<{ text: string; color: string; ground: string }[]>(`(() => {
        const found = [];
        for (const element of root.querySelectorAll(".card, .card *")) {
          const own = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim() !== "");
          if (!own || !element.checkVisibility()) continue;
          let at = element;
          while (at && /rgba\\(.*, 0\\)|transparent/.test(getComputedStyle(at).backgroundColor)) at = at.parentElement;
          found.push({ text: element.textContent.trim().slice(0, 12), color: getComputedStyle(element).color, ground: getComputedStyle(at).backgroundColor });
        }
        return found;
      })()`);
      expect(texts?.length).toBeGreaterThan(8);
      const faintOnes = (texts ?? []).filter(({ color, ground: below }) => ratio(rgb(color), rgb(below)) < 4.5);
      expect(faintOnes, `${colorScheme}: card`).toEqual([]);
      await page.keyboard.press("Escape");
    }
  });
}
