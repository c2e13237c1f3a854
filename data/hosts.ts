/** Hosts as the reader writes them, and lists of them. Pure. */

/** The longest name that a host may have. */
const LONGEST_HOST = 253;

const HOST = /^(?!-)[a-z0-9-]{1,63}(?:\.(?!-)[a-z0-9-]{1,63})*$/;

/** Whether a text is the name of a host, as a browser writes it. */
export function isHost(text: string): boolean {
  return text.length <= LONGEST_HOST && HOST.test(text);
}

/** The host in what was typed or pasted: a host, or a whole address. Undefined where there is none. */
export function hostIn(typed: string): string | undefined {
  const text = typed.trim();
  if (text === "" || /\s/.test(text)) return undefined;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  return /^https?:$/.test(protocol) && isHost(hostname) && hostname.includes(".") ? hostname : undefined;
}

/** A host as readers name it: without its www. */
export function bareHost(host: string): string {
  return host.replace(/^www\./, "");
}

/**
 * The host of a page as readers name it.
 * @throws TypeError where the text is no address
 */
export function hostOf(url: string): string {
  return bareHost(new URL(url).hostname);
}

/** The entry of a list of hosts that holds for a host: its own, or that of a domain above it. */
export function entryFor(hosts: readonly string[], host: string): string | undefined {
  return hosts.find((entry) => host === entry || host.endsWith(`.${entry}`));
}

/** A list with a host put in; what the new entry holds for goes. */
export function withHost(hosts: readonly string[], host: string): string[] {
  return [...hosts.filter((entry) => entryFor([host], entry) === undefined), host];
}

/** A list in which nothing holds for a host any more. */
export function withoutHost(hosts: readonly string[], host: string): string[] {
  return hosts.filter((entry) => entryFor([entry], host) === undefined);
}
