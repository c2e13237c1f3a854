import "./tests/setup/node20.mjs";
import { defineConfig } from "vitest/config";
import { WxtVitest } from "wxt/testing/vitest-plugin";

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ["tests/unit/**/*.test.{ts,tsx}"],
    // Machines differ: a test that hangs is found all the same.
    testTimeout: 30_000,
    mockReset: true,
    restoreMocks: true,
    reporters: ["default", ["json", { outputFile: ".results/unit.json" }]],
  },
});
