/** Frames and documents that a page writes, hides and carries nodes between: what the model found, each by itself. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { FrameReadings, loaded } from "./frames.ts";
import { painted } from "./reader.ts";
import { type Reading, readPage } from "./reading.ts";

let root: HTMLElement;
let reading: Reading;
let frames: FrameReadings;

/** Reads a page with this body, and its frames. */
async function read(html: string): Promise<void> {
  root.innerHTML = html;
  reading = readPage();
  frames = new FrameReadings(root, "all");
  await settle();
}
async function settle(): Promise<void> {
  await loaded(root);
  await Promise.all([reading.settle(), frames.settle()]);
}
const $ = (selector: string): HTMLElement => root.querySelector(selector) as HTMLElement;
const inside = (): Document => (root.querySelector("iframe") as HTMLIFrameElement).contentDocument as Document;
/** What is painted in the frames. */
const inFrames = (): string[] => frames.all.flatMap(({ painter }) => painted(painter).map((mark) => mark.surface));

beforeEach(() => {
  root = document.createElement("main");
  document.body.replaceChildren(root);
});
afterEach(() => {
  reading.stop();
  frames.stop();
});

it("reads a document that is written anew", async () => {
  await read("<iframe></iframe>");
  inside().open();
  inside().write("<p>抖音</p>");
  inside().close();
  await settle();
  expect(inFrames()).toEqual(["抖音"]);
  inside().body.append("和淘宝");
  await settle();
  expect(inFrames()).toEqual(["抖音", "淘宝"]);
});

it("reads a document that gets another element", async () => {
  await read("<iframe srcdoc='<p>抖音</p>'></iframe>");
  const html = inside().createElement("html");
  html.innerHTML = "<body><p>淘宝</p></body>";
  inside().documentElement.remove();
  await settle();
  inside().append(html);
  await settle();
  expect(inFrames()).toEqual(["淘宝"]);
});

it("lets go of what is carried into another document", async () => {
  await read("<p>抖音</p><iframe></iframe>");
  expect(reading.names()).toEqual(["抖音"]);
  inside().body.append($("p"));
  await settle();
  expect(reading.names()).toEqual([]);
  expect([...reading.marks.list()]).toEqual([]);
  expect(inFrames()).toEqual(["抖音"]);
  root.append(inside().querySelector("p") as Element);
  await settle();
  expect(reading.names()).toEqual(["抖音"]);
  expect(inFrames()).toEqual([]);
});

it("reads a shadow root that is carried into another document", async () => {
  await read("<div></div><iframe></iframe>");
  $("div").attachShadow({ mode: "open" }).innerHTML = "<p>抖音</p>";
  $("div").className = "host";
  await settle();
  expect(reading.names()).toEqual(["抖音"]);
  inside().body.append($("div"));
  await settle();
  expect(reading.names()).toEqual([]);
  expect(inFrames()).toEqual(["抖音"]);
  inside().querySelector("div")?.setAttribute("contenteditable", "");
  await settle();
  expect(inFrames()).toEqual([]);
});

it("marks what changed in a frame while the page hid it", async () => {
  await read("<div><iframe srcdoc='<p>抖音</p>'></iframe></div>");
  $("div").style.display = "none";
  await settle();
  expect(inFrames()).toEqual([]);
  inside().body.append("和淘宝");
  await settle();
  $("div").style.display = "";
  await settle();
  expect(inFrames()).toEqual(["抖音", "淘宝"]);
});

it("reads a frame that is moved, which loads it again", async () => {
  await read("<p>京东</p><iframe srcdoc='<p>抖音</p>'></iframe>");
  inside().body.append("和淘宝");
  await settle();
  expect(inFrames()).toEqual(["抖音", "淘宝"]);
  root.prepend($("iframe"));
  await settle();
  expect(inFrames()).toEqual(["抖音"]);
  expect(frames.all.length).toBe(1);
  $("iframe").remove();
  await settle();
  expect(frames.all.length).toBe(0);
  expect(reading.names()).toEqual(["京东"]);
});
