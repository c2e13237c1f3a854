import { compile } from "../../../data/build/compile.ts";
import { expect, goTo, test } from "../sidepanel.ts";

const { knowledge } = compile().bundle;

test("a platform's page tells all of it, and leads on", async ({ side }) => {
  await goTo(side, "#/platform/alibaba-1688");
  await expect(side.getByRole("heading", { level: 2, name: /^1688/ })).toBeVisible();
  const own = knowledge.claims.filter((c) => c.subject === "alibaba-1688");
  for (const claim of own)
    await expect(side.locator(".platform-dimension .claim-text", { hasText: claim.text.zh })).not.toHaveCount(0);
  for (const part of ["我的笔记", "已知的", "关系", "按时间", "对手在做什么", "出处"])
    await expect(side.getByRole("heading", { level: 3, name: part })).toBeVisible();
  await side.getByRole("link", { name: "淘天集团" }).first().click();
  await expect(side.getByRole("heading", { level: 2, name: /^淘天集团/ })).toBeVisible();
  await side.goBack();
  await side.getByRole("link", { name: "与别家对照" }).click();
  await expect(side.locator(".column-name").first()).toHaveText("1688");
});

test("platforms are found by pinyin", async ({ side }) => {
  await side.getByRole("link", { name: "平台", exact: true }).click();
  await side.getByRole("searchbox").fill("zhenkunxing");
  await side.getByRole("link", { name: /震坤行/ }).click();
  await expect(side.getByRole("heading", { level: 2, name: /^震坤行/ })).toBeVisible();
  await goTo(side, "#/platform/nobody");
  await expect(side.getByText("没有这个平台")).toBeVisible();
});

test("a note is saved by itself, shown as it reads, and there again", async ({ side, worker }) => {
  await goTo(side, "#/platform/jd");
  await side.getByRole("button", { name: "写一条" }).click();
  const field = side.getByRole("textbox", { name: "关于京东的笔记" });
  await expect(field).toBeFocused();
  await field.fill(
    "## 看点\n\n- **大促** 与 `618`\n- <img src=x onerror=alert(1)>\n- [坏](javascript:alert(1)) [好](https://example.com)",
  );
  await expect(side.getByText("已保存")).toBeVisible();
  await side.getByRole("button", { name: "写好了" }).click();
  const read = side.locator(".note-read");
  await expect(read.getByRole("heading", { name: "看点" })).toBeVisible();
  await expect(read.locator("strong")).toHaveText("大促");
  await expect(read.locator("img")).toHaveCount(0);
  await expect(read).toContainText("<img src=x onerror=alert(1)>");
  await expect(read.getByRole("link")).toHaveText(["好"]);

  await side.reload();
  await expect(side.locator(".note-read strong")).toHaveText("大促");
  const stored = await worker.evaluate(`new Promise((done) => {
    const open = indexedDB.open("qiju");
    open.onsuccess = () => {
      const get = open.result.transaction("notes").objectStore("notes").get("jd");
      get.onsuccess = () => { open.result.close(); done(get.result.text); };
    };
  })`);
  expect(stored).toContain("## 看点");
});

test("what was typed is not lost when the panel closes before it is saved", async ({ side, inTab }) => {
  await goTo(side, "#/platform/zkh");
  await side.getByRole("button", { name: "写一条" }).click();
  await side.getByRole("textbox", { name: "关于震坤行的笔记" }).fill("半句话");
  // At once, before the pause after which it is saved.
  await side.close();
  const tab = await inTab("#/platform/zkh");
  await expect(tab.locator(".note-read")).toHaveText("半句话");
});

test("terms with their platforms", async ({ side }) => {
  await side.getByRole("link", { name: "用语", exact: true }).click();
  await expect(side.locator(".term")).toHaveCount(knowledge.terms.length);
  await side.getByRole("searchbox").fill("huojia");
  const term = side.locator(".term[data-term=shelf-ecommerce]");
  await expect(term).toBeVisible();
  await term.getByRole("link").first().click();
  await expect(side.locator(".term")).toHaveCount(1);
  const platforms = knowledge.terms.find((t) => t.id === "shelf-ecommerce")?.platforms ?? [];
  const names = platforms.map((id) => knowledge.entities.find((e) => e.id === id)?.names.zh ?? "");
  await expect(side.locator(".term .hint a")).toHaveText(names);
  await side.locator(".term .hint a").first().click();
  await expect(side.getByRole("heading", { level: 2, name: names[0] ?? "" })).toBeVisible();
});

test("each document with its description, its errors and all its claims by place", async ({ side }) => {
  await side.getByRole("link", { name: "出处", exact: true }).click();
  await expect(side.locator(".source")).toHaveCount(knowledge.documents.length);
  for (const document of knowledge.documents) {
    await goTo(side, `#/sources/${document.id}`);
    await expect(side.getByRole("heading", { level: 2 })).toHaveText(document.names.zh);
    await expect(side.locator(".errors li")).toHaveCount(document.errors.length);
    const refs = knowledge.claims.flatMap((c) => c.sources.filter((ref) => ref.startsWith(`${document.id}:`)));
    await expect(side.locator(".by-place .claim")).toHaveCount(refs.length);
    const places = [...new Set(refs.map((ref) => ref.split(":")[1] ?? ""))];
    expect((await side.locator(".by-place dt").allTextContents()).sort()).toEqual(places.sort());
  }
});

test("each public page with all claims that rest on it: folded, found by search, under its own address", async ({
  side,
}) => {
  await goTo(side, "#/sources");
  const pages = side.locator(".source-pages > li");
  await expect(side.getByRole("heading", { name: "此后的公开网页" })).toBeVisible();
  await expect(pages).toHaveCount(0);
  await side.getByText("逐页列出").click();
  expect(await pages.count()).toBeLessThan(knowledge.pages.length);
  await side.getByRole("button", { name: /^再列\d+页$/ }).click();
  await expect(pages).toHaveCount(knowledge.pages.length);

  const search = side.getByRole("searchbox", { name: /^找网页/ });
  await search.fill("银泰 雅戈尔");
  const resting = knowledge.pages.filter((p) =>
    knowledge.claims.some((c) => c.sources.includes(`web:${p.id}`) && /银泰[\s\S]*雅戈尔/.test(c.text.zh)),
  );
  await expect(pages).toHaveCount(resting.length);
  await pages
    .first()
    .getByRole("button", { name: /^看依据它的/ })
    .click();
  await expect(pages.first().locator(".claim").first()).toBeVisible();
  expect(await pages.first().locator("mark").count()).toBeGreaterThan(0);
  await search.fill("没有这一页");
  await expect(pages).toHaveCount(0);

  const busiest = knowledge.pages
    .map((page) => ({ page, claims: knowledge.claims.filter((c) => c.sources.includes(`web:${page.id}`)) }))
    .sort((a, b) => b.claims.length - a.claims.length)[0];
  if (!busiest) throw new Error("no page");
  await search.fill(busiest.page.title);
  await side.getByRole("link", { name: busiest.page.title }).first().click();
  await expect(side.getByRole("heading", { level: 2 })).toHaveCount(1);
  await expect(side.getByRole("heading", { level: 2, name: busiest.page.title })).toBeVisible();
  expect(new URL(side.url()).hash).toBe(`#/sources/${busiest.page.id}`);
  await expect(side.locator(".claim-text")).toHaveCount(busiest.claims.length);
  expect((await side.locator(".claim-text").allTextContents()).sort()).toEqual(
    busiest.claims.map((c) => c.text.zh).sort(),
  );
  await goTo(side, "#/sources/nothing-of-the-kind");
  await expect(side.getByText("没有这个出处")).toBeVisible();
});
