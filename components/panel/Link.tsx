import type { ComponentChildren } from "preact";
import { type Address, writeAddress } from "../../data/address.ts";

interface Props {
  to: Address;
  class?: string;
  label?: string;
  children: ComponentChildren;
}

/** A real link inside the panel: it can be opened in a tab, copied and kept. */
export function Link({ to, class: name, label, children }: Props) {
  return (
    <a class={name ?? "text-link"} href={writeAddress(to)} aria-label={label}>
      {children}
    </a>
  );
}
