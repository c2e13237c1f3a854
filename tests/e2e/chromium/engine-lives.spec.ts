/** The page's engine over the life of the page and of the extension. */
import type { BrowserContext, Page } from "playwright/test";
import {
  test as base,
  ContentWorld,
  chooseLanguage,
  clickToolbar,
  expect,
  launch,
  serve,
  serviceWorker,
} from "../chromium.ts";
import { errorsOf, inChromium } from "../engine/chromium.ts";
import { comesBack, fallsSilent, namingPage, newCopyAnswers } from "../engine/lives.ts";
import { pageOf } from "../pages.ts";
import { openSide } from "../sidepanel.ts";

const LISTED = "https://www.163.com/engine/lives.html";
const ELSEWHERE = "https://www.163.com/engine/next.html";
/** Read where the reader wishes it, by a script that is put into the page. */
const UNLISTED = "https://www.example.org/lives.html";

interface Own {
  context: BrowserContext;
  id: string;
  page: Page;
  errors: string[];
}

/** A browser for each case: the extension goes in some. Its page's console stays without errors. */
const test = base.extend<{ own: Own }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's shape
  own: async ({}, use) => {
    const { context, close } = await launch({ language: "en", keepsPages: true });
    const id = new URL((await serviceWorker(context)).url()).host;
    for (const url of [LISTED, UNLISTED]) await serve(context, url, namingPage);
    await serve(context, ELSEWHERE, pageOf("<p>下一页</p>"));
    const page = await context.newPage();
    const errors = errorsOf(page);
    await use({ context, id, page, errors });
    await close();
    expect(errors).toEqual([]);
  },
});

async function handled({ page, id }: Own) {
  return inChromium(page, await ContentWorld.of(page, id));
}

/** Evaluates on the browser's page of extensions, which is closed again. */
async function asManager(context: BrowserContext, expression: string): Promise<void> {
  const control = await context.newPage();
  await control.goto("chrome://extensions");
  await control.evaluate(expression);
  await control.close();
}

const enabled = (id: string, on: boolean): string =>
  `new Promise((done) => chrome.management.setEnabled("${id}", ${on}, done))`;

const leave = async (page: Page): Promise<void> => void (await page.goto(ELSEWHERE));

async function back(page: Page): Promise<void> {
  // The page goes while it answers, and the driver's handle with it.
  await page.evaluate("history.back()").catch(() => {});
  await expect(async () => expect(await page.evaluate("location.href")).toBe(LISTED)).toPass({ timeout: 10_000 });
}

test("a page that comes back from the browser's cache is read further, and answers", async ({ own }) => {
  const { page } = own;
  await page.goto(LISTED);
  await comesBack(
    await handled(own),
    () => leave(page),
    () => back(page),
  );
});

test("a page that comes back beside the panel is listed there again, with what is read then", async ({ own }) => {
  const { page, context, id } = own;
  await chooseLanguage(await serviceWorker(context), "zh");
  await page.goto(LISTED);
  const side = await openSide(context, page, id, "抖音");
  await side.getByRole("link", { name: "本页" }).click();
  const names = side.locator(".page-list .page-name");
  await expect(names).toHaveCount(1);
  await comesBack(
    await handled(own),
    async () => {
      await leave(page);
      await expect(names).toHaveCount(0);
    },
    () => back(page),
  );
  await expect(names).toHaveText(["拼多多", "淘宝", "京东"]);
});

test("after the extension is switched off marks and card are gone", async ({ own }) => {
  const { page, context, id } = own;
  await page.goto(LISTED);
  const world = await ContentWorld.of(page, id);
  await fallsSilent(inChromium(page, world), async () => {
    const button = await world.inCard<{ x: number; y: number }>(
      `(() => { const b = root.querySelector("[data-act=compare]").getBoundingClientRect(); return { x: b.x + b.width / 2, y: b.y + b.height / 2 }; })()`,
    );
    await asManager(context, enabled(id, false));
    await page.bringToFront();
    // Pressed before the old script knows that nobody hears it any more.
    await page.mouse.click(button?.x ?? 0, button?.y ?? 0);
  });
});

/** Has the extension read the page by a click in its popup. */
async function readHere({ context, page, id }: Own): Promise<void> {
  const popup = await clickToolbar(context, page, id);
  await popup.click({ text: "Read this page" });
  await expect.poll(() => popup.text()).toContain("only this page was read");
  await popup.send("Page.close").catch(() => {});
}

test("where a second copy comes by a grant, the first one yields", async ({ own }) => {
  const { page, context, id } = own;
  await page.goto(UNLISTED);
  await readHere(own);
  // The browser's own question is answered beforehand.
  await asManager(context, `chrome.developerPrivate.addHostPermission("${id}", "https://www.example.org/*")`);
  await page.bringToFront();
  await newCopyAnswers(await handled(own), async () => {
    const popup = await clickToolbar(context, page, id);
    await popup.click({ text: "Always read this site" });
    return handled(own);
  });
});

test("after an update the new copy of the script alone marks and answers", async ({ own }) => {
  const { page, context, id } = own;
  await page.goto(UNLISTED);
  await readHere(own);
  await newCopyAnswers(await handled(own), async () => {
    const next = context.waitForEvent("serviceworker");
    await asManager(
      context,
      `chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }).then(() => chrome.developerPrivate.reload("${id}", { failQuietly: true }))`,
    );
    await next;
    await readHere(own);
    return handled(own);
  });
});

test("a page of a listed site that was open before an update is read from the popup, at once", async ({ own }) => {
  const { page, context, id } = own;
  await page.goto(LISTED);
  await newCopyAnswers(await handled(own), async () => {
    for (const on of [false, true]) await asManager(context, enabled(id, on));
    const popup = await clickToolbar(context, page, id);
    await expect.poll(() => popup.text()).toContain("was not read yet");
    await popup.click({ text: "Read this page" });
    await expect.poll(() => popup.text()).toMatch(/Douyin\s*1×/);
    expect(await popup.text()).not.toContain("was not read yet");
    await popup.send("Page.close").catch(() => {});
    return handled(own);
  });
});
