/** Pages of the shapes that the web has: marks right, no error in the console, the HTML as it was. */
import type { BrowserContext, Page } from "playwright/test";
import { expect, test } from "../chromium.ts";

const url = "https://www.163.com/shapes/page.html";

interface Shape {
  body: string | Buffer;
  contentType?: string;
  headers?: Record<string, string>;
  /** How many mentions are underlined, in the page itself and in its frames. */
  marks: number;
}

const html = (body: string, head = ""): string =>
  `<!doctype html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

const shapes: Record<string, Shape> = {
  "a portal's front page of 3,000 links": {
    body: html(
      `${Array.from({ length: 60 }, (_, s) => `<section><h3>栏目${s}</h3><ul>${Array.from({ length: 50 }, (_, i) => `<li><a href="#${i}">${i === 7 ? "淘宝与京东的又一天" : `要闻第${i}条，市场平稳`}</a></li>`).join("")}</ul></section>`).join("")}`,
    ),
    marks: 120,
  },
  "a long article into which advertisements come late": {
    body: html(
      `<article>${Array.from({ length: 80 }, (_, i) => `<p>第${i}段，没有谁的名字。</p>`).join("")}<p>末段提到抖音。</p></article><script>
      setTimeout(() => { for (const p of document.querySelectorAll("p:nth-child(10n)")) p.insertAdjacentHTML("afterend", "<aside><div>广告：天猫好物</div></aside>"); document.body.dataset.done = "yes"; }, 100);
    </script>`,
    ),
    marks: 9,
  },
  "a chat whose old lines go as new ones come": {
    body: html(`<main></main><script>
      const main = document.querySelector("main"); let n = 0;
      const timer = setInterval(() => { n++; const p = document.createElement("p"); p.innerHTML = "<b>" + n + "</b>：" + (n > 190 ? "在拼多多买的" : "哈哈"); main.append(p); if (main.childElementCount > 30) main.firstChild.remove(); if (n === 200) { clearInterval(timer); document.body.dataset.done = "yes"; } }, 5);
    </script>`),
    marks: 1,
  },
  "a page that allows no styles and no scripts": {
    body: html("<p>抖音和淘宝</p>"),
    headers: { "content-security-policy": "default-src 'none'; style-src 'none'" },
    marks: 2,
  },
  "a quirks-mode page in GBK": {
    // 抖音和淘宝 in GBK.
    body: Buffer.concat([
      Buffer.from("<html><body><p>"),
      Buffer.from("b6b6d2f4bacdccd4b1a6", "hex"),
      Buffer.from("</p></body></html>"),
    ]),
    contentType: "text/html; charset=gbk",
    marks: 2,
  },
  "an XHTML page": {
    body: `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>抖音<br/>和<b>淘</b>宝</p></body></html>`,
    contentType: "application/xhtml+xml; charset=utf-8",
    marks: 2,
  },
  "a page with 200 frames": {
    body: html(
      `<p>抖音</p>${Array.from({ length: 200 }, (_, i) => `<iframe width="60" height="40" srcdoc="<p>${i === 150 ? "淘宝" : "无名"}</p>"></iframe>`).join("")}`,
    ),
    marks: 2,
  },
};

async function marked(page: Page): Promise<number> {
  let sum = 0;
  for (const frame of page.frames()) sum += await frame.evaluate(() => CSS.highlights.get("qiju")?.size ?? 0);
  return sum;
}

async function open(
  context: BrowserContext,
  { body, contentType = "text/html; charset=utf-8", headers = {} }: Shape,
): Promise<{ page: Page; errors: string[] }> {
  await context.route(url, (route) => route.fulfill({ body, headers: { ...headers, "content-type": contentType } }));
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto(url);
  return { page, errors };
}

for (const [name, shape] of Object.entries(shapes)) {
  test(name, async ({ context, worker }) => {
    expect(worker).toBeTruthy();
    const { page, errors } = await open(context, shape);
    await expect.poll(() => marked(page), { timeout: 30_000 }).toBe(shape.marks);
    if (String(shape.body).includes("dataset.done"))
      await expect(page.locator("body")).toHaveAttribute("data-done", "yes");
    await expect.poll(() => marked(page)).toBe(shape.marks);
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    expect(before).not.toMatch(/qiju/i);
    // The same page where nothing reads it: a host that is on no list.
    await context.route("https://elsewhere.example/", (route) =>
      route.fulfill({
        body: shape.body,
        headers: { ...shape.headers, "content-type": shape.contentType ?? "text/html; charset=utf-8" },
      }),
    );
    const twin = await context.newPage();
    await twin.goto("https://elsewhere.example/");
    if (String(shape.body).includes("dataset.done"))
      await expect(twin.locator("body")).toHaveAttribute("data-done", "yes");
    expect(await twin.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    expect(errors).toEqual([]);
  });
}
