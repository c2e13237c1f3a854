/** Where the panel is: in its own address, and kept for when it is opened again. */
import { useCallback, useEffect, useState } from "preact/hooks";
import { type Address, firstAddress, parseAddress, type ViewName, views, writeAddress } from "../../data/address.ts";

/** In `localStorage`, which can be read before the first frame: the panel opens where it was left, without a flash of another view. */
const KEY = "panelAddress";

/** The last address of each view, to which its tab leads back. */
const lastOf = new Map<ViewName, Address>(views.map((view) => [view, firstAddress(view)]));

/** The address that the panel was opened with, or left at, or the comparison it starts with. */
function startAddress(): Address {
  return parseAddress(location.hash) ?? parseAddress(kept()) ?? firstAddress("compare");
}

function kept(): string {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

/** Keeps the address in the window and for the next opening. */
function keep(address: Address): void {
  const written = writeAddress(address);
  lastOf.set(address.view, address);
  if (location.hash !== written) history.replaceState(null, "", written);
  try {
    localStorage.setItem(KEY, written);
  } catch {
    // A browser that keeps nothing: the panel starts anew next time.
  }
}

interface Navigation {
  address: Address;
  /** Goes to another place, to which Back leads back. */
  go: (address: Address) => void;
  /** Changes the place that one is at: what is filtered is no step of its own. */
  change: (address: Address) => void;
  /** Where a view was left. */
  last: (view: ViewName) => Address;
}

/** The panel's place, as state. Links of the form `#/…` work by themselves. */
export function useNavigation(): Navigation {
  const [address, setAddress] = useState(startAddress);
  useEffect(() => {
    const follow = (): void => {
      const next = parseAddress(location.hash);
      if (!next) return;
      keep(next);
      setAddress(next);
    };
    keep(startAddress());
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  const go = useCallback((next: Address) => {
    location.hash = writeAddress(next);
  }, []);
  const change = useCallback((next: Address) => {
    keep(next);
    setAddress(next);
  }, []);
  return { address, go, change, last: (view) => lastOf.get(view) ?? firstAddress(view) };
}
