/** The store missing, empty, garbled, held by another tab, or refused; a background that is dead. */
import type { Page } from "playwright/test";
import { compile } from "../../../data/build/compile.ts";
import { serviceWorker } from "../chromium.ts";
import { expect, goTo, test } from "../sidepanel.ts";
import { change, deleteStore, holdOldVersion, leavePanel, look, refuseStore } from "../stored.ts";
import { stopWorkers } from "../workers.ts";

const { bundle } = compile();
const columns = (panel: Page) => panel.locator(".column-name");
const notice = (panel: Page) => panel.locator(".notice");
const whole = { hash: bundle.hash, claims: bundle.knowledge.claims.length };

test("missing: a store that is deleted under the open panel comes back by itself", async ({ inTab }) => {
  const panel = await inTab("#/compare?p=douyin,jd");
  await expect(columns(panel)).toHaveText(["抖音", "京东"]);
  await panel.evaluate(deleteStore);
  await expect.poll(() => panel.evaluate(look)).toMatchObject(whole);
  await expect(columns(panel)).toHaveText(["抖音", "京东"]);
  await expect(notice(panel)).toHaveCount(0);
});

test("empty, and garbled: what comes with the extension is shown, and the store written anew", async ({ inTab }) => {
  const first = await inTab("#/compare?p=douyin,jd");
  await expect(columns(first)).toHaveCount(2);
  for (const damage of [
    "claims.clear(); entities.clear();",
    "entities.put({ id: 'jd', names: null });",
    `claims.put({ id: ${JSON.stringify(bundle.knowledge.claims[0]?.id)} });`,
    "meta.clear(); claims.clear();",
  ]) {
    // A page without a connection of the panel's own, so that the damage is met at the next opening.
    await leavePanel(first);
    await first.evaluate(change(`notes.put({ entity: "jd", text: "mine", changed: 1 }); ${damage}`));
    const panel = await inTab("#/compare?p=douyin,jd");
    await expect(columns(panel)).toHaveText(["抖音", "京东"]);
    await expect.poll(() => panel.evaluate(look), damage).toMatchObject({ ...whole, note: "mine" });
    await expect(notice(panel)).toHaveCount(0);
    expect(await panel.locator(".claim").count()).toBeGreaterThan(5);
    await panel.close();
  }
});

test("blocked: an old version in another tab is named, and when it closes the panel goes on by itself", async ({
  inTab,
}) => {
  const old = await inTab("#/compare?p=jd,taobao");
  await expect(columns(old)).toHaveCount(2);
  await leavePanel(old);
  await holdOldVersion(
    old,
    `for (const name of ["meta", "entities", "claims", "terms", "groups", "dimensions", "documents", "pages", "moves", "notes"])
       store.createObjectStore(name, { keyPath: name === "meta" ? "key" : name === "notes" ? "entity" : "id" });
     tx.objectStore("notes").put({ entity: "jd", text: "old note", changed: 1 });`,
  );

  const panel = await inTab("#/compare?p=douyin,jd");
  await expect(notice(panel)).toContainText("另一个标签页还开着旧版棋局");
  await expect(columns(panel)).toHaveText(["抖音", "京东"]);
  await old.close();
  await expect(notice(panel)).toHaveCount(0);
  await expect.poll(() => panel.evaluate(look)).toMatchObject({ ...whole, note: "old note" });
});

test("blocked: a note that is written meanwhile is added to the one that nobody could see", async ({
  inTab,
  context,
}) => {
  const panel = await inTab("#/platform/jd");
  await panel.getByRole("button", { name: "写一条" }).click();
  await panel.getByRole("textbox", { name: "关于京东的笔记" }).fill("早先的一条");
  await expect(panel.getByText("已保存")).toBeVisible();
  await context.addInitScript(refuseStore);
  await panel.reload();
  await expect(notice(panel)).toBeVisible();
  await panel.getByRole("button", { name: "写一条" }).click();
  await panel.getByRole("textbox", { name: "关于京东的笔记" }).fill("看不见时写的");
  await expect(panel.getByText("暂存在这台电脑上")).toBeVisible();
  await panel.evaluate("allowStore()");
  await panel.getByRole("button", { name: "再试一次" }).click();
  await expect(notice(panel)).toHaveCount(0);
  // Without another look at the view, and once.
  await expect.poll(() => panel.evaluate(look)).toMatchObject({ note: "早先的一条\n\n看不见时写的" });
  await expect(panel.getByRole("textbox", { name: "关于京东的笔记" })).toHaveValue("早先的一条\n\n看不见时写的");
  await panel.getByRole("textbox", { name: "关于京东的笔记" }).fill("只留这一句");
  await expect.poll(() => panel.evaluate(look)).toMatchObject({ note: "只留这一句" });
});

test("on the real side panel: missing, garbled, blocked, refused, and a background that is dead", async ({
  side,
  article,
  context,
}) => {
  const bare = side.url().replace(/sidepanel\.html.*/, "manifest.json");
  const panelAt = side.url().replace(/#.*/, "#/compare?p=douyin,jd");
  const names = ["抖音", "京东"];
  await goTo(side, "#/compare?p=douyin,jd");
  await side.setViewportSize({ width: 1000, height: 700 });
  await expect(columns(side)).toHaveText(names);
  await side.evaluate(deleteStore);
  await expect.poll(() => side.evaluate(look)).toMatchObject(whole);

  await side.goto(bare);
  await side.evaluate(change("entities.put({ id: 'jd', names: null });"));
  await side.goto(panelAt);
  await expect(columns(side)).toHaveText(names);
  await expect.poll(() => side.evaluate(look)).toMatchObject(whole);
  await expect(notice(side)).toHaveCount(0);

  await side.goto(bare);
  const old = await context.newPage();
  await old.goto(bare);
  await holdOldVersion(old, `store.createObjectStore("meta", { keyPath: "key" });`);
  await side.goto(panelAt);
  await expect(notice(side)).toContainText("另一个标签页还开着旧版棋局");
  await expect(columns(side)).toHaveText(names);
  await old.close();
  await expect(notice(side)).toHaveCount(0);

  await article.bringToFront();
  await side.addInitScript(refuseStore);
  await side.addInitScript(() => {
    const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage: unknown } } };
    const { sendMessage } = chrome.runtime;
    Object.assign(globalThis, { revive: () => Object.assign(chrome.runtime, { sendMessage }) });
    chrome.runtime.sendMessage = () => Promise.reject(new Error("Could not establish connection."));
  });
  await side.reload();
  await expect(notice(side)).toContainText("浏览器不让棋局存数据");
  await expect(columns(side)).toHaveText(names);
  // The store opens again and is empty, and nobody answers: the panel fills it by itself.
  await side.evaluate("allowStore()");
  await side.evaluate(change("meta.clear(); claims.clear();"));
  await side.getByRole("button", { name: "再试一次" }).click();
  await expect(notice(side)).toContainText("棋局的后台没有应答");
  expect(await side.evaluate(look)).toMatchObject(whole);
  await side.evaluate("revive()");
  await side.getByRole("button", { name: "再试一次" }).click();
  await expect(notice(side)).toHaveCount(0);
});

test("a setting that cannot be kept is said, and nothing has changed", async ({ inTab }) => {
  const panel = await inTab("#/names");
  await panel.getByRole("textbox", { name: "叫法" }).fill("某多多");
  await panel.getByRole("combobox", { name: "指的是哪个平台" }).selectOption("pinduoduo");
  await panel.evaluate(`chrome.storage.sync.set = () => Promise.reject(new Error("QUOTA_BYTES quota exceeded"))`);
  await panel.getByRole("button", { name: "加上" }).click();
  await expect(panel.getByRole("alert").filter({ hasText: "没能保存" })).toBeVisible();
  await expect(panel.locator(".names .entry")).toHaveCount(0);
});

test("refused: without a store the panel says so, goes on, and tries again when asked", async ({ inTab, context }) => {
  await context.addInitScript(refuseStore);
  const panel = await inTab("#/platform/jd");
  await expect(notice(panel)).toContainText("浏览器不让棋局存数据");
  await panel.getByRole("button", { name: "写一条" }).click();
  await panel.getByRole("textbox", { name: "关于京东的笔记" }).fill("先记着");
  await expect(panel.getByText("暂存在这台电脑上")).toBeVisible();

  // It does not knock for ever: as often as it takes to be sure, and then when it is asked.
  expect(await panel.evaluate("tries")).toBeLessThanOrEqual(4);
  await panel.evaluate("allowStore()");
  await expect(notice(panel)).toBeVisible();
  await panel.getByRole("button", { name: "再试一次" }).click();
  await expect(notice(panel)).toHaveCount(0);
  // What was kept beside it goes into the store with the next look at the note.
  await panel.getByRole("link", { name: "用语", exact: true }).click();
  await panel.goBack();
  await expect(panel.locator(".note-read")).toHaveText("先记着");
  await expect.poll(() => panel.evaluate(look)).toMatchObject({ note: "先记着" });
});

test("background dead: the panel prepares the store itself and says what will not work", async ({ inTab, context }) => {
  await context.addInitScript(() => {
    const { chrome } = globalThis as unknown as { chrome?: { runtime?: { sendMessage?: unknown } } };
    if (chrome?.runtime?.sendMessage)
      chrome.runtime.sendMessage = () => Promise.reject(new Error("Could not establish connection."));
  });
  await serviceWorker(context);
  const panel = await inTab("#/compare?p=douyin,jd");
  await expect(columns(panel)).toHaveText(["抖音", "京东"]);
  await leavePanel(panel);
  await panel.evaluate(change("meta.clear(); claims.clear();"));
  const again = await inTab("#/compare?p=douyin,jd");
  await expect(notice(again)).toContainText("棋局的后台没有应答");
  await expect(columns(again)).toHaveText(["抖音", "京东"]);
  expect(await again.evaluate(look)).toMatchObject(whole);
  await again.getByRole("button", { name: "再试一次" }).click();
  await expect(notice(again)).toHaveCount(0);
});

test("background stopped: the panel wakes it", async ({ side, context, article }) => {
  const tab = await context.newPage();
  await tab.goto(side.url());
  await stopWorkers(tab);
  await tab.close();
  await article.bringToFront();
  await side.reload();
  await expect(columns(side)).toHaveCount(2);
  await side.getByRole("link", { name: "本页" }).click();
  await expect(side.locator(".page-name").first()).toHaveText("抖音");
});

test("neither store nor bundle: it says so and tries again", async ({ inTab, context }) => {
  await context.addInitScript(refuseStore);
  await context.addInitScript(() => {
    const { fetch } = globalThis;
    Object.assign(globalThis, { allowFetch: () => Object.assign(globalThis, { fetch }) });
    globalThis.fetch = () => Promise.reject(new TypeError("gone"));
  });
  const panel = await inTab();
  await expect(panel.getByRole("alert")).toContainText("知识库打不开");
  await panel.evaluate("allowStore(); allowFetch()");
  await panel.getByRole("button", { name: "再试一次" }).click();
  await expect(columns(panel)).toHaveCount(2);
});
