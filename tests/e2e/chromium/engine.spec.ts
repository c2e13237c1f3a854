/** What the engine reads and marks on pages as they come: a case for each thing that a page can do. */
import { expect, hoverName, serve, serviceWorker } from "../chromium.ts";
import {
  type EngineCase,
  frameBody,
  frameCases,
  frameUrl,
  leftAloneCases,
  MARKED_WITH_FRAME,
  markCases,
  movingText,
  readCases,
} from "../engineCases.ts";
import { test } from "../engineReader.ts";
import { pageOf } from "../pages.ts";

function declare(cases: readonly EngineCase[]): void {
  for (const { name, body, head, steps } of cases) {
    test(name, async ({ read }) => {
      const { page, marks } = await read(body, head);
      for (const step of steps) {
        if (step.act) await page.evaluate(`(() => { ${step.act} })()`);
        await marks(step.marks);
      }
    });
  }
}

test.describe("what is read", () => {
  declare(readCases);

  test("an open shadow root", async ({ read }) => {
    const { world } = await read(
      `<div id="h"></div><script>document.getElementById("h").attachShadow({ mode: "open" }).innerHTML = "<p>抖音</p>"</script>`,
    );
    await expect
      .poll(() => world.run(`[...(CSS.highlights.get("qiju") ?? [])].map((r) => r.startContainer.data).join()`))
      .toBe("抖音");
  });

  test("a shadow root that comes late, and without any other change", async ({ read }) => {
    const { page, world, marks } = await read(`<p>淘宝</p><div id="h"></div>`);
    await marks(["淘宝"]);
    await page.evaluate(() => {
      const host = document.querySelector("#h") as HTMLElement;
      host.attachShadow({ mode: "open" }).innerHTML = "<p>抖音</p>";
    });
    const size = (): Promise<number> => world.run(`CSS.highlights.get("qiju").size`);
    await expect.poll(size, { timeout: 15_000 }).toBe(2);
  });

  for (const [name, frame] of frameCases) {
    test(name, async ({ read, browserWithUs: { context } }) => {
      await serve(context, frameUrl, pageOf(frameBody));
      const { page } = await read(`<p>抖音</p>${frame}`);
      await expect.poll(() => page.evaluate(MARKED_WITH_FRAME)).toEqual([1, 1]);
    });
  }

  test("text that moves into a frame and out again", async ({ read }) => {
    const { page } = await read(movingText.body);
    for (const { act, marked } of movingText.steps) {
      await page.evaluate(act);
      await expect.poll(() => page.evaluate(MARKED_WITH_FRAME)).toEqual(marked);
    }
  });

  test("what answers the pointer in a document that its script wrote anew", async ({ read }) => {
    const { page, world, marks } = await read("<p>抖音</p>");
    await marks(["抖音"]);
    await page.evaluate(() => {
      document.open();
      document.write("<!doctype html><body><p>写的是<b>淘宝</b></p></body>");
      document.close();
    });
    await marks(["淘宝"]);
    expect(await hoverName(page, world, "淘宝")).toContain("淘宝");
    await page.keyboard.press("Escape");
    await expect.poll(() => world.cardText()).toBeNull();
  });
});

test.describe("what is left alone", () => {
  declare(leftAloneCases);

  test("print", async ({ read }) => {
    const { page, marks } = await read("<p>抖音</p>");
    await marks(["抖音"]);
    const line = (): Promise<string> =>
      page.evaluate(
        () => getComputedStyle(document.querySelector("p") as Element, "::highlight(qiju)").textDecorationLine,
      );
    expect(await line()).toBe("underline");
    await page.emulateMedia({ media: "print" });
    expect(await line()).toBe("none");
  });

  test("our own elements", async ({ read }) => {
    const { page, world, marks } = await read("<p>抖音</p>");
    await marks(["抖音"]);
    await hoverName(page, world, "抖音");
    await page.evaluate(() =>
      document.body.append(Object.assign(document.createElement("p"), { textContent: "京东" })),
    );
    await marks(["抖音", "京东"]);
  });
});

test.describe("marks", () => {
  declare(markCases);

  test("are of the first mention in a section, while every mention answers", async ({ read }) => {
    const { page, world, marks } = await read("<p>抖音和抖音</p><p>再说抖音，还是<b>抖音</b></p>");
    await marks(["抖音"]);
    const box = await page.locator("b").boundingBox();
    await page.mouse.move((box?.x ?? 0) + 10, (box?.y ?? 0) + 10);
    await page.mouse.move((box?.x ?? 0) + 12, (box?.y ?? 0) + 12);
    await expect.poll(() => world.cardText()).not.toBeNull();
  });

  test("of all, or none, as the reader wishes", async ({ read, browserWithUs: { context } }) => {
    const { marks } = await read("<p>抖音和抖音</p>");
    const worker = await serviceWorker(context);
    const wish = (which: string): Promise<void> =>
      worker.evaluate(`chrome.storage.sync.set({ settings: { marks: "${which}" } })`);
    await wish("all");
    await marks(["抖音", "抖音"]);
    await wish("none");
    await marks([]);
    await wish("first");
    await marks(["抖音"]);
  });

  test("come back with the pointer, where nothing else tells that the page took them", async ({ read }) => {
    const { page, marks } = await read("<p>抖音</p>");
    await marks(["抖音"]);
    await page.evaluate(() => CSS.highlights.clear());
    await page.mouse.move(50, 50);
    await marks(["抖音"]);
  });

  test("and a card come again when the page removed our host", async ({ read }) => {
    const { page, world } = await read("<p>抖音</p>");
    await hoverName(page, world, "抖音");
    await page.evaluate(() => document.querySelector("qiju-card")?.remove());
    await page.mouse.move(500, 500);
    expect(await hoverName(page, world, "抖音")).toContain("抖音");
  });
});
