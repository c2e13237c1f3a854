import { expect, panelUrl, test } from "../firefox.ts";

/** What each address shows, as text that only that view has. */
const views: [string, string][] = [
  ["#/compare?p=jd,taobao&diff=1", "Differences only"],
  ["#/platform/alibaba-1688", "What competitors do"],
  ["#/platform", "Find a platform"],
  ["#/terms/shelf-ecommerce", "All terms"],
  ["#/sources/004", "All sources"],
  ["#/names", "Names you added"],
  ["#/page", "fills this tab"],
];

test("every view opens in a tab by its address", async ({ firefox }) => {
  for (const [hash, text] of views) {
    const tab = await firefox.newTab();
    await tab.goto(`${panelUrl}${hash}`, "none");
    const shown = (): Promise<string> =>
      tab.run(`document.body.innerText + [...document.querySelectorAll("input")].map((i) => i.placeholder).join(" ")`);
    await expect.poll(shown, hash).toContain(text);
    expect(await tab.run("location.hash")).toBe(hash);
    await firefox.send("browsingContext.close", { context: tab.context });
  }
});

test("a comparison is taken away as text and as a picture", async ({ firefox }) => {
  const tab = await firefox.newTab();
  await tab.goto(`${panelUrl}#/compare?p=jd,taobao`, "none");
  await expect.poll(() => tab.run(`document.querySelectorAll("td .claim").length`)).toBeGreaterThan(3);
  const saved = (item: string): Promise<{ type: string; size: number }> =>
    tab.run(`(async () => {
      let blob;
      const make = URL.createObjectURL;
      URL.createObjectURL = (b) => { blob = b; return make.call(URL, b); };
      try {
        document.querySelector(".take > button").click();
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        [...document.querySelectorAll(".take-item")].filter((b) => b.textContent === ${JSON.stringify(item)}).at(-1).click();
        while (!blob) await new Promise((done) => requestAnimationFrame(done));
      } finally {
        URL.createObjectURL = make;
      }
      return { type: blob.type, size: blob.size };
    })()`);
  expect(await saved("CSV table")).toMatchObject({ type: "text/csv;charset=utf-8" });
  const picture = await saved("PNG image");
  expect(picture.type).toBe("image/png");
  expect(picture.size).toBeGreaterThan(10_000);
});
