import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

/** What the built extension weighs and may do. The gate builds it first. */
const output = fileURLToPath(new URL("../../.output", import.meta.url));
const read = (browser: string, file: string): string => readFileSync(join(output, `${browser}-mv3`, file), "utf8");

/** The whole content script with its views, placing and names, in bytes of gzip. */
const CONTENT_BUDGET = 32 * 1024;

/** What the panel loads before its first frame, scripts and styles, in bytes of gzip. */
const PANEL_BUDGET = 120 * 1024;

describe.runIf(existsSync(join(output, "chrome-mv3"))).each(["chrome", "firefox"])("the package for %s", (browser) => {
  const manifest = JSON.parse(read(browser, "manifest.json"));

  it("keeps the content script within its budget", () => {
    expect(gzipSync(read(browser, "content-scripts/content.js")).length).toBeLessThan(CONTENT_BUDGET);
  });

  it("keeps what the panel loads first within its budget", () => {
    const page = read(browser, "sidepanel.html");
    const first = [...page.matchAll(/(?:src|href)="\/((?:chunks|assets)\/[^"]+)"/g)].map(([, file = ""]) => file);
    // What those import in turn is loaded before they run; what they import() is not.
    for (const file of first) {
      if (!file.endsWith(".js")) continue;
      for (const [, chunk = ""] of read(browser, file).matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g)) {
        if (!first.includes(`chunks/${chunk}`)) first.push(`chunks/${chunk}`);
      }
    }
    expect(first.length).toBeGreaterThanOrEqual(2);
    expect(first.reduce((sum, file) => sum + gzipSync(read(browser, file)).length, 0)).toBeLessThan(PANEL_BUDGET);
  });

  it("asks for the least that works", () => {
    // Why each is there stands in CONTRIBUTING.md.
    expect(manifest.permissions.sort()).toEqual([
      "activeTab",
      "contextMenus",
      "scripting",
      ...(browser === "chrome" ? ["sidePanel"] : []),
      "storage",
    ]);
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.optional_permissions ?? []).toEqual([]);
    expect(manifest.optional_host_permissions).toEqual(["*://*/*"]);
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    expect(manifest.externally_connectable).toBeUndefined();
  });

  it("runs nothing from elsewhere, and builds no code or HTML from strings", () => {
    const scripts = [
      "background.js",
      "content-scripts/content.js",
      ...readdirSync(join(output, `${browser}-mv3`, "chunks")).map((f) => `chunks/${f}`),
    ];
    // Addresses in messages of libraries, which are printed and never fetched.
    const harmless = /^https?:\/\/(www\.w3\.org|dexie\.org|tinyurl\.com|bit\.ly|bugs\.|github\.com|wxt\.dev)/;
    for (const script of scripts) {
      const text = read(browser, script);
      expect(text.match(/\beval\(|new Function\(/g), script).toBeNull();
      expect(
        (text.match(/https?:\/\/[\w.]+/g) ?? []).filter((url) => !harmless.test(url)),
        script,
      ).toEqual([]);
    }
  });

  it("has its name in three languages", () => {
    for (const locale of ["zh_CN", "zh_TW", "en"]) {
      const messages = JSON.parse(read(browser, `_locales/${locale}/messages.json`));
      expect(messages.extensionName.message.length).toBeLessThanOrEqual(45);
      expect(messages.extensionDescription.message.length).toBeLessThanOrEqual(132);
    }
  });
});
