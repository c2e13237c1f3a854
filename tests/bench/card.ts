/** From the pointer's rest to the painted card: with its data at hand, and after the background was killed. */
import { ContentWorld, launch, serve, serviceWorker } from "../e2e/chromium.ts";
import { pageOf } from "../e2e/pages.ts";
import { type BenchResult, percentile } from "./measure.ts";

const URL_163 = "https://www.163.com/bench-card.html";
const NAMES = ["淘宝", "京东", "拼多多", "小红书", "抖音", "天猫", "SHEIN", "慧聪网"];
const HOVERS = 40;
const KILLS = 100;
/** The delay that a reader has who changed nothing, in milliseconds. */
const DELAY = 500;

/** In the page: the time from the last move of the pointer to the frame that shows a card. */
const watch = `(() => {
  globalThis.rest = 0;
  document.addEventListener("pointermove", () => { globalThis.rest = performance.now(); globalThis.shown = undefined; }, true);
  const look = () => {
    const host = document.querySelector("qiju-card");
    if (host && host.style.visibility === "visible") globalThis.shown ??= performance.now() - globalThis.rest;
    if (!host) globalThis.shown = undefined;
    requestAnimationFrame(look);
  };
  look();
})()`;

export async function cardBench(): Promise<BenchResult[]> {
  const { context, close } = await launch();
  const worker = await serviceWorker(context);
  const id = new URL(worker.url()).host;
  await serve(context, URL_163, pageOf(NAMES.map((n) => `<p style="margin:30px">看${n}的人</p>`).join("")));
  const settings = await context.newPage();
  await settings.goto(`chrome-extension://${id}/options.html`);
  const cdp = await context.newCDPSession(settings);
  await cdp.send("ServiceWorker.enable");
  const page = await context.newPage();
  await page.goto(URL_163);
  const world = await ContentWorld.of(page, id);
  while ((await world.marked()).length < NAMES.length) await world.run("new Promise(requestAnimationFrame)");
  await world.run(watch);
  const hover = async (n: number, begin?: () => Promise<void>): Promise<number> => {
    const { x, y } = await world.middleOf(NAMES[n % NAMES.length] ?? "");
    await begin?.();
    await page.mouse.move(x - 2, y);
    await page.mouse.move(x, y);
    const took = await world.run<number>(
      `new Promise((done) => { const look = () => (globalThis.shown === undefined ? requestAnimationFrame(look) : done(globalThis.shown)); look(); })`,
    );
    await page.keyboard.press("Escape");
    await page.mouse.move(5, 5);
    return took;
  };
  const set = (more: object): Promise<void> =>
    settings.evaluate(
      `chrome.storage.sync.set({ settings: ${JSON.stringify({ language: "zh", showDelay: DELAY, ...more })} })`,
    );
  const warm: number[] = [];
  for (let i = 0; i < HOVERS; i++) warm.push((await hover(i)) - DELAY);
  // Every card is forgotten, and the background gone, when the pointer comes to rest.
  const killed: number[] = [];
  for (let i = 0; i < KILLS; i++) {
    await set({ documentsOnly: i % 2 === 0 });
    await world.run("new Promise((done) => setTimeout(done, 60))");
    killed.push((await hover(i, () => cdp.send("ServiceWorker.stopAllWorkers").then(() => {}))) - DELAY);
  }
  await close();
  const frame = 1000 / 60;
  const line = (name: string, values: number[]): BenchResult[] => [
    {
      name: `${name}, median beyond the delay`,
      ms: percentile(values, 0.5),
      ratio: percentile(values, 0.5) / frame,
      against: "a frame",
    },
    {
      name: `${name}, 95th percentile`,
      ms: percentile(values, 0.95),
      ratio: percentile(values, 0.95) / frame,
      against: "a frame",
    },
  ];
  return [...line(`data at hand, ${HOVERS} hovers`, warm), ...line(`background killed, ${KILLS} kills`, killed)];
}
