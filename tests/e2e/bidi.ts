/** A small client of WebDriver BiDi, which stock Firefox speaks: no driver program is needed. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import WebSocket from "ws";

/** A node as the protocol describes it, shadow roots included. */
export interface RemoteNode {
  type: string;
  value?: {
    nodeType?: number;
    localName?: string;
    nodeValue?: string;
    attributes?: Record<string, string>;
    children?: RemoteNode[];
    shadowRoot?: RemoteNode | null;
  };
  sharedId?: string;
}

interface EvaluateResult {
  type: "success" | "exception";
  result: RemoteNode & { value?: unknown };
  exceptionDetails?: { text: string };
}

interface LogEntry {
  level: string;
  text: string | null;
  source: { context?: string };
}

interface Message {
  id?: number;
  type: string;
  error?: string;
  message?: string;
  result?: never;
  method?: string;
  params?: LogEntry;
}

/** Keys without a character, as the protocol writes them. */
const KEYS: Record<string, string> = { Enter: "\uE007", Tab: "\uE004", Escape: "\uE00C", Space: " " };

type Preferences = Record<string, string | number | boolean>;

const quiet: Preferences = {
  "app.update.disabledForTesting": true,
  "app.normandy.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.page": 0,
  "browser.startup.homepage_override.mstone": "ignore",
  "datareporting.policy.dataSubmissionEnabled": false,
  "remote.prefs.recommended": true,
  "services.settings.server": "data:,",
  "termsofuse.bypassNotification": true,
};

const START_MS = 30_000;

export class Firefox {
  private last = 0;
  private readonly waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  /** What is called with each entry of the console, by the tab or frame that it is from. */
  private readonly consoles = new Set<(context: string | undefined, entry: LogEntry) => void>();

  private constructor(
    private readonly process: ChildProcess,
    private readonly socket: WebSocket,
    private readonly profile: string,
  ) {
    socket.on("message", (data) => this.receive(String(data)));
  }

  static async launch(program: string, preferences: Preferences): Promise<Firefox> {
    const profile = mkdtempSync(join(tmpdir(), "qiju-firefox-"));
    const lines = Object.entries({ ...quiet, ...preferences }).map(
      ([k, v]) => `user_pref(${JSON.stringify(k)}, ${JSON.stringify(v)});`,
    );
    writeFileSync(join(profile, "user.js"), lines.join("\n"));
    const args = [
      "--remote-debugging-port",
      "0",
      "--no-remote",
      "--profile",
      profile,
      "--headless",
      "--window-size=1100,800",
      "--remote-allow-system-access",
    ];
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    const address = await listeningAddress(child);
    const socket = new WebSocket(`${address}/session`);
    await new Promise((ready, fail) => socket.once("open", ready).once("error", fail));
    const firefox = new Firefox(child, socket, profile);
    const capabilities = { alwaysMatch: { acceptInsecureCerts: true, unhandledPromptBehavior: { default: "ignore" } } };
    await firefox.send("session.new", { capabilities });
    await firefox.send("session.subscribe", { events: ["log.entryAdded"] });
    return firefox;
  }

  send<T = unknown>(method: string, params: object = {}): Promise<T> {
    this.last += 1;
    const id = this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }

  async installExtension(folder: string): Promise<void> {
    await this.send("webExtension.install", { extensionData: { type: "path", path: folder } });
  }

  async uninstallExtension(id: string): Promise<void> {
    await this.send("webExtension.uninstall", { extension: id });
  }

  /** Evaluates an expression in the browser's own window, with all that a browser may do. */
  async inWindow(expression: string): Promise<void> {
    const { contexts } = await this.send<{ contexts: { context: string }[] }>("browsingContext.getTree", {
      "moz:scope": "chrome",
      maxDepth: 0,
    });
    await new Tab(this, contexts[0]?.context ?? "").run(`Promise.resolve(${expression}).then(() => null)`);
  }

  /** What goes wrong in a tab, its content scripts included, from now on. */
  errorsIn(tab: Tab): string[] {
    const errors: string[] = [];
    this.consoles.add((context, { level, text }) => {
      if (context === tab.context && level === "error") errors.push(text ?? "");
    });
    return errors;
  }

  async newTab(where: "front" | "background" = "front"): Promise<Tab> {
    const { context } = await this.send<{ context: string }>("browsingContext.create", {
      type: "tab",
      background: where === "background",
    });
    return new Tab(this, context);
  }

  /** Waits for a tab with this address and closes it. */
  async closeTab(url: string): Promise<void> {
    const until = Date.now() + START_MS;
    while (Date.now() < until) {
      const { contexts } = await this.send<{ contexts: { context: string; url: string }[] }>("browsingContext.getTree");
      const tab = contexts.find((c) => c.url === url);
      if (tab) return void (await this.send("browsingContext.close", { context: tab.context }));
      await new Promise((next) => setTimeout(next, 50));
    }
    throw new Error(`no tab shows ${url}`);
  }

  async close(): Promise<void> {
    const ended = new Promise((done) => this.process.once("exit", done));
    await this.send("browser.close").catch(() => {});
    this.socket.close();
    const timer = setTimeout(() => this.process.kill("SIGKILL"), 5_000);
    await ended;
    clearTimeout(timer);
    rmSync(this.profile, { recursive: true, force: true });
  }

  private receive(data: string): void {
    const message = JSON.parse(data) as Message;
    if (message.method === "log.entryAdded" && message.params) {
      for (const hear of this.consoles) hear(message.params.source.context, message.params);
    }
    const waiting = message.id === undefined ? undefined : this.waiting.get(message.id);
    if (!waiting || message.id === undefined) return;
    this.waiting.delete(message.id);
    if (message.type === "error") waiting.reject(new Error(`${message.error}: ${message.message}`));
    else waiting.resolve(message.result as never);
  }
}

export class Tab {
  constructor(
    private readonly firefox: Firefox,
    readonly context: string,
  ) {}

  async goto(url: string, wait: "none" | "complete" = "complete"): Promise<void> {
    await this.firefox.send("browsingContext.navigate", { context: this.context, url, wait });
  }

  /** Evaluates an expression in the page; its value must be JSON. */
  async run<T>(expression: string): Promise<T> {
    const answer = await this.evaluate(`(async () => JSON.stringify((await (${expression})) ?? null))()`);
    return JSON.parse(String(answer.value)) as T;
  }

  /** An element as the protocol sees it, through closed shadow roots. */
  async tree(selector: string): Promise<RemoteNode> {
    return this.evaluate(`document.querySelector(${JSON.stringify(selector)})`, {
      includeShadowTree: "all",
      maxDomDepth: 12,
    });
  }

  async movePointer(x: number, y: number): Promise<void> {
    await this.pointer([{ type: "pointerMove", x: Math.round(x), y: Math.round(y) }]);
  }

  async click(x: number, y: number): Promise<void> {
    await this.pointer([
      { type: "pointerMove", x: Math.round(x), y: Math.round(y) },
      { type: "pointerDown", button: 0 },
      { type: "pointerUp", button: 0 },
    ]);
  }

  /** Presses a key: a character, or one of `KEYS`. */
  async press(key: string): Promise<void> {
    const value = KEYS[key] ?? key;
    const actions = [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ];
    await this.perform({ type: "key", id: "keys", actions });
  }

  /** Turns the wheel over the page, by so many CSS pixels. */
  async wheel(px: number): Promise<void> {
    const actions = [{ type: "scroll", x: 900, y: 500, deltaX: 0, deltaY: px }];
    await this.perform({ type: "wheel", id: "wheel", actions });
  }

  /** Goes back in the tab's history, or forward; does not wait for the page. */
  async traverse(delta: number): Promise<void> {
    await this.firefox.send("browsingContext.traverseHistory", { context: this.context, delta });
  }

  async close(): Promise<void> {
    await this.firefox.send("browsingContext.close", { context: this.context });
  }

  async screenshot(path: string): Promise<void> {
    const { data } = await this.firefox.send<{ data: string }>("browsingContext.captureScreenshot", {
      context: this.context,
    });
    writeFileSync(path, Buffer.from(data, "base64"));
  }

  private async evaluate(
    expression: string,
    serializationOptions: object = {},
  ): Promise<RemoteNode & { value?: unknown }> {
    const answer = await this.firefox.send<EvaluateResult>("script.evaluate", {
      expression,
      target: { context: this.context },
      awaitPromise: true,
      serializationOptions,
    });
    if (answer.type === "exception") throw new Error(answer.exceptionDetails?.text ?? "the page threw");
    return answer.result;
  }

  private async pointer(actions: object[]): Promise<void> {
    await this.perform({ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions });
  }

  private async perform(source: object): Promise<void> {
    await this.firefox.send("input.performActions", { context: this.context, actions: [source] });
  }
}

/** All text below a node, shadow roots included. */
export function textOf(node: RemoteNode | null | undefined): string {
  const value = node?.value;
  if (!value) return "";
  if (value.nodeType === 3) return value.nodeValue ?? "";
  if (value.localName === "style") return "";
  return [value.shadowRoot, ...(value.children ?? [])].map(textOf).join(" ");
}

async function listeningAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    const read = (data: Buffer): void => {
      printed += String(data);
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(printed)?.[1];
      if (address) resolve(address);
    };
    child.stderr?.on("data", read);
    child.stdout?.on("data", read);
    child.on("exit", (code) => reject(new Error(`Firefox ended with ${code}\n${printed}`)));
    setTimeout(() => reject(new Error(`Firefox did not say where it listens\n${printed}`)), START_MS).unref();
  });
}
