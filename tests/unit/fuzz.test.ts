import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { compile } from "../../data/build/compile.ts";
import { createRecogniser } from "../../data/lexicon/recognise.ts";
import type { Mention } from "../../data/lexicon/types.ts";

const { lexicon, senses } = compile();
const recogniser = createRecogniser(lexicon, { senses });
const numRuns = 10_000;
const seed = 20231103;
// A minute: what counts is that all runs are made.
vi.setConfig({ testTimeout: 60_000 });

const corpus: string[] = ["train", "test"].flatMap((name) =>
  readFileSync(new URL(`../corpus/${name}.jsonl`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { text: string }).text),
);
const sentence = fc.constantFrom(...corpus);
const noise = fc.string({
  unit: fc.constantFrom(..."，。a1 阿里京东宝(tuán)\u200b\n·-./@抖音".split("")),
  maxLength: 12,
});
const text = fc.oneof(
  sentence,
  fc.array(fc.oneof(sentence, noise), { maxLength: 4 }).map((parts) => parts.join("")),
);

const entities = (mentions: readonly Mention[]): string[] => mentions.map((m) => m.entity);

/** The text with something put between two characters inside each plain mention. */
function insideNames(of: string, insert: (before: string, after: string, i: number) => string): string {
  let out = "";
  let from = 0;
  recogniser.recognise(of).forEach((m, n) => {
    out += of.slice(from, m.start);
    const chars = [...m.surface];
    out += chars.map((c, i) => (i + 1 < chars.length ? c + insert(c, chars[i + 1] ?? "", n + i) : c)).join("");
    from = m.end;
  });
  return out + of.slice(from);
}

describe("for any text", () => {
  it("every mention is where it says, in order, without overlap", () => {
    fc.assert(
      fc.property(text, (t) => {
        let end = 0;
        for (const m of recogniser.recognise(t)) {
          expect(t.slice(m.start, m.end)).toBe(m.surface);
          expect(m.start).toBeGreaterThanOrEqual(end);
          expect(m.end).toBeGreaterThan(m.start);
          end = m.end;
        }
      }),
      { numRuns, seed },
    );
  });

  it("invisible characters inside names change nothing", () => {
    const invisible = ["\u200b", "\u00ad", "\u2060", "\ufeff", "\u200d"];
    fc.assert(
      fc.property(sentence, fc.nat(4), (t, k) => {
        const changed = insideNames(t, (_b, _a, i) => invisible[(i + k) % invisible.length] ?? "");
        expect(entities(recogniser.recognise(changed))).toEqual(entities(recogniser.recognise(t)));
      }),
      { numRuns, seed },
    );
  });

  it("full width changes nothing", () => {
    const wide = (s: string): string => s.replace(/[0-9A-Za-z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(sentence, (t) => {
        const before = recogniser.recognise(t);
        let out = "";
        let from = 0;
        for (const m of before) {
          out += t.slice(from, m.start) + wide(m.surface);
          from = m.end;
        }
        expect(entities(recogniser.recognise(out + t.slice(from)))).toEqual(entities(before));
      }),
      { numRuns, seed },
    );
  });

  it("stray pinyin inside names changes nothing", () => {
    const pinyin = ["(tuán)", "（wang）", "(qí)", "(zhuàng)"];
    const han = /\p{Script=Han}/u;
    fc.assert(
      fc.property(sentence, fc.nat(3), (t, k) => {
        const changed = insideNames(t, (before, _a, i) =>
          han.test(before) ? (pinyin[(i + k) % pinyin.length] ?? "") : "",
        );
        expect(entities(recogniser.recognise(changed))).toEqual(entities(recogniser.recognise(t)));
      }),
      { numRuns, seed },
    );
  });

  it("splitting at sentence ends changes nothing but the page's evidence", () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 3 }), (parts) => {
        const whole = parts.map((p) => `${p.replace(/[。！？；]$/, "")}。`).join("");
        const pieces = whole.split(/(?<=[。！？；])/);
        // With the whole page's evidence given to both, the pieces give what the whole gives.
        const page = { entities: new Set(lexicon.names.flatMap((n) => n.entity ?? [])) };
        const apart = pieces.flatMap((p) => entities(recogniser.recognise(p, page)));
        expect(apart).toEqual(entities(recogniser.recognise(whole, page)));
      }),
      { numRuns, seed },
    );
  });
});
