/** The page beside the panel: what it names, and what a card on it asked the panel to show. */
import { type Browser, browser } from "wxt/browser";
import { grantedOrigins, type SiteState, siteState } from "../../data/access.ts";
import { PANEL_REQUEST, type PageReport, type PanelRequest, sendMessage } from "../../data/knowledge.ts";
import { readSettings, watchSettings } from "../../data/settings.ts";
import { watchSession } from "./session.ts";

/** What the panel knows of the page beside it. */
export type PageState =
  | { state: "waiting" }
  | { state: "read"; report: PageReport }
  /** The panel itself stands in this tab: there is no page beside it. */
  | { state: "alone" }
  | { state: "unread"; site: SiteState | { state: "unknown" } };

/**
 * A page may be complete before its content script listens, which nobody tells: it is asked again
 * after so long, in milliseconds, and then left.
 */
const AGAIN_MS = [250, 750, 2_000];

/** A page that is read further tells so often, while its list is asked for at most this often, in milliseconds. */
const SETTLE_MS = 150;

/**
 * Follows the page in the active tab of the panel's window: switches, navigation, what is read
 * later, and its end.
 */
export class PageWatch {
  private port: Browser.runtime.Port | undefined;
  private tab: number | undefined;
  private turn = 0;
  /** The turn in which it is being asked which page stands beside the panel. */
  private looking: number | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private again: ReturnType<typeof setTimeout> | undefined;
  private tries = 0;
  private readonly ends: (() => void)[] = [];

  constructor(private readonly onState: (state: PageState) => void) {
    const onActivated = (): void => void this.look();
    const onUpdated = (id: number, change: { status?: string | undefined }): void => {
      if (id !== this.tab || change.status !== "complete") return;
      // Firefox keeps the port to a page that it keeps for a return: the new page would never be heard of.
      this.disconnect();
      void this.look();
    };
    browser.tabs.onActivated.addListener(onActivated);
    browser.tabs.onUpdated.addListener(onUpdated);
    this.ends.push(
      () => browser.tabs.onActivated.removeListener(onActivated),
      () => browser.tabs.onUpdated.removeListener(onUpdated),
      watchSettings(() => void this.look()),
    );
    void this.look();
  }

  /** Brings the next mention into view. @returns false where no page answers, or it names it no more */
  async reveal(entity: string): Promise<boolean> {
    if (this.tab === undefined) return false;
    const shown = await sendMessage("reveal", entity, { tabId: this.tab, frameId: 0 }).catch(() => false);
    if (!shown) void this.look();
    return shown;
  }

  /** Loads the page beside the panel anew. */
  async reload(): Promise<void> {
    if (this.tab !== undefined) await browser.tabs.reload(this.tab).catch(() => {});
  }

  stop(): void {
    this.turn += 1;
    this.leave();
    for (const end of this.ends) end();
  }

  /** Looks which page stands beside the panel, and reads its list. */
  async look(): Promise<void> {
    this.turn += 1;
    this.tries = 0;
    const mine = this.turn;
    this.looking = mine;
    const [[tab], self] = await Promise.all([
      browser.tabs.query({ active: true, currentWindow: true }),
      browser.tabs.getCurrent().catch(() => undefined),
    ]);
    if (mine !== this.turn) return;
    this.looking = undefined;
    if (tab?.id === undefined) return this.tell(mine, { state: "unread", site: { state: "unknown" } });
    if (tab.id === self?.id) {
      this.leave();
      return this.tell(mine, { state: "alone" });
    }
    if (tab.id !== this.tab || !this.port) this.connect(tab.id);
    await this.read(mine, tab);
  }

  private async read(mine: number, tab: Browser.tabs.Tab): Promise<void> {
    const { id } = tab;
    const [report, { sitesOff }, origins] = await Promise.all([
      id === undefined ? undefined : sendMessage("report", undefined, { tabId: id, frameId: 0 }).catch(() => undefined),
      readSettings(),
      grantedOrigins(),
    ]);
    const url = report ? `https://${report.host}/` : tab.url;
    const site = url ? siteState(url, sitesOff, origins) : ({ state: "unknown" } as const);
    if (mine !== this.turn) return;
    if (id !== undefined && report && !this.port) this.connect(id);
    if (report && site.state !== "off") return this.tell(mine, { state: "read", report });
    this.tell(mine, { state: "unread", site });
    const wait = AGAIN_MS[this.tries];
    if (report || wait === undefined) return;
    this.tries += 1;
    clearTimeout(this.again);
    this.again = setTimeout(() => mine === this.turn && void this.read(mine, tab), wait);
  }

  private connect(tab: number): void {
    this.leave();
    this.tab = tab;
    const port = browser.tabs.connect(tab, { frameId: 0 });
    this.port = port;
    port.onMessage.addListener(() => this.soon());
    port.onDisconnect.addListener(() => {
      // The error says that nobody listens there, which the list says too.
      void browser.runtime.lastError;
      if (this.port !== port) return;
      this.port = undefined;
      this.soon();
    });
  }

  /** Lists the page anew when it has been at rest for a moment. */
  private soon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.refresh();
    }, SETTLE_MS);
  }

  /** Reads the list of the page that it knows. A page that is gone is left to the tab's own events. */
  private async refresh(): Promise<void> {
    const id = this.tab;
    // A look that is under way reads the list too, and perhaps of another page: it must not be given up for this one.
    if (id === undefined || this.looking === this.turn) return;
    this.turn += 1;
    const mine = this.turn;
    const tab = await browser.tabs.get(id).catch(() => undefined);
    if (mine !== this.turn) return;
    if (tab) await this.read(mine, tab);
    else await this.look();
  }

  private leave(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    clearTimeout(this.again);
    this.tab = undefined;
    this.disconnect();
  }

  private disconnect(): void {
    const { port } = this;
    this.port = undefined;
    port?.disconnect();
  }

  private tell(turn: number, state: PageState): void {
    if (turn === this.turn) this.onState(state);
  }
}

/**
 * Hears which entity a card in this window asked to compare, also when that was before the panel
 * opened. What is heard is used up: a panel opened later does not hear it again.
 * @returns how to stop
 */
export function watchRequests(onRequest: (request: PanelRequest) => void): () => void {
  let last = 0;
  const hear = async (request: unknown): Promise<void> => {
    // What was asked while the panel opened is both found and told of.
    if (!isRequest(request) || request.at === last) return;
    last = request.at;
    const { id } = await browser.windows.getCurrent();
    if (request.window !== null && request.window !== id) return;
    await browser.storage.session.remove(PANEL_REQUEST);
    onRequest(request);
  };
  return watchSession(PANEL_REQUEST, (request) => void hear(request));
}

function isRequest(value: unknown): value is PanelRequest {
  return (
    typeof value === "object" &&
    value !== null &&
    "entity" in value &&
    typeof value.entity === "string" &&
    "at" in value &&
    typeof value.at === "number" &&
    "window" in value &&
    (value.window === null || typeof value.window === "number")
  );
}
