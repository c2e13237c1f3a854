import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "playwright/test";

test("npm start's walk through the demo pages prints who is named and shows a card and the panel", async () => {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const { stdout } = await promisify(execFile)("npx", ["tsx", "tests/demo/run.ts"], { env });
  expect(stdout).toMatch(/On the article: \d+ platforms, \d+ names underlined/);
  expect(stdout).toMatch(/The card of 抖音 on the shop/);
  expect(stdout).toMatch(/The side panel compares: .*抖音/);
});
