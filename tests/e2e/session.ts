/** A session to a page of the extension that Playwright does not list: the popup, the real side panel. */
import { type BrowserContext, type CDPSession, expect } from "playwright/test";

/** A session to a page as soon as it is there. @param page its file; one that has a session is passed over */
export async function attach(context: BrowserContext, page: string): Promise<PanelSession> {
  const browser = context.browser();
  if (!browser) throw new Error("no browser");
  const cdp = await browser.newBrowserCDPSession();
  let targetId: string | undefined;
  await expect
    .poll(async () => {
      const { targetInfos } = await cdp.send("Target.getTargets");
      targetId = targetInfos.find((t) => t.type === "page" && t.url.includes(page) && !t.attached)?.targetId;
      return targetId;
    })
    .toBeTruthy();
  const { sessionId } = await cdp.send("Target.attachToTarget", { targetId: targetId ?? "", flatten: false });
  return new PanelSession(cdp, sessionId);
}

interface Evaluated<T> {
  result: { value: T };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

/** The page went away before it answered. */
class Gone extends Error {}

/** What is pressed may close its own page. */
function passIfGone(error: unknown): void {
  if (!(error instanceof Gone)) throw error;
}

/** Drives such a page by CDP. */
export class PanelSession {
  private last = 0;
  constructor(
    private readonly cdp: CDPSession,
    private readonly sessionId: string,
  ) {}

  send<T>(method: string, params: object = {}): Promise<T> {
    this.last += 1;
    const id = this.last;
    return new Promise((resolve, reject) => {
      const done = (): void => {
        this.cdp.off("Target.receivedMessageFromTarget", listen);
        this.cdp.off("Target.detachedFromTarget", gone);
      };
      // A page that closes at a press answers it or not, as it happens.
      const gone = (event: { sessionId: string }): void => {
        if (event.sessionId !== this.sessionId) return;
        done();
        reject(new Gone());
      };
      const listen = (event: { sessionId: string; message: string }): void => {
        const message = JSON.parse(event.message) as { id?: number; result?: T; error?: { message: string } };
        if (event.sessionId !== this.sessionId || message.id !== id) return;
        done();
        if (message.error) reject(new Error(message.error.message));
        else resolve(message.result as T);
      };
      this.cdp.on("Target.receivedMessageFromTarget", listen);
      this.cdp.on("Target.detachedFromTarget", gone);
      void this.cdp.send("Target.sendMessageToTarget", {
        sessionId: this.sessionId,
        message: JSON.stringify({ id, method, params }),
      });
    });
  }

  async run<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.send<Evaluated<T>>("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  text(): Promise<string> {
    return this.run("document.body?.innerText ?? ''");
  }

  /** Clicks the middle of the first element that is shown with this text, or that the selector finds. */
  async click(what: { text: string } | string): Promise<void> {
    const find =
      typeof what === "string"
        ? `document.querySelector(${JSON.stringify(what)})`
        : `[...document.querySelectorAll("button")].find((b) => b.innerText.includes(${JSON.stringify(what.text)}))`;
    await expect.poll(() => this.run(`${find} != null`)).toBe(true);
    const { x, y } = await this.run<{ x: number; y: number }>(
      `(() => { const e = ${find}; e.scrollIntoView({ block: "center" }); const b = e.getBoundingClientRect(); return { x: b.x + b.width / 2, y: b.y + b.height / 2 }; })()`,
    );
    for (const type of ["mousePressed", "mouseReleased"])
      await this.send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 }).catch(passIfGone);
  }

  async screenshot(): Promise<Buffer> {
    const { data } = await this.send<{ data: string }>("Page.captureScreenshot");
    return Buffer.from(data, "base64");
  }
}
