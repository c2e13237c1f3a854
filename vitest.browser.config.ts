import "./tests/setup/node20.mjs";
import preact from "@preact/preset-vite";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { qijuData } from "./data/build/plugin.ts";
import { findBrowser } from "./tests/setup/browsers.mjs";
import { readerScript } from "./tests/setup/reader.ts";

const executablePath = findBrowser("chromium");

/** What needs layout and highlights, and nothing of the extension's interface: no WXT here. */
export default defineConfig({
  plugins: [qijuData(), preact(), readerScript()],
  optimizeDeps: {
    // All of them: one that is found late reloads the page in the middle of a run.
    include: [
      "preact",
      "preact/hooks",
      "preact/jsx-runtime",
      "preact/jsx-dev-runtime",
      "@floating-ui/core",
      "fast-check",
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
