import { compile } from "../../../data/build/compile.ts";
import { createExplainer } from "../../../data/lexicon/explain.ts";
import { expect, serve, test } from "../chromium.ts";
import { corpusTexts, digest, recogniserPage } from "../same.ts";

test("Chromium finds on the whole corpus, byte for byte, what Node finds", async ({ context }) => {
  const { lexicon, senses } = compile();
  const names = { ...lexicon, names: lexicon.names.filter((n) => !n.term) };
  const explain = createExplainer(names, { senses });
  const here = JSON.stringify(corpusTexts.map((text) => explain(text)));
  await serve(context, "https://same.example/", await recogniserPage());
  const page = await context.newPage();
  await page.goto("https://same.example/");
  const there = await page.evaluate<string>("window.found");
  expect(there.length).toBe(here.length);
  expect(digest(there)).toBe(digest(here));
});
