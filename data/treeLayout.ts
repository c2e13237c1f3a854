/** Places for the tree of owners and units: side by side where there is room, else indented. Pure, in px. */
import { type HierarchyPointNode, hierarchy, tree } from "d3-hierarchy";
import type { Owned } from "./relations.ts";
import { widthOf, wrap } from "./textSize.ts";

/** An entity at its place. */
export interface PlacedEntity {
  id: string;
  chosen: boolean;
  tie: Owned["tie"];
  more: number;
  /** The mark's middle. */
  x: number;
  y: number;
  /** The name, set to the right of the mark. */
  lines: readonly string[];
  /** Id of the owner above it, null at the top. */
  owner: string | null;
  /** Ids of the units below it. */
  units: readonly string[];
  depth: number;
}

interface TreeLayout {
  nodes: readonly PlacedEntity[];
  /** Lines from owner to unit, as SVG paths. */
  ties: readonly { unit: string; path: string }[];
  height: number;
}

export const TREE = {
  size: 13,
  /** The type size as which names are measured: those of chosen platforms are bold, and wider. */
  measured: 14.2,
  line: 17,
  /** Between the names of two rows. */
  gap: 11,
  /** From the mark's middle to its name. */
  toName: 12,
  /** Room at the edges: for a mark and its focus ring. */
  edge: 12,
  indent: 20,
  /** A level's least width for the tree to lie on its side. */
  level: 150,
} as const;

/** Stands for the forest's own top, which nobody sees. */
const TOP: Owned = { id: "", chosen: false, tie: null, units: [], more: 0 };

/**
 * Lays the trees out one below the other.
 * @param nameOf the name of an entity as it will be written
 */
export function layTree(roots: readonly Owned[], width: number, nameOf: (id: string) => string): TreeLayout {
  const forest = hierarchy<Owned>({ ...TOP, units: roots }, (node) => [...node.units]);
  const levels = forest.height;
  return levels > 0 && width / levels >= TREE.level
    ? layOnSide(forest, width / levels, nameOf)
    : layIndented(forest, width, nameOf);
}

type Node = ReturnType<typeof hierarchy<Owned>>;

function layOnSide(forest: Node, level: number, nameOf: (id: string) => string): TreeLayout {
  const room = level - TREE.toName - TREE.edge * 2;
  const lines = new Map(forest.descendants().map((n) => [n.data.id, wrap(nameOf(n.data.id), room, TREE.measured)]));
  const tall = (node: HierarchyPointNode<Owned>): number =>
    (lines.get(node.data.id)?.length ?? 1) * TREE.line + TREE.gap;
  const laid = tree<Owned>()
    .nodeSize([1, level])
    .separation((a, b) => (tall(a) + tall(b)) / 2)(forest);
  const shown = laid.descendants().filter((n) => n.depth > 0);
  const top = Math.min(...shown.map((n) => n.x - tall(n) / 2));
  const bottom = Math.max(...shown.map((n) => n.x + tall(n) / 2));
  const nodes = shown.map((n) => placed(n, TREE.edge + (n.depth - 1) * level, n.x - top, lines.get(n.data.id) ?? []));
  return { nodes, ties: tiesOf(nodes, sideways), height: bottom - top };
}

function layIndented(forest: Node, width: number, nameOf: (id: string) => string): TreeLayout {
  const nodes: PlacedEntity[] = [];
  let y = 0;
  forest.eachBefore((n) => {
    if (n.depth === 0) return;
    const x = TREE.edge + (n.depth - 1) * TREE.indent;
    const lines = wrap(nameOf(n.data.id), width - x - TREE.toName - TREE.edge, TREE.measured);
    const height = lines.length * TREE.line + TREE.gap;
    nodes.push(placed(n, x, y + height / 2, lines));
    y += height;
  });
  return { nodes, ties: tiesOf(nodes, downwards), height: y };
}

function placed(n: Node, x: number, y: number, lines: readonly string[]): PlacedEntity {
  const { id, chosen, tie, more } = n.data;
  const owner = n.depth > 1 ? (n.parent?.data.id ?? null) : null;
  return { id, chosen, tie, more, x, y, lines, owner, units: n.data.units.map((u) => u.id), depth: n.depth - 1 };
}

function tiesOf(
  nodes: readonly PlacedEntity[],
  draw: (owner: PlacedEntity, unit: PlacedEntity) => string,
): TreeLayout["ties"] {
  const byId = new Map(nodes.map((n) => [n.id, n]));
  return nodes.flatMap((unit) => {
    const owner = unit.owner === null ? undefined : byId.get(unit.owner);
    return owner ? [{ unit: unit.id, path: draw(owner, unit) }] : [];
  });
}

/** From behind the owner's name, across the gap, to the unit's mark. */
function sideways(owner: PlacedEntity, unit: PlacedEntity): string {
  const from = owner.x + TREE.toName + Math.max(...owner.lines.map((l) => widthOf(l, TREE.measured))) + 6;
  const to = unit.x - 7;
  const bend = to - TREE.edge;
  return `M${round(from)} ${round(owner.y)}H${round(bend - 8)}C${round(bend)} ${round(owner.y)} ${round(bend - 8)} ${round(unit.y)} ${round(to)} ${round(unit.y)}`;
}

/** Down from the owner's mark, then to the unit's. */
function downwards(owner: PlacedEntity, unit: PlacedEntity): string {
  return `M${round(owner.x)} ${round(owner.y + 7)}V${round(unit.y)}H${round(unit.x - 7)}`;
}

const round = (n: number): number => Math.round(n * 10) / 10;
