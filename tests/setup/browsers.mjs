/** Finds the browsers that tests and demo drive; on Debian as root, installs what is missing. Plain Node: runs before anything is installed. */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

const candidates = {
  chromium: {
    variable: "CHROMIUM",
    names: ["chromium", "chromium-browser"],
    paths: ["/Applications/Chromium.app/Contents/MacOS/Chromium"],
  },
  firefox: {
    variable: "FIREFOX",
    names: ["firefox-esr", "firefox"],
    paths: ["/Applications/Firefox.app/Contents/MacOS/firefox"],
  },
};
const packages = { chromium: "chromium", firefox: "firefox-esr" };
const CJK_FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";

/** @returns {string | undefined} the browser's program, from its variable or the usual places */
export function findBrowser(/** @type {"chromium" | "firefox"} */ name) {
  const { variable, names, paths } = candidates[name];
  const given = process.env[variable];
  if (given) return existsSync(given) ? given : undefined;
  return findProgram(names) ?? paths.find(isProgram);
}

/** @returns {string | undefined} the first program of these names in the reader's path */
export function findProgram(/** @type {string[]} */ names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.flatMap((folder) => names.map((n) => join(folder, n))).find(isProgram);
}

function isProgram(/** @type {string} */ path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes sure that the browsers are there. Exits with a message that says what to do where it may not install.
 * @param {("chromium" | "firefox")[]} wanted
 */
export function ensureBrowsers(wanted) {
  const missing = wanted.filter((name) => !findBrowser(name));
  const debian = isDebian();
  const wantsFont = debian && !existsSync(CJK_FONT);
  if (missing.length === 0 && !wantsFont) return;
  if (debian && process.getuid?.() === 0) {
    const wanted = [...missing.map((name) => packages[name]), ...(wantsFont ? ["fonts-noto-cjk"] : [])];
    if (!install(wanted)) fail(`apt-get could not install ${wanted.join(", ")}`);
    return;
  }
  if (missing.length === 0) return; // only the font: pages are uglier, nothing fails
  const names = missing.map((name) => `${name} (or set ${candidates[name].variable} to its program)`);
  fail(
    `Please install ${names.join(" and ")}, then run this again.${debian ? `\nAs root: apt-get install ${missing.map((n) => packages[n]).join(" ")}` : ""}`,
  );
}

/** On Debian as root, sees to a display and hands for it. Without them the tests that need them are skipped. */
export function ensureDisplay() {
  const missing = ["Xvfb", "xdotool"].filter((name) => !findProgram([name]));
  if (missing.length === 0 || !isDebian() || process.getuid?.() !== 0) return;
  const wanted = missing.map((name) => name.toLowerCase());
  if (!install(wanted)) console.warn(`apt-get could not install ${wanted.join(", ")}: some tests are skipped`);
}

/** @returns {boolean} whether Debian's packages of these names are there now */
function install(/** @type {string[]} */ names) {
  console.log(`installing ${names.join(", ")} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync("apt-get", ["-qq", ...args], { stdio: ["ignore", "ignore", "inherit"], env }).status === 0;
  return apt("update") && apt("install", "-y", "--no-install-recommends", ...names);
}

function isDebian() {
  try {
    return /^ID(_LIKE)?=.*debian/m.test(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return false;
  }
}

function fail(/** @type {string} */ message) {
  console.error(message);
  process.exit(1);
}
