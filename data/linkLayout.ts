/**
 * Places for the relations that are no ownership: on the left those in question, on the right whom
 * they have to do with, and a line with its word between. Every line ends in a row of its own, so
 * no two words meet. Pure, in px.
 */
import type { Link } from "./relations.ts";
import { widthOf, wrap } from "./textSize.ts";

/** An entity at its place. One may stand on both sides; its key tells them apart. */
export interface LinkEnd {
  key: string;
  id: string;
  side: "left" | "right";
  x: number;
  y: number;
  lines: readonly string[];
  /** Indexes of its links, from top to bottom. */
  links: readonly number[];
}

/** A link with its line and its word. */
interface DrawnLink {
  link: Link;
  left: string;
  right: string;
  /** Whether it is read from left to right as it is stated (1688 → 淘宝: serves), or the other way. */
  forward: boolean;
  word: string;
  /** From the left name to the word, and from the word to the right name. */
  path: string;
  tail: string;
  wordX: number;
  y: number;
}

export interface LinkLayout {
  ends: readonly LinkEnd[];
  links: readonly DrawnLink[];
  height: number;
}

export const LINKS = {
  size: 13,
  /** The type size as which names are measured: those of chosen platforms are bold, and wider. */
  measured: 14.2,
  wordSize: 12,
  line: 17,
  /** Height of a link's row. */
  row: 30,
  gap: 11,
  edge: 8,
  /** Least room in which the lines bend. */
  bend: 14,
  pad: 7,
} as const;

interface Writer {
  nameOf: (id: string) => string;
  /** The word on a line, read from left to right. */
  wordOf: (link: Link, forward: boolean) => string;
}

/** @param first who belongs on the left, the most wanted first */
export function layLinks(links: readonly Link[], first: readonly string[], width: number, writer: Writer): LinkLayout {
  const candidates = chooseLefts(links, first);
  const rank = (id: string): number => (candidates.includes(id) ? candidates.indexOf(id) : candidates.length);
  const sided = links.map((link, index) => {
    const forward = rank(link.from) <= rank(link.to);
    const [left, right] = forward ? [link.from, link.to] : [link.to, link.from];
    return { link, index, forward, left, right, word: writer.wordOf(link, forward) };
  });
  // Whose every link is another's already stands on the right alone.
  const lefts = candidates.filter((id) => sided.some((s) => s.left === id));
  // Rows: by who stands on the left, then by whom they lead to, each of whom gathers all its lines.
  const rights: string[] = [];
  for (const left of lefts)
    for (const s of sided) if (s.left === left && !rights.includes(s.right)) rights.push(s.right);
  const rows = rights.map((right) => ({
    right,
    links: sided.filter((s) => s.right === right).sort((a, b) => lefts.indexOf(a.left) - lefts.indexOf(b.left)),
  }));

  const wordWidth = Math.max(0, ...sided.map((s) => widthOf(s.word, LINKS.wordSize)));
  const names = width - LINKS.edge * 2 - LINKS.bend - LINKS.pad * 4 - wordWidth;
  // Half of the room, or less where a word on the right would be cut in two for it.
  const most = Math.min(names / 2, names - longestPiece(rights, writer.nameOf) - 1);
  const leftWidth = columnWidth(lefts, Math.max(most, longestPiece(lefts, writer.nameOf)), writer.nameOf);
  const rightWidth = names - leftWidth;
  // Where there is room to spare the bends get it, up to a length that the eye still follows. A pixel is left:
  // a name as wide as its room by a rounding error would be broken.
  const longest = columnWidth(rights, rightWidth, writer.nameOf);
  const bend = LINKS.bend + Math.min(90, Math.max(0, rightWidth - longest - 1));
  const wordX = LINKS.edge + leftWidth + LINKS.pad + bend;
  const rightX = wordX + wordWidth + LINKS.pad * 3;

  const ends: LinkEnd[] = [];
  const port = new Map<number, number>();
  let y = 0;
  for (const row of rows) {
    const lines = wrap(writer.nameOf(row.right), width - rightX - LINKS.edge, LINKS.measured);
    const height = Math.max(row.links.length * LINKS.row, lines.length * LINKS.line + LINKS.gap);
    row.links.forEach((s, i) => {
      port.set(s.index, y + ((i + 0.5) * height) / row.links.length);
    });
    ends.push({
      key: `right:${row.right}`,
      id: row.right,
      side: "right",
      x: rightX,
      y: y + height / 2,
      lines,
      links: row.links.map((s) => s.index),
    });
    y += height;
  }
  const left = placeLefts(lefts, sided, port, leftWidth, writer.nameOf);
  const height = Math.max(y, left.height);
  const rightEnd = new Map(ends.map((e) => [e.id, e]));
  const leftEnd = new Map(left.ends.map((e) => [e.id, e]));
  const drawn = sided.map((s): DrawnLink => {
    const to = port.get(s.index) ?? 0;
    const end = leftEnd.get(s.left);
    const from = end?.y ?? to;
    const nameEnd = (end?.x ?? 0) + Math.max(0, ...(end?.lines ?? []).map((l) => widthOf(l, LINKS.measured)));
    const start = LINKS.edge + leftWidth + LINKS.pad / 2;
    const stop = wordX - 5;
    const path = `M${round(nameEnd + 5)} ${round(from)}H${round(start)}${bendTo(start, from, stop, to)}`;
    const { link, forward, word } = s;
    const tailX = wordX + widthOf(word, LINKS.wordSize) + 4;
    const name = rightEnd.get(s.right)?.y ?? to;
    const bendX = Math.max(tailX, rightX - LINKS.pad * 2 - 6);
    const tail = `M${round(tailX)} ${round(to)}H${round(bendX)}${bendTo(bendX, to, rightX - 6, name)}`;
    return { link, forward, word, left: `left:${s.left}`, right: `right:${s.right}`, path, tail, wordX, y: to };
  });
  return { ends: [...left.ends, ...ends], links: drawn, height };
}

/** Everybody wanted who has a link, then whoever has the most of the links that are left over. */
function chooseLefts(links: readonly Link[], first: readonly string[]): string[] {
  const lefts = first.filter((id) => links.some((l) => l.from === id || l.to === id));
  for (;;) {
    const open = links.filter((l) => !lefts.includes(l.from) && !lefts.includes(l.to));
    const count = new Map<string, number>();
    for (const id of open.flatMap((l) => [l.from, l.to])) count.set(id, (count.get(id) ?? 0) + 1);
    const most = [...count].sort((a, b) => b[1] - a[1])[0];
    if (!most) return lefts;
    lefts.push(most[0]);
  }
}

/** How wide the widest word is that no line may break. */
function longestPiece(ids: readonly string[], nameOf: (id: string) => string): number {
  const pieces = ids.flatMap((id) => nameOf(id).split(/\s+|(?<=[\u2e80-\uffef])|(?=[\u2e80-\uffef])/));
  return Math.max(0, ...pieces.map((piece) => widthOf(piece, LINKS.measured)));
}

function columnWidth(ids: readonly string[], most: number, nameOf: (id: string) => string): number {
  const lines = ids.flatMap((id) => wrap(nameOf(id), most, LINKS.measured));
  return Math.max(0, ...lines.map((l) => widthOf(l, LINKS.measured)));
}

/** The left column: each name in the middle of its rows, pushed down where two would meet. */
function placeLefts(
  lefts: readonly string[],
  sided: readonly { index: number; left: string }[],
  port: ReadonlyMap<number, number>,
  width: number,
  nameOf: (id: string) => string,
): { ends: LinkEnd[]; height: number } {
  const wanted = lefts
    .map((id) => {
      const mine = sided.filter((s) => s.left === id).map((s) => s.index);
      const ys = mine.map((i) => port.get(i) ?? 0);
      const order = [...mine].sort((a, b) => (port.get(a) ?? 0) - (port.get(b) ?? 0));
      return {
        id,
        links: order,
        y: ys.reduce((a, b) => a + b, 0) / ys.length,
        lines: wrap(nameOf(id), width + 1, LINKS.measured),
      };
    })
    .sort((a, b) => a.y - b.y);
  let free = 0;
  const ends = wanted.map(({ id, links, y, lines }): LinkEnd => {
    const height = Math.max(LINKS.row, lines.length * LINKS.line + LINKS.gap);
    const at = Math.max(y, free + height / 2);
    free = at + height / 2;
    return { key: `left:${id}`, id, side: "left", x: LINKS.edge, y: at, lines, links };
  });
  return { ends, height: free };
}

/** A soft bend from one height to another, as the rest of an SVG path. */
function bendTo(x1: number, y1: number, x2: number, y2: number): string {
  const middle = (x1 + x2) / 2;
  return `C${round(middle)} ${round(y1)} ${round(middle)} ${round(y2)} ${round(x2)} ${round(y2)}`;
}

const round = (n: number): number => Math.round(n * 10) / 10;
