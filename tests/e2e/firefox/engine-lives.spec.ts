/** The page's engine over the life of the page and of the extension, in Firefox. */

import { expect } from "playwright/test";
import type { Firefox, Tab } from "../bidi.ts";
import { marks, namesIn } from "../engine/case.ts";
import { inFirefox } from "../engine/firefox.ts";
import { comesBack, fallsSilent, namingPage, newCopyAnswers } from "../engine/lives.ts";
import { ADDON, extensionFolder, launchFirefox, panelUrl, test as withSite } from "../firefox.ts";
import { pageOf } from "../pages.ts";

const HERE = "https://www.163.com/engine/lives.html";
const ELSEWHERE = "https://www.163.com/engine/next.html";

/** A browser for each case: the extension goes in some. Its page's console stays without errors. */
const test = withSite.extend<{ own: { firefox: Firefox; tab: Tab } }>({
  own: async ({ site }, use) => {
    const firefox = await launchFirefox(site);
    site.serve(HERE, namingPage);
    site.serve(ELSEWHERE, pageOf("<p>下一页</p>"));
    const tab = await firefox.newTab();
    const errors = firefox.errorsIn(tab);
    await tab.goto(HERE);
    await use({ firefox, tab });
    await firefox.close();
    expect(errors).toEqual([]);
  },
});

/** Switches the extension off or on, as on the browser's page of add-ons. */
function addon(firefox: Firefox, what: "disable" | "enable"): Promise<void> {
  return firefox.inWindow(`AddonManager.getAddonByID("${ADDON}").then((addon) => addon.${what}())`);
}

test("a page that comes back from the browser's cache is read further, and answers", async ({ own }) => {
  const { firefox, tab } = own;
  await comesBack(
    inFirefox(firefox, tab),
    () => tab.goto(ELSEWHERE),
    () => tab.traverse(-1),
  );
});

test("the panel follows a page that is left and comes back, and the one between", async ({ own }) => {
  const { firefox, tab } = own;
  // In a tab behind the page, which is then the one in front: a sidebar cannot be opened by a test.
  const panel = await firefox.newTab("background");
  await panel.goto(`${panelUrl}#/page`, "none");
  const names = (): Promise<string[]> =>
    panel.run(`[...document.querySelectorAll(".page-list .page-name")].map((e) => e.textContent)`);
  await expect.poll(names).toEqual(["Douyin"]);
  await comesBack(
    inFirefox(firefox, tab),
    async () => {
      await tab.goto(ELSEWHERE);
      await expect.poll(names).toEqual([]);
      await tab.run(`document.body.append("闲鱼")`);
      await expect.poll(names).toEqual(["Xianyu"]);
    },
    () => tab.traverse(-1),
  );
  await expect.poll(names).toEqual(["Pinduoduo", "Taobao", "JD.com"]);
});

test("after the extension is removed marks and card are gone", async ({ own }) => {
  const { firefox, tab } = own;
  await fallsSilent(inFirefox(firefox, tab), () => firefox.uninstallExtension(ADDON));
});

test("after the extension is switched off marks and card are gone", async ({ own }) => {
  const { firefox, tab } = own;
  await fallsSilent(inFirefox(firefox, tab), () => addon(firefox, "disable"));
});

test("after an update the new copy of the script alone marks and answers", async ({ own }) => {
  const { firefox, tab } = own;
  const page = inFirefox(firefox, tab);
  await newCopyAnswers(page, async () => {
    await firefox.installExtension(extensionFolder);
    return page;
  });
});

test("what an old copy marked is not marked any more where the new one does not name it", async ({ own }) => {
  const { firefox, tab } = own;
  const page = inFirefox(firefox, tab);
  await marks(page, ["抖音"]);
  await addon(firefox, "disable");
  // Nobody hears of it: the old range lies over what stands there now.
  await tab.run(`void (document.querySelector("p").firstChild.nodeValue = "无人")`);
  expect(await tab.run(namesIn("window"))).toEqual(["无人"]);
  await addon(firefox, "enable");
  await marks(page, []);
  await tab.run(`document.body.insertAdjacentHTML("beforeend", "<p>淘宝</p>")`);
  await marks(page, ["淘宝"]);
});
