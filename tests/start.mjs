/** `npm start`: installs what is missing, builds, and opens a browser with the extension on the demo pages. */
import { spawnSync } from "node:child_process";
import { ensureBrowsers } from "./setup/browsers.mjs";
import { ensurePackages, root } from "./setup/packages.mjs";

ensurePackages();
ensureBrowsers(["chromium"]);
run("npx", ["wxt", "build", "-b", "chrome", "--mv3"]);
run("npx", ["tsx", "tests/demo/run.ts"]);

/** @param {string} program @param {string[]} args */
function run(program, args) {
  const { status } = spawnSync(program, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) process.exit(status ?? 1);
}
