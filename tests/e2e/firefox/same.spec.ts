import { compile } from "../../../data/build/compile.ts";
import { createExplainer } from "../../../data/lexicon/explain.ts";
import { expect, test } from "../firefox.ts";
import { corpusTexts, digest, recogniserPage } from "../same.ts";

test("Firefox finds on the whole corpus, byte for byte, what Node finds", async ({ firefox, site }) => {
  const { lexicon, senses } = compile();
  const explain = createExplainer({ ...lexicon, names: lexicon.names.filter((n) => !n.term) }, { senses });
  const here = JSON.stringify(corpusTexts.map((text) => explain(text)));
  site.serve("https://same.example/", await recogniserPage());
  const tab = await firefox.newTab();
  await tab.goto("https://same.example/");
  const there = await tab.run<string>("window.found");
  expect(there.length).toBe(here.length);
  expect(digest(there)).toBe(digest(here));
});
