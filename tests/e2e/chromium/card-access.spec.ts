/** The card and the sheet as axe sees them: their content in a page of its own, since no tool enters a closed root. */
import { AxeBuilder } from "@axe-core/playwright";
import { ContentWorld, chooseLanguage, expect, hoverName, launch, serve, serviceWorker, test } from "../chromium.ts";
import { pageOf } from "../pages.ts";

const URL_163 = "https://www.163.com/dy/article/1.html";

test("axe finds nothing on card and sheet, in light, dark and forced colours", async () => {
  test.setTimeout(120_000);
  for (const width of [1000, 390]) {
    const { context, close } = await launch({ viewport: { width, height: 760 } });
    const worker = await serviceWorker(context);
    const id = new URL(worker.url()).host;
    await chooseLanguage(worker, "zh");
    await serve(context, URL_163, pageOf("<p>外卖平台饿了么换了招牌，淘宝和京东看着，1688也是平台。</p>"));
    const page = await context.newPage();
    await page.goto(URL_163);
    const world = await ContentWorld.of(page, id);
    for (const name of ["饿了么", "京东"]) {
      await hoverName(page, world, name);
      const [style, card] = (await world.inCard<[string, string]>(
        `[[...root.adoptedStyleSheets[0].cssRules].map((rule) => rule.cssText).join("\\n"), root.querySelector(".card").outerHTML]`,
      )) ?? ["", ""];
      await page.keyboard.press("Escape");
      await page.mouse.move(5, 5);
      const alone = await context.newPage();
      await alone.setContent(
        `<!doctype html><html lang="zh-Hans"><title>card</title><style>${style}</style><main><h1>card</h1>${card}</main></html>`,
      );
      await alone.locator("summary").click();
      for (const colors of ["light", "dark", "forced"] as const) {
        await alone.emulateMedia({
          colorScheme: colors === "dark" ? "dark" : "light",
          forcedColors: colors === "forced" ? "active" : "none",
        });
        const { violations } = await new AxeBuilder({ page: alone }).analyze();
        expect(
          violations.map((v) => `${name} ${colors}: ${v.id} ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`),
        ).toEqual([]);
      }
      await alone.close();
    }
    await close();
  }
});
