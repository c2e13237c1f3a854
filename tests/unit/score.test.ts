import { expect, it } from "vitest";
import { type GoldLine, score } from "../tools/score.ts";

const line = (over: Partial<GoldLine>): GoldLine => ({ id: "x", text: "抖音和淘宝", mentions: [], traps: [], ...over });
const at = (start: number, entity: string) => ({
  start,
  end: start + 2,
  surface: "抖音和淘宝".slice(start, start + 2),
  entity,
});

it("counts exact span and entity as right, anything else as false, what is left as missed", () => {
  const gold = [line({ mentions: [at(0, "douyin"), at(3, "taobao")] })];
  const { tp, fp, fn } = score(gold, () => [at(0, "douyin"), at(3, "tmall")]);
  expect({ tp, fp, fn }).toEqual({ tp: 1, fp: 1, fn: 1 });
});

it("lets go of predictions over other products and doubtful mentions", () => {
  const gold = [line({ mentions: [at(0, "other"), { ...at(3, "taobao"), skip: true }] })];
  const { tp, fp, fn } = score(gold, () => [at(0, "douyin"), at(3, "taobao")]);
  expect({ tp, fp, fn }).toEqual({ tp: 0, fp: 0, fn: 0 });
});

it("counts trap-only lines with a false mark", () => {
  const gold = [line({ pure_negative: true }), line({ pure_negative: true })];
  let first = true;
  const result = score(gold, () => {
    const marks = first ? [at(0, "douyin")] : [];
    first = false;
    return marks;
  });
  expect([result.trapLines, result.trapLinesMarked]).toEqual([2, 1]);
});

it("refuses labels whose offsets are wrong", () => {
  const gold = [line({ mentions: [{ ...at(1, "douyin"), surface: "抖音" }] })];
  expect(() => score(gold, () => [])).toThrow(/does not stand/);
});
