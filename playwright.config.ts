import { defineConfig } from "playwright/test";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: ".results/e2e",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 1,
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: ".results/e2e.json" }]],
  projects: [
    { name: "chromium", testMatch: "chromium/**/*.spec.ts" },
    { name: "firefox", testMatch: "firefox/**/*.spec.ts" },
  ],
});
