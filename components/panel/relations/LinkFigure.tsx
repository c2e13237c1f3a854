import { useMemo, useState } from "preact/hooks";
import { LINKS, type LinkEnd, type LinkLayout, layLinks } from "../../../data/linkLayout.ts";
import type { Link } from "../../../data/relations.ts";
import { nameIn } from "../picture/names.ts";
import type { PictureProps } from "../picture/props.ts";
import { useWidth } from "../picture/useWidth.ts";
import { NodeShape } from "./NodeShape.tsx";
import { useWalk, type Ways } from "./useWalk.ts";
import { wordOf } from "./words.ts";

interface Props extends PictureProps {
  links: readonly Link[];
  current: string | null;
  onCurrent: (id: string) => void;
}

/** The relations across the tree. Arrows go along the lines, and up and down each side. */
export function LinkFigure({ links, ids, current, onCurrent, knowledge, language, t }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const layout = useMemo(
    () =>
      layLinks(links, ids, Math.max(260, width), {
        nameOf: (id) => nameIn(knowledge, id, language),
        wordOf: (link, forward) => wordOf(link, forward, t),
      }),
    [links, ids, width, knowledge, language, t],
  );
  // One entity may stand on both sides: which of its places is looked at is known here alone.
  const [at, setAt] = useState<string>();
  const mine = layout.ends.find((e) => e.key === at && e.id === current);
  const stop = mine ?? layout.ends.find((e) => e.id === current) ?? layout.ends[0];
  const go = (key: string): void => {
    setAt(key);
    const end = layout.ends.find((e) => e.key === key);
    if (end) onCurrent(end.id);
  };
  const walk = useWalk(stop?.key, (key) => waysIn(layout, key), go);
  return (
    <div ref={ref} class="relations-figure">
      {width > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: an SVG has no element for a group with a name
        <svg
          width={width}
          height={layout.height}
          role="group"
          aria-label={t("relations.linksLabel")}
          onKeyDown={walk.onKeyDown}
        >
          {layout.links.map((drawn) => {
            const near = [drawn.link.from, drawn.link.to].includes(current ?? "");
            return (
              <g key={`${drawn.left} ${drawn.link.kind} ${drawn.right}`} data-near={near ? "" : undefined}>
                <path class="tie" data-near={near ? "" : undefined} d={drawn.path} />
                <path class="tie" data-near={near ? "" : undefined} d={drawn.tail} />
                <text class="link-word" font-size={LINKS.wordSize} x={drawn.wordX} y={drawn.y + LINKS.wordSize * 0.36}>
                  {drawn.word}
                </text>
              </g>
            );
          })}
          {layout.ends.map((end) => (
            <NodeShape
              key={end.key}
              x={end.x}
              y={end.y}
              lines={end.lines}
              size={LINKS.size}
              measured={LINKS.measured}
              line={LINKS.line}
              chosen={ids.includes(end.id)}
              current={end.id === current}
              stop={end === stop}
              nodeRef={walk.nodeRef(end.key)}
              onPick={() => go(end.key)}
              label={labelOf(end)}
            />
          ))}
        </svg>
      )}
    </div>
  );

  function labelOf(end: LinkEnd): string {
    const told = end.links.flatMap((i) => {
      const drawn = layout.links[i];
      if (!drawn) return [];
      const { link } = drawn;
      const other = link.from === end.id ? link.to : link.from;
      return [`${wordOf(link, link.from === end.id, t)} ${nameIn(knowledge, other, language)}`];
    });
    return [nameIn(knowledge, end.id, language), ...told].join(language === "en" ? ", " : "，");
  }
}

function waysIn({ ends, links }: LinkLayout, key: string): Ways {
  const at = ends.find((e) => e.key === key);
  if (!at) return {};
  const side = ends.filter((e) => e.side === at.side).sort((a, b) => a.y - b.y);
  const place = side.indexOf(at);
  const first = links[at.links[0] ?? -1];
  const across = at.side === "left" ? { ArrowRight: first?.right } : { ArrowLeft: first?.left };
  const ways: Record<keyof Ways, string | undefined> = {
    ArrowUp: side[place - 1]?.key,
    ArrowDown: side[place + 1]?.key,
    ArrowLeft: undefined,
    ArrowRight: undefined,
    Home: side[0]?.key,
    End: side.at(-1)?.key,
    ...across,
  };
  return Object.fromEntries(Object.entries(ways).filter(([, to]) => to !== undefined)) as Ways;
}
