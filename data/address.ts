/**
 * Where one is in the panel, as the part of its address behind `#`: `#/compare?p=douyin,jd&diff=1`.
 * The same address opens the same view in the side panel and in a tab. Pure.
 */
import { COLUMNS, DEFAULT_COLUMNS } from "./compare.ts";
import { type CompareFilter, kinds, noFilter } from "./filter.ts";

/** The views, in the order of the panel's tabs. */
export const views = [
  "page",
  "compare",
  "timeline",
  "convergence",
  "relations",
  "charts",
  "platform",
  "terms",
  "sources",
  "names",
] as const;
export type ViewName = (typeof views)[number];

export interface CompareAddress {
  view: "compare";
  /** Ids of the columns, in order. */
  columns: readonly string[];
  filter: CompareFilter;
  /** Ids of the groups whose rows are folded away. */
  folded: readonly string[];
}

/** A view of pictures, of the platforms chosen. */
export interface PictureAddress {
  view: "timeline" | "convergence" | "relations" | "charts";
  columns: readonly string[];
}

/** A list, or one entry of it. */
export interface EntryAddress {
  view: "platform" | "terms" | "sources";
  id: string | null;
}

export type Address = CompareAddress | PictureAddress | EntryAddress | { view: "page" } | { view: "names" };

/** The longest search that an address carries, in characters. */
const LONGEST_QUERY = 100;

/** The address of a comparison of these platforms, unfiltered. */
export function compareAddress(columns: readonly string[]): CompareAddress {
  return { view: "compare", columns, filter: noFilter, folded: [] };
}

/** The first view of a name, unfiltered. */
export function firstAddress(view: ViewName): Address {
  switch (view) {
    case "compare":
      return compareAddress(DEFAULT_COLUMNS);
    case "timeline":
    case "convergence":
    case "relations":
    case "charts":
      return { view, columns: DEFAULT_COLUMNS };
    case "platform":
    case "terms":
    case "sources":
      return { view, id: null };
    default:
      return { view };
  }
}

/** @returns undefined where it is no address of ours */
export function parseAddress(hash: string): Address | undefined {
  const found = /^#\/([a-z]+)(?:\/([^?]*))?(?:\?(.*))?$/s.exec(hash);
  const view = views.find((name) => name === found?.[1]);
  if (!found || !view) return undefined;
  const given = new URLSearchParams(found[3] ?? "");
  const columns = given.has("p") ? ids(given.get("p")).slice(0, COLUMNS.most) : DEFAULT_COLUMNS;
  switch (view) {
    case "compare":
      return { view, columns, filter: parseFilter(given), folded: ids(given.get("fold")) };
    case "timeline":
    case "convergence":
    case "relations":
    case "charts":
      return { view, columns };
    case "platform":
    case "terms":
    case "sources":
      return { view, id: ids(found[2] ?? null)[0] ?? null };
    default:
      return { view };
  }
}

function parseFilter(given: URLSearchParams): CompareFilter {
  const wanted = ids(given.get("modality"));
  return {
    dimensions: ids(given.get("dim")),
    modalities: kinds.filter((kind) => wanted.includes(kind)),
    differences: given.get("diff") === "1",
    query: (given.get("q") ?? "").slice(0, LONGEST_QUERY),
    from: instant(given.get("from")),
    to: instant(given.get("to")),
  };
}

/** The address as it stands behind the page's own: `#/compare?p=douyin,alibaba-group&diff=1`. */
export function writeAddress(address: Address): string {
  const parts: string[] = [];
  const add = (name: string, value: string | null): void => {
    if (value) parts.push(`${name}=${value}`);
  };
  if ("columns" in address) parts.push(`p=${address.columns.join(",")}`);
  if (address.view === "compare") {
    const { filter, folded } = address;
    add("dim", filter.dimensions.join(","));
    add("diff", filter.differences ? "1" : null);
    add("q", encodeURIComponent(filter.query.slice(0, LONGEST_QUERY)));
    add("from", filter.from);
    add("to", filter.to);
    add("modality", filter.modalities.join(","));
    add("fold", folded.join(","));
  }
  const path = "id" in address && address.id ? `${address.view}/${address.id}` : address.view;
  return `#/${path}${parts.length > 0 ? `?${parts.join("&")}` : ""}`;
}

/** Ids joined by commas, each once. */
function ids(joined: string | null): string[] {
  return [...new Set((joined ?? "").split(","))].filter((id) => /^[a-z0-9-]{1,60}$/.test(id));
}

function instant(iso: string | null): string | null {
  return iso && /^\d{4}(-\d{2})?$/.test(iso) ? iso : null;
}
