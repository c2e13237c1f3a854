import "./tests/setup/node20.mjs";
import { fileURLToPath } from "node:url";
import { playwright } from "@vitest/browser-playwright";
import type { PluginOption } from "vite";
import { defineConfig } from "vitest/config";
import { WxtVitest } from "wxt/testing/vitest-plugin";
import { findBrowser } from "./tests/setup/browsers.mjs";

// WXT's set-up module cannot be fetched in browser mode: that one plugin is left out, and nothing
// that is tested here asks for the extension's own interface.
const plugins = (await WxtVitest()) as PluginOption[];
const usable = plugins
  .flat()
  .filter((p) => !(p && typeof p === "object" && "name" in p && p.name === "wxt:extension-api-mock"));
const executablePath = findBrowser("chromium");

export default defineConfig({
  plugins: usable,
  resolve: {
    alias: [
      {
        find: /^wxt\/browser$/,
        replacement: fileURLToPath(new URL("./node_modules/wxt/dist/virtual/mock-browser.mjs", import.meta.url)),
      },
    ],
  },
  optimizeDeps: {
    // All of them: one that is found late reloads the page in the middle of a run.
    include: [
      "preact",
      "preact/hooks",
      "preact/jsx-runtime",
      "preact/jsx-dev-runtime",
      "dexie",
      "@floating-ui/dom",
      "fast-check",
      "valibot",
    ],
  },
  test: {
    include: ["tests/browser/**/*.test.{ts,tsx}"],
    reporters: ["default", ["json", { outputFile: ".results/browser.json" }]],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: { ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox"] },
      }),
      instances: [{ browser: "chromium" }],
    },
  },
});
