/**
 * `npm test`: the whole gate, on a fresh clone too. Installs what is missing, then runs every stage
 * to its end, so that one failure does not hide another, and closes with the counts.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowsers, ensureDisplay } from "./setup/browsers.mjs";
import { ensurePackages, root } from "./setup/packages.mjs";

/** A stage: its command, and where it leaves its counts if it runs tests. */
const stages = [
  { name: "build", command: ["npm", "run", "-s", "build"] },
  { name: "types", command: ["npm", "run", "-s", "types"] },
  { name: "lint", command: ["npm", "run", "-s", "lint"] },
  {
    name: "add-on rules",
    command: [
      "npx",
      "web-ext",
      "lint",
      "-s",
      ".output/firefox-mv3",
      "--no-config-discovery",
      "--warnings-as-errors=false",
    ],
  },
  { name: "unit tests", command: ["npm", "run", "-s", "test:unit"], results: "unit.json" },
  { name: "browser tests", command: ["npm", "run", "-s", "test:browser"], results: "browser.json" },
  { name: "end to end", command: ["npm", "run", "-s", "test:e2e"], results: "e2e.json" },
];

const began = Date.now();
const results = join(root, ".results");
ensurePackages();
ensureBrowsers(["chromium", "firefox"]);
ensureDisplay();
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const total = { passed: 0, failed: 0, skipped: 0 };
const lines = [];
for (const { name, command, results: file } of stages) {
  console.log(`\n── ${name}`);
  const start = Date.now();
  const [program = "", ...args] = command;
  const { status } = spawnSync(program, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  const counts = file ? countsOf(join(results, file)) : { passed: 0, failed: 0, skipped: 0 };
  // A stage without tests of its own counts as one check; so does a runner that died before it counted.
  if (!file) counts[status === 0 ? "passed" : "failed"] = 1;
  else if (status !== 0 && counts.failed === 0) counts.failed = 1;
  else if (counts.passed + counts.failed === 0) counts.failed = 1;
  for (const key of /** @type {const} */ (["passed", "failed", "skipped"])) total[key] += counts[key];
  lines.push(`${name}: ${sum(counts)} (${seconds(start)})`);
}

console.log(`\n${lines.join("\n")}\nin ${seconds(began)}\n${sum(total)}`);
process.exit(total.failed > 0 ? 1 : 0);

/** @param {{ passed: number; failed: number; skipped: number }} counts */
function sum({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** @param {number} since */
function seconds(since) {
  return `${Math.round((Date.now() - since) / 1000)} s`;
}

/** Reads the counts of Vitest's and of Playwright's JSON reports. @param {string} file */
function countsOf(file) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  if (!existsSync(file)) return counts;
  const report = JSON.parse(readFileSync(file, "utf8"));
  if (report.stats) {
    counts.passed = report.stats.expected;
    counts.failed = report.stats.unexpected + report.stats.flaky;
    counts.skipped = report.stats.skipped;
  } else {
    counts.passed = report.numPassedTests;
    counts.failed = report.numFailedTests;
    counts.skipped = report.numPendingTests + report.numTodoTests;
  }
  return counts;
}
