import preact from "@preact/preset-vite";
import { defineConfig } from "wxt";
import { compile } from "./data/build/compile.ts";
import { qijuData } from "./data/build/plugin.ts";
import { matchPatterns } from "./data/sites.ts";

export default defineConfig({
  modules: ["@wxt-dev/auto-icons"],
  autoIcons: { baseIconPath: "components/icon.svg", developmentIndicator: false },
  imports: false,
  vite: () => ({ plugins: [qijuData(), preact()] }),
  hooks: {
    "entrypoints:resolved": (_wxt, entrypoints) => {
      for (const entrypoint of entrypoints)
        if (entrypoint.type === "content-script") entrypoint.options.matches = matchPatterns;
    },
    "prepare:publicPaths": (_wxt, paths) => {
      paths.push("knowledge.json");
    },
    // The background reads it when the store is seeded; no page can, since it is not web-accessible.
    "build:publicAssets": (_wxt, assets) => {
      assets.push({ relativeDest: "knowledge.json", contents: JSON.stringify(compile().bundle) });
    },
  },
  manifest: ({ browser }) => ({
    name: "__MSG_extensionName__",
    description: "__MSG_extensionDescription__",
    default_locale: "zh_CN",
    permissions: ["storage", "scripting", "activeTab", "contextMenus", ...(browser === "firefox" ? [] : ["sidePanel"])],
    // Nothing of it is granted at install: the reader grants single hosts, one click each.
    optional_host_permissions: ["*://*/*"],
    action: { default_title: "__MSG_actionTitle__" },
    omnibox: { keyword: "qiju" },
    commands: {
      "next-mention": {
        suggested_key: { default: "Alt+Shift+J" },
        description: "__MSG_nextMention__",
      },
      "previous-mention": {
        suggested_key: { default: "Alt+Shift+K" },
        description: "__MSG_previousMention__",
      },
      ...(browser === "firefox"
        ? { _execute_sidebar_action: { suggested_key: { default: "Alt+Shift+Q" } } }
        : {
            "open-panel": { suggested_key: { default: "Alt+Shift+Q" }, description: "__MSG_commandPanel__" },
          }),
    },
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "qiju@qiju.example",
              strict_min_version: "140.0",
              data_collection_permissions: { required: ["none"] },
            },
          },
        }
      : { minimum_chrome_version: "120" }),
  }),
});
