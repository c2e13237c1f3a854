/** Engines in the frames of a test's page, as the browser starts content scripts: one for each document. */
import script from "virtual:reader";
import type { Shown } from "../../entrypoints/content/paint.ts";
import { idleAtOnce } from "./idle.ts";
import type * as Reader from "./reader.ts";
import { names } from "./reading.ts";
import { framesIn } from "./tree.ts";

type FrameWindow = Window & typeof globalThis & { qijuReader?: typeof Reader };

/** Reads a frame's document from the frame's own world. */
function readFrame(document: Document, shown: Shown, registry?: HighlightRegistry): Reader.Reading {
  const view = document.defaultView as FrameWindow;
  idleAtOnce(view);
  // A window keeps its scripts when the document that it began with is followed by another.
  view.qijuReader ??= view.eval(`${script};qijuReader`) as typeof Reader;
  return view.qijuReader.readWith(names, shown, registry ?? view.CSS.highlights);
}

export class FrameReadings {
  private readonly readings = new Map<Document, Reader.Reading>();

  constructor(
    private readonly page: Element,
    private readonly shown: Shown,
  ) {}

  /** Starts an engine in each document of a frame that is loaded and has none; ends those of documents that are gone. */
  follow(): void {
    const documents = documentsIn(this.page);
    for (const [document, reading] of this.readings) {
      if (documents.includes(document)) continue;
      this.readings.delete(document);
      reading.stop();
    }
    for (const document of documents)
      if (!this.readings.has(document)) this.readings.set(document, readFrame(document, this.shown));
  }

  /** Waits until the frames have loaded, and all in them is read. */
  async settle(): Promise<void> {
    this.follow();
    if (this.readings.size === 0) return;
    // A frame hears in the next rendering that it is shown, or not any more.
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    await Promise.all(this.all.map((reading) => reading.settle()));
  }

  get all(): Reader.Reading[] {
    return [...this.readings.values()];
  }

  /** Fresh engines, each with a registry of its own. */
  fresh(): Reader.Reading[] {
    return [...this.readings.keys()].map((document) =>
      readFrame(document, this.shown, new Map() as unknown as HighlightRegistry),
    );
  }

  /** How many ranges are registered, over all frames. */
  get registered(): number {
    const windows = [...this.readings.keys()].map((document) => document.defaultView as FrameWindow);
    return windows.reduce((sum, view) => sum + (view.CSS.highlights.get("qiju")?.size ?? 0), 0);
  }

  stop(): void {
    for (const reading of this.all) reading.stop();
  }
}

/** Waits until the frames in an element have the documents that they are to have. */
export async function loaded(page: Element): Promise<void> {
  for (;;) {
    const waiting = framesIn(page).find((frame) => !isLoaded(frame));
    if (!waiting) return;
    await new Promise((done) => waiting.addEventListener("load", done, { once: true }));
  }
}

function isLoaded({ srcdoc, contentDocument }: HTMLIFrameElement): boolean {
  return contentDocument?.readyState === "complete" && (!srcdoc || contentDocument.URL === "about:srcdoc");
}

function documentsIn(page: Element): Document[] {
  return framesIn(page).flatMap((frame) => (isLoaded(frame) && frame.contentDocument ? [frame.contentDocument] : []));
}
