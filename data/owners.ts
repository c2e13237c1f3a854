/** Entities by the registrable domain of their own site. */
export type Owners = Readonly<Record<string, string>>;

/** The entity whose own site a host belongs to: the longest registered domain wins. */
export function ownerOf(owners: Owners, host: string): string | null {
  for (let domain = host; domain !== ""; domain = domain.slice(domain.indexOf(".") + 1 || domain.length)) {
    const owner = Object.hasOwn(owners, domain) ? owners[domain] : undefined;
    if (owner) return owner;
  }
  return null;
}
