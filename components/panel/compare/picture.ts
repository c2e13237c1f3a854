/** A comparison drawn as a picture: a canvas of our own, since what the page shows may be narrow, folded or scrolled. */
import { marks } from "../../../data/exports/markdown.ts";
import type { WrittenClaim, WrittenComparison } from "../../../data/exports/written.ts";
import type { Language } from "../../../data/model.ts";
import { wrapText } from "./wrapText.ts";

/** Measures in px of the picture at scale 1. */
const MARGIN = 32;
const FIRST_WIDTH = 104;
const COLUMN_WIDTH = 300;
const PAD = 12;
const GAP = 10;
const MARK_WIDTH = 18;
const text = { size: 14, line: 22 } as const;
const meta = { size: 12, line: 17 } as const;
/** For sharp text on dense screens, unless the canvas would grow larger than browsers allow. */
const SCALE = 2;
const LONGEST_SIDE = 32_000;

interface Line {
  text: string;
  style: "name" | "headline" | "claim" | "meta" | "unit" | "blank" | "row" | "group" | "title";
  /** From the left of its cell. */
  x: number;
  /** Height that it takes. */
  height: number;
}

interface Block {
  cells: readonly (readonly Line[])[];
  height: number;
  group: boolean;
}

/** @throws where the browser gives no canvas, or none so large */
export async function drawComparison(written: WrittenComparison, language: Language): Promise<Blob> {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  const look = readLook();
  const fonts = fontsOf(look.sans);
  const measure = (style: Line["style"]) => {
    return (piece: string): number => {
      context.font = fonts[style];
      return context.measureText(piece).width;
    };
  };
  const wrap = (piece: string, style: Line["style"], width: number, height: number, x = 0): Line[] =>
    wrapText(piece, width - x, measure(style)).map((line) => ({ text: line, style, x, height }));

  const inside = COLUMN_WIDTH - 2 * PAD;
  const cellOf = (claims: readonly WrittenClaim[], blank: string): Line[] => {
    if (claims.length === 0) return wrap(blank, "blank", inside, text.line);
    return claims.flatMap((claim, i) => {
      const facts = [claim.kind, claim.date, claim.attribution, claim.sources].filter((part) => part !== "");
      const lines = [
        ...(claim.unit ? wrap(claim.unit, "unit", inside, meta.line, MARK_WIDTH) : []),
        ...wrap(claim.text, "claim", inside, text.line, MARK_WIDTH).map((line, first) =>
          first === 0 ? { ...line, mark: marks[claim.modality] } : line,
        ),
        ...wrap(facts.join(" · "), "meta", inside, meta.line, MARK_WIDTH),
        ...(claim.note ? wrap(claim.note, "meta", inside, meta.line, MARK_WIDTH) : []),
      ];
      if (i > 0 && lines[0]) lines[0] = { ...lines[0], height: lines[0].height + GAP };
      return lines;
    });
  };
  const blockOf = (cells: readonly (readonly Line[])[], group = false): Block => ({
    cells,
    group,
    height: Math.max(...cells.map((lines) => lines.reduce((sum, l) => sum + l.height, 0))) + (group ? PAD : 2 * PAD),
  });
  const first = FIRST_WIDTH - PAD;
  const blocks: Block[] = [
    blockOf([
      wrap(written.corner, "meta", first, text.line),
      ...written.columns.map(({ name, headline }) => [
        ...wrap(name, "name", inside, 26),
        ...wrap(headline, "headline", inside, 19),
      ]),
    ]),
    ...written.groups.flatMap(({ name, rows }) => [
      blockOf([wrap(name, "group", inside, 20)], true),
      ...rows.map((row) =>
        blockOf([
          wrap(row.name, "row", first, text.line),
          ...row.cells.map((cell, i) => cellOf(cell, row.blanks[i] ?? "")),
        ]),
      ),
    ]),
  ];

  const width = 2 * MARGIN + FIRST_WIDTH + written.columns.length * COLUMN_WIDTH;
  const titles = wrap(written.title, "title", width - 2 * MARGIN, 34);
  const origins = wrap(written.origin, "meta", width - 2 * MARGIN, meta.line);
  const top = MARGIN + titles.length * 34 + 8;
  const height = top + blocks.reduce((sum, b) => sum + b.height, 0) + PAD + origins.length * meta.line + MARGIN;
  const scale = Math.min(SCALE, LONGEST_SIDE / Math.max(width, height));
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  canvas.lang = language === "en" ? "en" : language === "zh" ? "zh-Hans" : "zh-Hant";
  context.scale(scale, scale);
  context.fillStyle = look.paper;
  context.fillRect(0, 0, width, height);
  context.textBaseline = "alphabetic";

  const colours: Record<Line["style"], string> = {
    name: look.ink,
    title: look.ink,
    claim: look.ink,
    headline: look.soft,
    unit: look.soft,
    row: look.soft,
    group: look.soft,
    meta: look.faint,
    blank: look.faint,
  };
  const write = (lines: readonly (Line & { mark?: string })[], x: number, y: number): void => {
    for (const line of lines) {
      y += line.height;
      context.font = fonts[line.style];
      context.fillStyle = colours[line.style];
      context.fillText(line.text, x + line.x, y - 6);
      if (line.mark) {
        context.fillStyle = look.soft;
        context.fillText(line.mark, x, y - 6);
      }
    }
  };
  const rule = (y: number, colour: string): void => {
    context.fillStyle = colour;
    context.fillRect(MARGIN, y, width - 2 * MARGIN, 1);
  };

  write(titles, MARGIN, MARGIN - 8);
  let y = top;
  for (const block of blocks) {
    if (block.group) {
      context.fillStyle = look.sunk;
      context.fillRect(MARGIN, y, width - 2 * MARGIN, block.height);
    }
    for (const [i, lines] of block.cells.entries()) {
      const x = i === 0 ? MARGIN + (block.group ? PAD : 0) : MARGIN + FIRST_WIDTH + (i - 1) * COLUMN_WIDTH + PAD;
      write(lines, x, y + (block.group ? PAD / 2 : PAD) - 2);
    }
    y += block.height;
    rule(y, look.hairline);
  }
  write(origins, MARGIN, y + PAD);

  return new Promise((done, fail) => {
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("the picture is too large"))), "image/png");
  });
}

/** The colours and the fonts that the panel has now. */
function readLook() {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    paper: token("--paper"),
    sunk: token("--paper-sunk"),
    ink: token("--ink"),
    soft: token("--ink-soft"),
    faint: token("--ink-faint"),
    hairline: token("--hairline"),
    sans: token("--sans"),
  };
}

function fontsOf(sans: string): Record<Line["style"], string> {
  const font = (weight: number, size: number): string => `${weight} ${size}px ${sans}`;
  return {
    title: font(700, 22),
    name: font(650, 16),
    headline: font(400, 13),
    row: font(600, 13),
    group: font(600, meta.size),
    unit: font(600, meta.size),
    claim: font(400, text.size),
    meta: font(400, meta.size),
    blank: font(400, 13),
  };
}
