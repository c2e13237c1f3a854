import { useMemo } from "preact/hooks";
import type { Owned } from "../../../data/relations.ts";
import { layTree, type PlacedEntity, TREE } from "../../../data/treeLayout.ts";
import { nameIn } from "../picture/names.ts";
import type { PictureProps } from "../picture/props.ts";
import { useWidth } from "../picture/useWidth.ts";
import { NodeShape } from "./NodeShape.tsx";
import { useWalk, type Ways } from "./useWalk.ts";
import { wordOf } from "./words.ts";

interface Props extends PictureProps {
  trees: readonly Owned[];
  current: string | null;
  onCurrent: (id: string) => void;
}

/** Owners and units as a tree. Arrows go to the owner, to the first unit, and up and down the rows. */
export function TreeFigure({ trees, current, onCurrent, knowledge, language, t }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const { nodes, ties, height } = useMemo(
    () => layTree(trees, Math.max(200, width), (id) => nameIn(knowledge, id, language)),
    [trees, width, knowledge, language],
  );
  const stop = nodes.find((n) => n.id === current) ?? nodes.find((n) => n.chosen) ?? nodes[0];
  const walk = useWalk(stop?.id, (id) => waysIn(nodes, id), onCurrent);
  const name = (id: string): string => nameIn(knowledge, id, language);
  return (
    <div ref={ref} class="relations-figure">
      {width > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: an SVG has no element for a group with a name
        <svg
          width={width}
          height={height}
          role="group"
          aria-label={t("relations.treeLabel")}
          onKeyDown={walk.onKeyDown}
        >
          {ties.map(({ unit, path }) => (
            <path key={unit} class="tie" data-near={isNear(nodes, unit, current) ? "" : undefined} d={path} />
          ))}
          {nodes.map((node) => (
            <NodeShape
              key={node.id}
              x={node.x + TREE.toName}
              y={node.y}
              lines={node.lines}
              size={TREE.size}
              measured={TREE.measured}
              line={TREE.line}
              before={TREE.toName + 1}
              chosen={node.chosen}
              current={node.id === current}
              stop={node === stop}
              nodeRef={walk.nodeRef(node.id)}
              onPick={() => onCurrent(node.id)}
              label={[
                name(node.id),
                node.owner !== null && node.tie ? `${wordOf(node.tie, true, t)} ${name(node.owner)}` : "",
                node.units.length + node.more > 0 ? t("relations.units", { n: node.units.length + node.more }) : "",
              ]
                .filter(Boolean)
                .join(language === "en" ? ", " : "，")}
            >
              <circle class="node-mark" cx={node.x} cy={node.y} r="3.5" data-open={node.more > 0 ? "" : undefined} />
            </NodeShape>
          ))}
        </svg>
      )}
    </div>
  );
}

function waysIn(nodes: readonly PlacedEntity[], id: string): Ways {
  const at = nodes.find((n) => n.id === id);
  if (!at) return {};
  const rows = [...nodes].sort((a, b) => a.y - b.y || a.x - b.x);
  // Lying on its side a level is a column, and up and down stay in it; indented, every row is next.
  const deep = nodes.some((n) => n.depth > 0 && n.x - TREE.edge >= TREE.level * n.depth);
  const column = deep ? rows.filter((n) => n.depth === at.depth) : rows;
  const place = column.indexOf(at);
  const ways: Ways = {};
  const set = (key: keyof Ways, to: string | null | undefined): void => {
    if (to !== null && to !== undefined) ways[key] = to;
  };
  set("ArrowUp", column[place - 1]?.id);
  set("ArrowDown", column[place + 1]?.id);
  set("ArrowLeft", at.owner);
  set("ArrowRight", at.units[0]);
  set("Home", rows[0]?.id);
  set("End", rows.at(-1)?.id);
  return ways;
}

const isNear = (nodes: readonly PlacedEntity[], unit: string, current: string | null): boolean =>
  unit === current || nodes.find((n) => n.id === unit)?.owner === current;
