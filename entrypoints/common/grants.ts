import { useEffect, useState } from "preact/hooks";
import { browser } from "wxt/browser";

/**
 * Match patterns that the browser grants, followed as they change.
 * @param read which of them: a function that stays the same
 * @returns undefined until they are read
 */
export function useGrants(read: () => Promise<string[]>): readonly string[] | undefined {
  const [grants, setGrants] = useState<readonly string[]>();
  useEffect(() => {
    const { permissions } = browser;
    const readAgain = (): void => void read().then(setGrants);
    readAgain();
    permissions.onAdded.addListener(readAgain);
    permissions.onRemoved.addListener(readAgain);
    return () => {
      permissions.onAdded.removeListener(readAgain);
      permissions.onRemoved.removeListener(readAgain);
    };
  }, [read]);
  return grants;
}
