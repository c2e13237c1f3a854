import { expect, it } from "vitest";
import { compile } from "../../data/build/compile.ts";
import { createRecogniser } from "../../data/lexicon/recognise.ts";

const { lexicon, senses } = compile();

/** Platforms that people speak of being on. */
const PLATFORMS = ["淘宝", "抖音", "小红书", "京东", "闲鱼", "B站", "百度", "微博", "哔哩哔哩"];

it.each(PLATFORMS)("takes what is seen on %s for seen there, whatever it is", (name) => {
  const { recognise } = createRecogniser(lexicon, { senses });
  const sense = senses.senses[lexicon.names.find(({ text }) => text === name)?.sense ?? -1];
  const against = Object.entries(sense?.near ?? {}).filter(([, weight]) => weight < 0);
  const words = against.flatMap(([cue]) => senses.cues[cue] ?? []);
  expect(words).not.toEqual([]);
  const refused = words.filter(
    (word) => !recognise(`昨天在${name}上看到${word}，转给同事看。`).some(({ form }) => form === name),
  );
  expect(refused).toEqual([]);
});
