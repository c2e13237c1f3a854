import { useEffect, useState } from "preact/hooks";
import { browser } from "wxt/browser";
import type { Shortcut } from "../../components/options/ShortcutsSection.tsx";

/**
 * The shortcuts, read again whenever the reader comes back to the page.
 * @param names what commands are called in the reader's language; the browser's own stands for the others
 */
export function useShortcuts(names: Readonly<Record<string, string>>): readonly Shortcut[] {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    const known = Object.keys(names);
    const order = (name = ""): number => known.indexOf(name) + 1 || known.length + 1;
    const read = async (): Promise<void> => {
      const commands = await browser.commands.getAll();
      setShortcuts(
        commands
          // The toolbar button has one without our asking, for its popup: shown where it is set.
          .filter((c) => c.name !== "_execute_action" || c.shortcut)
          // In the order in which the names are given, whatever the browser's own.
          .sort((a, b) => order(a.name) - order(b.name))
          .map((c) => ({
            name: c.name ?? "",
            description: names[c.name ?? ""] ?? (c.description || (c.name ?? "")),
            keys: c.shortcut ?? "",
          })),
      );
    };
    const readAgain = (): void => void read();
    readAgain();
    addEventListener("focus", readAgain);
    return () => removeEventListener("focus", readAgain);
  }, [names]);
  return shortcuts;
}

/** Only what is used, and only Firefox has, since 137. */
interface ShortcutSettings {
  openShortcutSettings?: () => Promise<void>;
}

/** Leads to the page where the browser's shortcuts are set. Undefined where nobody but the reader can go there. */
export function shortcutPage(): (() => void) | undefined {
  if (!import.meta.env.FIREFOX) return () => void browser.tabs.create({ url: "chrome://extensions/shortcuts" });
  const commands = browser.commands as unknown as ShortcutSettings;
  return commands.openShortcutSettings && (() => void commands.openShortcutSettings?.());
}
