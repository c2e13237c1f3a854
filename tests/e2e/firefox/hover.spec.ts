/** How a card comes and goes in Firefox, by pointer and by keys, and what the toolbar's page does for a site. */
import { type Firefox, type RemoteNode, type Tab, textOf } from "../bidi.ts";
import { cardText, expect, extensionPage, hoverName, marked, test } from "../firefox.ts";
import { pageOf } from "../pages.ts";

/** The first node below that has an attribute with this value, shadow roots included. */
function find(node: RemoteNode | null | undefined, attribute: string, value: string): RemoteNode | undefined {
  if (!node?.value) return undefined;
  if (node.value.attributes?.[attribute] === value) return node;
  for (const child of [node.value.shadowRoot, ...(node.value.children ?? [])]) {
    const found = find(child, attribute, value);
    if (found) return found;
  }
  return undefined;
}

/** Moves to an element in a closed root and presses the button there. */
async function clickNode(firefox: Firefox, tab: Tab, node: RemoteNode | undefined): Promise<void> {
  const origin = { type: "element", element: { sharedId: node?.sharedId } };
  const actions = [
    { type: "pointerMove", x: 0, y: 0, origin },
    { type: "pointerDown", button: 0 },
    { type: "pointerUp", button: 0 },
  ];
  const parameters = { pointerType: "mouse" };
  await firefox.send("input.performActions", {
    context: tab.context,
    actions: [{ type: "pointer", id: "mouse", parameters, actions }],
  });
}

/** Longer than a card takes to show or to go, by the page's clock. */
const longer = (tab: Tab): Promise<unknown> => tab.run("new Promise((done) => setTimeout(done, 800))");
const hosts = (tab: Tab): Promise<number> => tab.run(`document.querySelectorAll("qiju-card").length`);
const gone = (tab: Tab): Promise<void> => expect.poll(() => hosts(tab)).toBe(0);

test("a card shows at rest, stays on the way to it, and goes with leaving, scrolling, typing and Escape; pinned it stays", async ({
  firefox,
  site,
}) => {
  const url = "https://www.163.com/hover.html";
  site.serve(url, pageOf(`<p>抖音，淘宝，京东，天猫，闲鱼</p><p style="height:3000px"></p>`));
  const tab = await firefox.newTab();
  await tab.goto(url);
  await expect.poll(() => marked(tab).then((m) => m.length)).toBe(5);

  // Passing by: over three names and away.
  await tab.run(
    `(() => { window.seen = 0; new MutationObserver((r) => { window.seen += r.length; }).observe(document.documentElement, { childList: true }); })()`,
  );
  const boxes = await tab.run<{ x: number; y: number; bottom: number }[]>(
    `[...CSS.highlights.get("qiju")].map((s) => { const r = document.createRange(); r.setStart(s.startContainer, s.startOffset); r.setEnd(s.endContainer, s.endOffset); const b = r.getBoundingClientRect(); return { x: b.x + b.width / 2, y: b.y + b.height / 2, bottom: b.bottom }; })`,
  );
  for (const { x, y } of boxes) await tab.movePointer(x, y);
  await tab.movePointer(900, 600);
  await longer(tab);
  expect(await tab.run("window.seen")).toBe(0);

  // From the name over the gap into the card, and away from both.
  expect(await hoverName(tab, "淘宝")).toContain("淘宝");
  const card = await tab.run<{ x: number; y: number }>(
    `(() => { const b = document.querySelector("qiju-card").getBoundingClientRect(); return { x: b.x + 60, y: b.y }; })()`,
  );
  for (const y of [card.y - 4, card.y + 20, card.y + 60]) await tab.movePointer(card.x, y);
  await longer(tab);
  expect(await cardText(tab)).toContain("淘宝");
  await tab.movePointer(900, 600);
  await gone(tab);

  for (const dismiss of [() => tab.wheel(60), () => tab.press("a"), () => tab.press("Escape")]) {
    await hoverName(tab, "京东");
    await dismiss();
    await gone(tab);
    await tab.movePointer(900, 600);
  }

  await hoverName(tab, "天猫");
  const pin = async (): Promise<RemoteNode | undefined> => find(await tab.tree("qiju-card"), "data-act", "pin");
  await clickNode(firefox, tab, await pin());
  expect((await pin())?.value?.attributes?.["aria-pressed"]).toBe("true");
  await tab.movePointer(900, 600);
  await tab.wheel(60);
  await longer(tab);
  expect(await cardText(tab)).toContain("天猫");
  await tab.press("Escape");
  await gone(tab);
});

test("the shortcut's ring steps through the names, opens with Enter, lets Tab into the card, gives the focus back", async ({
  firefox,
  site,
}) => {
  const url = "https://www.163.com/ring.html";
  site.serve(url, pageOf(`<input id="field"><p>淘宝在前，</p><p style="margin-top:1500px">淘宝又在后。</p>`));
  // Speaks to the page as the background does at the shortcut, which no test can press here.
  const own = await firefox.newTab();
  await own.goto(extensionPage("options"), "none");
  await expect.poll(() => own.run("document.querySelector('#file') !== null")).toBe(true);
  const tab = await firefox.newTab();
  await tab.goto(url);
  await expect.poll(() => marked(tab)).toEqual(["淘宝"]);
  await tab.run(`document.querySelector("#field").focus()`);
  await tab.press("a");
  const step = (direction: 1 | -1): Promise<unknown> =>
    own.run(`browser.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) =>
      browser.tabs.sendMessage(tab.id, { id: 1, type: "step", data: ${direction}, timestamp: Date.now() }, { frameId: 0 }))`);
  const label = async (): Promise<string> => {
    if ((await hosts(tab)) === 0) return "";
    return find(await tab.tree("qiju-card"), "class", "ring")?.value?.attributes?.["aria-label"] ?? "";
  };
  const focused = (): Promise<string> => tab.run("document.activeElement.id || document.activeElement.localName");

  await step(1);
  await expect.poll(label).toMatch(/1.*2/);
  const first = await label();
  expect(await focused()).toBe("qiju-card");
  await step(1);
  await expect.poll(label).toMatch(/2.*2/);
  // It was brought into view.
  expect(await tab.run("scrollY > 0")).toBe(true);
  await step(-1);
  await expect.poll(label).toBe(first);

  // Its scrolling is told of in the next frame, and would dismiss the card.
  await tab.run("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
  await tab.press("Enter");
  const card = async (): Promise<RemoteNode> => tab.tree("qiju-card:last-of-type");
  await expect.poll(async () => ((await hosts(tab)) === 2 ? textOf(await card()) : "")).toContain("淘宝");
  // What has the focus in a closed root nobody is told: the space bar shows when it is the pin.
  const pinned = async (): Promise<string | undefined> =>
    find(await card(), "data-act", "pin")?.value?.attributes?.["aria-pressed"];
  expect(await pinned()).toBe("false");
  for (let i = 0; i < 20 && (await pinned()) === "false"; i++) {
    await tab.press("Tab");
    await tab.press("Space");
  }
  expect(await pinned()).toBe("true");
  await tab.press("Escape");
  await expect.poll(() => hosts(tab)).toBe(1);
  expect(await label()).toBe(first);
  expect(await focused()).toBe("qiju-card");
  await tab.press("Escape");
  await gone(tab);
  expect(await focused()).toBe("field");
  await tab.press("b");
  expect(await tab.run(`document.querySelector("#field").value`)).toBe("ab");
  await firefox.send("browsingContext.close", { context: own.context });
});

test("the toolbar's page says who is named, and turns the site in front off and on", async ({ firefox, site }) => {
  const url = "https://www.163.com/popup.html";
  site.serve(url, pageOf("<p>逛小红书的人也逛淘宝，淘宝在卖。</p>"));
  const tab = await firefox.newTab();
  await tab.goto(url);
  await expect.poll(() => marked(tab)).toEqual(["小红书", "淘宝"]);
  // Behind the page, so that the page is the one in front, as it is under the popup.
  const popup = await firefox.newTab("background");
  await popup.goto(extensionPage("popup"), "none");
  const text = (): Promise<string> => popup.run(`document.body?.innerText ?? ""`);
  await expect.poll(text).toMatch(/(Taobao|淘宝)[\s\S]*2/);
  const stored = (): Promise<unknown> => popup.run("browser.storage.sync.get('sitesOff0').then((s) => s.sitesOff0)");
  await popup.run(`document.querySelector("#site").click()`);
  await expect.poll(() => marked(tab)).toEqual([]);
  expect(await stored()).toEqual(["163.com"]);
  await expect.poll(() => popup.run(`document.querySelector("#site").checked`)).toBe(false);
  await popup.run(`document.querySelector("#site").click()`);
  await expect.poll(() => marked(tab)).toEqual(["小红书", "淘宝"]);
  expect(await stored()).toEqual([]);
  await firefox.send("browsingContext.close", { context: popup.context });
});
