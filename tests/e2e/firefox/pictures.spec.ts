/** The panel's pictures in a tab of Firefox: drawn, opened, told as a list too, no wider than the window. */
import { expect, panelUrl, test } from "../firefox.ts";

/** For each picture: what is drawn, what is pressed, and what that shows. */
const pictures: { hash: string; drawn: string; press: string; shows: string; told: string }[] = [
  {
    hash: "#/timeline?p=douyin,jd",
    drawn: ".timeline-plot .event",
    press: ".timeline-plot .event",
    shows: ".picture-detail .claim-text",
    told: ".timeline-events > li",
  },
  {
    hash: "#/convergence?p=douyin,alibaba-group",
    drawn: ".matrix-mark",
    press: ".matrix-mark",
    shows: ".matrix-detail .claim",
    told: "table th[scope=row]",
  },
  {
    hash: "#/relations?p=alibaba-group,douyin",
    drawn: "svg .node",
    press: "svg [role=button].node",
    shows: ".picture-detail",
    told: ".relations-list li",
  },
  {
    hash: "#/charts?p=douyin,jd",
    drawn: ".chart .chart-bar",
    press: ".chart-claims-button",
    shows: ".chart-claims .claim",
    told: ".chart-table th[scope=row]",
  },
];

test("timeline, convergence, relations and charts in a tab", async ({ firefox }) => {
  const tab = await firefox.newTab();
  for (const { hash, drawn, press, shows, told } of pictures) {
    await tab.goto("about:blank");
    await tab.goto(`${panelUrl}${hash}`, "none");
    const count = (selector: string): Promise<number> =>
      tab.run(`document.querySelectorAll(${JSON.stringify(selector)}).length`);
    await expect.poll(() => count(drawn), hash).toBeGreaterThan(4);
    expect(await count(told), hash).toBeGreaterThan(4);
    await tab.run(
      `document.querySelector(${JSON.stringify(press)}).dispatchEvent(new MouseEvent("click", { bubbles: true }))`,
    );
    await expect.poll(() => count(shows), hash).toBeGreaterThan(0);
    expect(await tab.run("document.documentElement.scrollWidth <= innerWidth"), hash).toBe(true);
    // Those chosen stand in the address, which leads back to the same picture.
    expect(await tab.run("location.hash")).toBe(hash);
  }
});
