import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { compile } from "../../data/build/compile.ts";
import { fold, foldTable, isWordPart } from "../../data/lexicon/characters.ts";
import { BUILT_IN, CUE_REACH, type CueListener, Cues } from "../../data/lexicon/cues.ts";
import { SenseScale } from "../../data/lexicon/senses.ts";
import { endsSentence } from "../../data/lexicon/sentences.ts";

const { lexicon, senses } = compile();
const variants = lexicon.variants + senses.variants;
const cues = new Cues(senses, foldTable(variants), variants);

const sentence = fc.constantFrom(
  ...readFileSync(new URL("../corpus/train.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { text: string }).text),
);
/** Without what may stand inside a cue, so that a cue is where its word is. */
const text = fc
  .array(fc.tuple(sentence, fc.constantFrom("", "。", "，", "？", "a")), { minLength: 1, maxLength: 4 })
  .map((parts) =>
    parts
      .flat()
      .join("")
      .replace(/[\s(（\u00ad\u2000-\u206f\ufeff]|[\ufe00-\ufe0f]/g, ""),
  );

type Heard = Parameters<CueListener["hear"]>;

/** All cues of the lists that are heard around a place of two characters. */
function heard(of: string, at: number): Heard[] {
  const all: Heard[] = [];
  const listener: CueListener = {
    before: 0x7fffffff,
    after: 0x7fffffff,
    near: 0x7fffffff,
    hear: (...cue) => {
      if (!BUILT_IN.has(cues.classes[cue[0]] ?? "")) all.push(cue);
    },
  };
  cues.turnTo(of);
  cues.around(at, Math.min(at + 2, of.length), listener);
  return all;
}

const folding = foldTable(variants);
const folded = (of: string): string =>
  Array.from({ length: of.length }, (_, i) => String.fromCharCode(fold(folding, of.charCodeAt(i)))).join("");
const words = new Map<string, number[]>();
for (const [value, list] of Object.values(senses.cues).entries())
  for (const word of list) words.set(folded(word), [...(words.get(folded(word)) ?? []), value]);
const longest = Math.max(...Array.from(words.keys(), (word) => word.length));

/** The cues between two places, told by looking for every word at every place. @param limit none looked for ends behind it */
function spelt(of: string, from: number, to: number, limit: number): string[] {
  const all: string[] = [];
  const plain = folded(of);
  const isPart = (i: number): boolean => isWordPart(plain.charCodeAt(i));
  for (let at = from; at < to; at++) {
    if (isPart(at) && at > 0 && isPart(at - 1)) continue;
    for (let end = Math.min(at + longest, limit); end > at; end--) {
      const classes = words.get(plain.slice(at, end));
      if (!classes || (isPart(end - 1) && end < of.length && isPart(end))) continue;
      if (end <= to) for (const value of classes) all.push(`${cues.classes[value]} ${at} ${end}`);
      break;
    }
  }
  return all;
}

it("hears every cue in a name’s sentence, so far as it reaches, and none else", () => {
  fc.assert(
    fc.property(text, fc.double({ min: 0, max: 1, noNaN: true }), (of, where) => {
      const start = Math.floor(where * (of.length - 1));
      const end = Math.min(start + 2, of.length);
      let first = start;
      while (first > Math.max(0, start - CUE_REACH) && !endsSentence(of.charCodeAt(first - 1))) first--;
      const furthest = Math.min(of.length, end + CUE_REACH);
      // The sign that ends the sentence is a part of it where no more than quotation marks stand before it.
      let last = end;
      while (last < furthest && !endsSentence(of.charCodeAt(last))) last++;
      if (/^[“”‘’「」『』《》"]{0,2}$/.test(of.slice(end, last))) last++;
      const all = heard(of, start).map(([cue, , at, until]) => `${cues.classes[cue]} ${at} ${until}`);
      const behind = spelt(of, end, furthest, of.length).filter((cue) => Number(cue.split(" ")[1]) < last);
      const isName = (cue: string): boolean => {
        const [, at, until] = cue.split(" ").map(Number);
        return of.slice(at, until) === of.slice(start, end);
      };
      const others = [...spelt(of, first, start, start), ...behind].filter((cue) => !isName(cue));
      expect(all.sort()).toEqual(others.sort());
    }),
    { numRuns: 3000, seed: 20231103 },
  );
});

it("hears the same where what cannot be seen stands between", () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 12 }), (of, at, count) => {
      const hidden = Math.min(at, of.length);
      const longer = of.slice(0, hidden) + "\u200b".repeat(count) + of.slice(hidden);
      const names = (all: Heard[]): string[] => all.map(([cue, place, , , far]) => `${cue} ${place} ${far}`).sort();
      const start = 12;
      fc.pre(start + 2 <= of.length && hidden !== start + 1);
      const moved = hidden <= start ? start + count : start;
      expect(names(heard(longer, moved))).toEqual(names(heard(of, start)));
    }),
    { numRuns: 2000, seed: 20231103 },
  );
});

/** What may stand inside a cue or between one and a name. */
const gap = fc.constantFrom("", " ", "\n        ", "\u200b", "（tuán）", "”", "，", "。", "？");

it("weighs the same whether or not it passes over what is of no interest", () => {
  const scales = senses.senses.map((sense) => {
    const strict = new SenseScale(sense, "", cues, senses.far ?? 1);
    const loose = new SenseScale(sense, "", cues, senses.far ?? 1);
    Object.assign(loose, { before: 0x7fffffff, after: 0x7fffffff, allNear: 0x7fffffff, soleNear: 0 });
    return { strict, loose };
  });
  fc.assert(
    fc.property(sentence, gap, fc.nat(), gap, fc.nat(), fc.nat(), (of, one, there, two, elsewhere, where) => {
      const put = (into: string, what: string, at: number): string =>
        into.slice(0, at % (into.length + 1)) + what + into.slice(at % (into.length + 1));
      const long = put(put(of, one, there), two, elsewhere);
      const start = where % long.length;
      const end = Math.min(start + 2, long.length);
      cues.turnTo(long);
      for (const { strict, loose } of scales) expect(strict.words(start, end)).toBeCloseTo(loose.words(start, end), 9);
    }),
    { numRuns: 3000, seed: 20231103 },
  );
});

it("takes no part of a word for a cue, however far it is from the name", () => {
  const of = `x\u200bHR${"嗯".repeat(60)}`;
  const places = Array.from(of, (_, at) => at).slice(4);
  const cued = (text: string): number => places.flatMap((at) => heard(text, at)).length;
  expect(cued(of)).toBe(0);
  expect(cued(of.replace("x", "："))).toBeGreaterThan(30);
});
