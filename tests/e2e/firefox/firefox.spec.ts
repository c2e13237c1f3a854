import { expect, hoverName, marked, panelUrl, test } from "../firefox.ts";
import { articleNames, demoPage } from "../pages.ts";

const URL_163 = "https://www.163.com/dy/article/1.html";

test("marks the names of the demo article without touching its HTML", async ({ firefox, site }) => {
  const article = demoPage("article").replace(
    "</head>",
    "<script>addEventListener('DOMContentLoaded', () => { window.before = document.documentElement.outerHTML; })</script></head>",
  );
  site.serve(URL_163, article);
  const tab = await firefox.newTab();
  await tab.goto(URL_163);
  await expect.poll(() => marked(tab)).toEqual(articleNames);
  expect(await tab.run("document.documentElement.outerHTML === window.before")).toBe(true);
});

test("shows a sourced card in a closed root", async ({ firefox, site }) => {
  site.serve(URL_163, demoPage("article"));
  const tab = await firefox.newTab();
  await tab.goto(URL_163);
  const text = await hoverName(tab, "1688");
  expect(text).toContain("1688");
  expect(text).toMatch(/Fact · .* · The 1688 piece s\d+/);
  expect(await tab.run(`document.querySelector("qiju-card").shadowRoot`)).toBeNull();
  await tab.movePointer(3, 3);
  await expect.poll(() => tab.run(`document.querySelectorAll("qiju-card").length`)).toBe(0);
});

test("compares platforms on the panel's page", async ({ firefox }) => {
  const tab = await firefox.newTab();
  await tab.goto(panelUrl, "none");
  const columns = (): Promise<string[]> =>
    tab.run(`[...document.querySelectorAll(".column-name")].map((e) => e.textContent)`);
  await expect.poll(columns).toEqual(["Douyin", "Alibaba Group"]);
  expect(await tab.run(`document.querySelectorAll(".table .claim").length`)).toBeGreaterThan(20);
});

test("the card's button opens the comparison in a tab", async ({ firefox, site }) => {
  site.serve(URL_163, demoPage("article"));
  const tab = await firefox.newTab();
  await tab.goto(URL_163);
  await hoverName(tab, "淘特");
  // The button is the card's last corner: right bottom, a little inside.
  const corner = await tab.run<{ x: number; y: number }>(
    `(() => { const b = document.querySelector("qiju-card").getBoundingClientRect(); return { x: b.right - 40, y: b.bottom - 24 }; })()`,
  );
  await tab.click(corner.x, corner.y);
  const opened = (): Promise<string[]> =>
    firefox.send<{ contexts: { url: string }[] }>("browsingContext.getTree").then((t) => t.contexts.map((c) => c.url));
  await expect.poll(opened).toContain(`${panelUrl}#/compare?p=taote,alibaba-1688`);
});
