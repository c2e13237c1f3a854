import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { grantedSites, registerGranted, siteName, siteState } from "../../data/access.ts";
import { bareHost, entryFor, hostIn, hostOf, isHost, withHost, withoutHost } from "../../data/hosts.ts";
import { matchPatterns } from "../../data/sites.ts";

describe("siteState", () => {
  const state = (url: string | undefined, off: string[] = [], granted: string[] = []) =>
    siteState(url, off, [...matchPatterns, ...granted]);

  it.each([
    ["https://www.163.com/dy/1.html", { state: "read", host: "www.163.com", by: "list" }],
    ["https://163.com/", { state: "read", host: "163.com", by: "list" }],
    // The list is read over HTTPS alone.
    ["http://www.163.com/", { state: "askable", host: "www.163.com", origin: "http://www.163.com/*", listed: false }],
    [
      "https://example.org:8443/a",
      { state: "askable", host: "example.org", origin: "https://example.org/*", listed: false },
    ],
    ["https://not163.com/", { state: "askable", host: "not163.com", origin: "https://not163.com/*", listed: false }],
    ["about:blank", { state: "never" }],
    ["chrome://settings", { state: "never" }],
    ["file:///etc/passwd", { state: "never" }],
    ["https://chromewebstore.google.com/x", { state: "never" }],
    ["https://addons.mozilla.org/", { state: "never" }],
    ["nonsense", { state: "never" }],
    [undefined, { state: "never" }],
  ])("of %s", (url, expected) => {
    expect(state(url)).toEqual(expected);
  });

  it("is off wherever the reader said so, subdomains and granted sites too", () => {
    expect(state("https://news.163.com/", ["163.com"])).toEqual({
      state: "off",
      host: "news.163.com",
      entry: "163.com",
    });
    expect(state("https://example.org/", ["example.org"], ["https://example.org/*"]).state).toBe("off");
    expect(state("https://163.com/", ["news.163.com"]).state).toBe("read");
  });

  it("is read by grant for the host alone", () => {
    const granted = ["https://example.org/*"];
    expect(state("https://example.org/a", [], granted)).toEqual({ state: "read", host: "example.org", by: "grant" });
    expect(state("https://sub.example.org/a", [], granted).state).toBe("askable");
    expect(state("http://example.org/a", [], granted).state).toBe("askable");
  });

  it("can be asked for as a whole site where the browser has withdrawn one of the list", () => {
    expect(siteState("https://www.jd.com/", [], [])).toEqual({
      state: "askable",
      host: "www.jd.com",
      origin: "https://*.jd.com/*",
      listed: true,
    });
  });

  it("takes any address", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl()),
        (url) => siteState(url, ["a.com"], matchPatterns).state !== undefined,
      ),
    );
  });

  it("calls a site of the list by its domain, and another without its www", () => {
    expect(siteName("finance.sina.com.cn")).toBe("sina.com.cn");
    expect(siteName("www.example.org")).toBe("example.org");
    expect(siteName("blog.example.org")).toBe("blog.example.org");
  });
});

describe("the host of a page", () => {
  it.each([
    ["https://www.jd.com/a?b", "jd.com"],
    ["https://WWW.JD.com:8443", "jd.com"],
    ["http://m.jd.com/", "m.jd.com"],
    // One www is that of the site; what else begins so is its name.
    ["https://www.www.example/", "www.example"],
    ["https://www2.jd.com/", "www2.jd.com"],
    ["https://wwwjd.com/", "wwwjd.com"],
    ["https://a.www.jd.com/", "a.www.jd.com"],
  ])("of %s is %s", (url, host) => {
    expect(hostOf(url)).toBe(host);
  });

  it("is that of an address alone", () => {
    expect(() => hostOf("jd.com")).toThrow(TypeError);
    expect(bareHost("www.jd.com")).toBe("jd.com");
  });
});

describe("registerGranted", () => {
  const files = { js: ["content-scripts/content.js"], css: ["content-scripts/content.css"] };
  let origins: string[];
  let registered: { id: string; matches: string[] }[];

  beforeEach(() => {
    origins = [...matchPatterns];
    registered = [];
    vi.spyOn(fakeBrowser.runtime, "getManifest").mockReturnValue({ content_scripts: [files] } as never);
    vi.spyOn(fakeBrowser.permissions, "getAll").mockImplementation(async () => ({ origins }));
    Object.assign(fakeBrowser.scripting, {
      getRegisteredContentScripts: async () => registered,
      registerContentScripts: async (scripts: typeof registered) => {
        if (registered.length > 0) throw new Error("registered twice");
        registered = scripts;
      },
      updateContentScripts: async (scripts: typeof registered) => {
        registered = scripts;
      },
      unregisterContentScripts: async () => {
        registered = [];
      },
    });
  });

  it("registers nothing where nothing is granted", async () => {
    await registerGranted();
    expect(registered).toEqual([]);
    expect(await grantedSites()).toEqual([]);
  });

  it("follows what is granted and taken back, and runs as on the list's sites", async () => {
    origins = [...matchPatterns, "https://example.org/*"];
    // At once, as the browser's events may come.
    await Promise.all([registerGranted(), registerGranted()]);
    expect(registered).toEqual([
      {
        id: "granted",
        matches: ["https://example.org/*"],
        ...files,
        allFrames: true,
        matchOriginAsFallback: true,
        runAt: "document_idle",
        persistAcrossSessions: true,
      },
    ]);
    origins = [...origins, "http://a.example/*"];
    await registerGranted();
    expect(registered[0]?.matches).toEqual(["http://a.example/*", "https://example.org/*"]);
    origins = [...matchPatterns];
    await registerGranted();
    expect(registered).toEqual([]);
  });
});

describe("hosts", () => {
  it.each([
    ["example.com", "example.com"],
    [" https://www.Example.com/a?b ", "www.example.com"],
    ["http://example.com:8080", "example.com"],
    ["例子.中国", "xn--fsqu00a.xn--fiqs8s"],
    ["localhost", undefined],
    ["a b.com", undefined],
    ["javascript://a.com", undefined],
    ["<b>.com", undefined],
    ["", undefined],
  ])("%s is read as %s", (typed, host) => {
    expect(hostIn(typed)).toBe(host);
  });

  it("never takes what is no host, and always what it gave", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const host = hostIn(typed);
        return host === undefined || (isHost(host) && hostIn(host) === host);
      }),
    );
  });

  it("come and go with their subdomains", () => {
    expect(withHost(["a.b.com", "c.com"], "b.com")).toEqual(["c.com", "b.com"]);
    expect(withoutHost(["b.com", "c.com"], "a.b.com")).toEqual(["c.com"]);
    expect(entryFor(["b.com"], "ab.com")).toBeUndefined();
  });
});
