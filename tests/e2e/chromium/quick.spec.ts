/** A card never shows another name's content, however quickly the pointer moves and however late the answers come. */
import { compile } from "../../../data/build/compile.ts";
import { ContentWorld, expect, serve, test } from "../chromium.ts";
import { pageOf } from "../pages.ts";

const URL_163 = "https://www.163.com/dy/article/1.html";
const MOVES = 500;
const NAMES = 40;

test("500 quick moves between 40 names, with answers that come late and out of order", async ({
  context,
  extensionId,
  worker,
}) => {
  test.setTimeout(120_000);
  await worker.evaluate(`chrome.storage.sync.set({ settings: { language: "zh", showDelay: 0, hideDelay: 0 } })`);
  const all = compile().bundle.knowledge.entities.map((e) => e.names.zh);
  const body = all
    .map((name) => `<span class="n" style="display:inline-block;margin:14px 20px">${name}</span>`)
    .join("");
  await serve(context, URL_163, pageOf(body));
  const page = await context.newPage();
  await page.setViewportSize({ width: 1400, height: 900 });
  await page.goto(URL_163);
  const world = await ContentWorld.of(page, extensionId);
  await expect.poll(() => world.marked().then((m) => m.length)).toBeGreaterThan(NAMES);
  const marked = new Set(await world.marked());
  const targets = (
    await page.evaluate(() =>
      [...document.querySelectorAll(".n")].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { name: element.textContent ?? "", x: x + width / 2, y: y + height / 2 };
      }),
    )
  )
    .filter(({ name, y }) => marked.has(name) && y < 880)
    .slice(0, NAMES);
  expect(targets).toHaveLength(NAMES);
  // The background answers after 0 to 300 ms, so later questions overtake earlier ones.
  await world.run(`(() => {
    const ask = chrome.runtime.sendMessage.bind(chrome.runtime);
    let n = 7;
    globalThis.late = 0;
    chrome.runtime.sendMessage = (...message) => new Promise((done, fail) => {
      n = (n * 1103515245 + 12345) % 2147483648;
      globalThis.late += 1;
      setTimeout(() => ask(...message).then(done, fail), n % 300);
    });
    globalThis.shown = [];
    globalThis.over = "";
    document.addEventListener("pointermove", (e) => { globalThis.over = e.target.className === "n" ? e.target.textContent : globalThis.over; }, true);
    new MutationObserver(() => {
      const host = document.querySelector("qiju-card");
      const head = host && chrome.dom.openOrClosedShadowRoot(host).querySelector(".card-name")?.firstChild?.data;
      if (head) globalThis.shown.push([head, globalThis.over]);
    }).observe(document.documentElement, { childList: true });
  })()`);
  let seed = 3;
  for (let move = 0; move < MOVES; move++) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    const target = targets[(seed >> 8) % targets.length];
    if (!target) continue;
    await page.mouse.move(target.x, target.y);
    // All cards are forgotten and asked for again, so that answers are on their way.
    if (move % 10 === 0)
      await worker.evaluate(
        `chrome.storage.sync.get("settings").then(({ settings }) => chrome.storage.session.set({}).then(() => chrome.storage.sync.set({ settings: { ...settings, documentsOnly: ${move % 20 === 0} } })))`,
      );
    if ((seed >> 4) % 3 === 0) await world.run("new Promise((done) => setTimeout(done, 60))");
  }
  await expect.poll(() => world.run<number>("shown.length")).toBeGreaterThan(20);
  const shown = await world.run<[string, string][]>("shown");
  console.log(`${shown.length} cards were shown in ${MOVES} moves, after ${await world.run("late")} late answers`);
  expect(shown.filter(([head, over]) => head !== over)).toEqual([]);
});
