/**
 * How well mentions agree with labelled ones: exact span and entity. A labelled mention with
 * `entity: "other"` or `skip` is an ignore-region: a prediction over it is neither right nor wrong.
 */
import type { Mention } from "../../data/lexicon/types.ts";

interface GoldMention {
  start: number;
  end: number;
  surface: string;
  entity: string;
  skip?: boolean | undefined;
}

export interface GoldLine {
  id: string;
  text: string;
  mentions: readonly GoldMention[];
  /** Places that look like a name and are none. */
  traps: readonly { start: number; end: number; surface: string; confusable: string }[];
  /** No mention at all, at least one trap. */
  pure_negative?: boolean | undefined;
  /** The whole line is not scored. */
  skip?: boolean | undefined;
  /** Only this entity is labelled: predictions of others are neither right nor wrong. */
  about?: string | undefined;
}

export interface Counts {
  tp: number;
  fp: number;
  fn: number;
}

interface Score extends Counts {
  lines: number;
  precision: number;
  recall: number;
  f1: number;
  entities: Map<string, Counts>;
  /** Trap-only lines, and how many of them got a false mark. */
  trapLines: number;
  trapLinesMarked: number;
  wrong: { line: GoldLine; mention: { start: number; end: number; entity: string }; kind: "false" | "missed" }[];
}

/** What is scored of a mention. */
type Predicted = Pick<Mention, "start" | "end" | "entity">;
type Span = { start: number; end: number };
const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** @throws when a labelled surface is not what stands at its offsets */
export function score(lines: readonly GoldLine[], recognise: (line: GoldLine) => readonly Predicted[]): Score {
  const total: Score = {
    lines: 0,
    tp: 0,
    fp: 0,
    fn: 0,
    precision: 0,
    recall: 0,
    f1: 0,
    entities: new Map(),
    trapLines: 0,
    trapLinesMarked: 0,
    wrong: [],
  };
  for (const line of lines) if (!line.skip) scoreLine(total, line, recognise(line));
  total.precision = total.tp / (total.tp + total.fp || 1);
  total.recall = total.tp / (total.tp + total.fn || 1);
  total.f1 = (2 * total.precision * total.recall) / (total.precision + total.recall || 1);
  return total;
}

function scoreLine(total: Score, line: GoldLine, predicted: readonly Predicted[]): void {
  for (const m of line.mentions) {
    if (line.text.slice(m.start, m.end) !== m.surface)
      throw new Error(`${line.id}: ${m.surface} does not stand at ${m.start}`);
  }
  const counts = (entity: string): Counts => {
    const known = total.entities.get(entity) ?? { tp: 0, fp: 0, fn: 0 };
    total.entities.set(entity, known);
    return known;
  };
  const wanted = line.mentions.filter((m) => m.entity !== "other" && !m.skip);
  const ignored = line.mentions.filter((m) => m.entity === "other" || m.skip);
  const open = new Set(wanted);
  let marked = false;
  for (const mention of predicted) {
    const hit = [...open].find(
      (w) => w.start === mention.start && w.end === mention.end && w.entity === mention.entity,
    );
    if (hit) {
      open.delete(hit);
      total.tp += 1;
      counts(mention.entity).tp += 1;
      continue;
    }
    if (ignored.some((i) => overlaps(i, mention))) continue;
    if (line.about !== undefined && mention.entity !== line.about && !line.traps.some((t) => overlaps(t, mention)))
      continue;
    total.fp += 1;
    counts(mention.entity).fp += 1;
    total.wrong.push({ line, mention, kind: "false" });
    marked = true;
  }
  for (const mention of open) {
    total.fn += 1;
    counts(mention.entity).fn += 1;
    total.wrong.push({ line, mention, kind: "missed" });
  }
  total.lines += 1;
  if (line.pure_negative) {
    total.trapLines += 1;
    if (marked) total.trapLinesMarked += 1;
  }
}
