import { hasSharedData, type LedgerEntity, readDocument, readLedger } from "../../shared-data.ts";
import { ContentWorld, chooseLanguage, expect, hoverName, reported, serve, test } from "../chromium.ts";
import { pageOf, paragraphs } from "../pages.ts";

test.skip(!hasSharedData, "the source documents are not here");

const platformKinds = [
  "group",
  "platform",
  "business-unit",
  "app",
  "feature",
  "ai-product",
  "logistics",
  "investee",
  "institution",
];
/** The conversion to 繁體 garbled one sentence beyond recognition: its names are not in the raw text. */
const garbled: Record<string, Record<string, number>> = { "000": {}, "004": { taobao: 2 } };
/** Counted by the ledger and no mention: a misprint of 1688, and the page's own news app. */
const notMentions = ["1866", "网易新闻"];

/** How often each document names each platform, by the ledger: in its sentences and in the page's furniture. */
function expectedCounts(document: "000" | "004"): Map<string, number> {
  const counts = new Map<string, number>();
  const entities = readLedger<{ entities: LedgerEntity[] }>("entities.json").entities;
  const platforms = entities.filter((e) => platformKinds.includes(e.kind));
  const platformForms = new Set(platforms.flatMap((e) => e.surface_forms.map((f) => f.form)));
  for (const entity of platforms) {
    for (const form of entity.surface_forms) {
      if (notMentions.includes(form.form)) continue;
      const inSentences = occurrences(form, document);
      const inFurniture = (form.in_page_furniture ?? []).filter(
        (at) => at.startsWith(document) && form.form === furnitureName(entity, at),
      ).length;
      // Inside the name of an event or a person (1688源头厂货商人节) it is the brand; in a stock code it is not.
      const inNames = (form.nested_in_longer_names ?? []).filter(
        ({ sentence, inside }) =>
          sentence.startsWith(document) && !platformForms.has(inside) && !inside.includes("代码"),
      ).length;
      const sum = inSentences + inFurniture + inNames;
      if (sum > 0) counts.set(entity.id, (counts.get(entity.id) ?? 0) + sum);
    }
  }
  for (const [id, count] of Object.entries(garbled[document] ?? {})) counts.set(id, (counts.get(id) ?? 0) - count);
  return counts;
}

/** A caption names an entity once, by the longest of its forms there. */
function furnitureName(entity: LedgerEntity, at: string): string {
  const there = entity.surface_forms.filter((f) => f.in_page_furniture?.includes(at)).map((f) => f.form);
  return there.sort((a, b) => b.length - a.length)[0] ?? "";
}

/** A form's standalone count in one document. All of it lies there, unless its sentences are of both. */
function occurrences(form: LedgerEntity["surface_forms"][number], document: string): number {
  const here = form.sentences.filter((s) => s.startsWith(`${document}:`));
  if (here.length === 0) return 0;
  if (here.length === form.sentences.length) return form.count;
  const texts = new Map(
    readLedger<{ sentences: { id: string; text: string }[] }>("sentences.json").sentences.map((s) => [s.id, s.text]),
  );
  const forms = readLedger<{ entities: LedgerEntity[] }>("entities.json").entities.flatMap((e) =>
    e.surface_forms.map((f) => f.form),
  );
  const longer = forms.filter((f) => f !== form.form && f.includes(form.form)).sort((a, b) => b.length - a.length);
  return here.reduce((sum, id) => {
    let text = texts.get(id) ?? "";
    for (const f of longer) text = text.split(f).join("|");
    return sum + text.split(form.form).length - 1;
  }, 0);
}

for (const source of ["000", "004"] as const) {
  test(`finds every name of document ${source}`, async ({ context, extensionId, worker }) => {
    await chooseLanguage(worker, "zh");
    const url = `https://www.163.com/${source}.html`;
    await serve(context, url, pageOf(paragraphs(readDocument(source))));
    // The page takes its own HTML down before the content script runs.
    await context.addInitScript(() => {
      document.addEventListener("DOMContentLoaded", () => {
        (window as unknown as { before: string }).before = document.documentElement.outerHTML;
      });
    });
    const page = await context.newPage();
    await page.goto(url);
    const expected = expectedCounts(source);
    await expect
      .poll(() => reported(context).then((found) => [...expected.keys()].filter((id) => !found.has(id))))
      .toEqual([]);
    const found = await reported(context);
    const rows = [...new Set([...expected.keys(), ...found.keys()])].sort();
    console.log(rows.map((id) => `${id}: expected ${expected.get(id) ?? 0}, found ${found.get(id) ?? 0}`).join("\n"));
    expect(Object.fromEntries(rows.map((id) => [id, found.get(id) ?? 0]))).toEqual(
      Object.fromEntries(rows.map((id) => [id, expected.get(id) ?? 0])),
    );
    const world = await ContentWorld.of(page, extensionId);
    const names = source === "000" ? ["抖音", "1688"] : ["1688", "慧聰網"];
    for (const name of names) {
      const text = await hoverName(page, world, name);
      expect(text).toMatch(/(?:事实|计划|作者观点|未证实的报道|已否认的传闻) · .+ · .+一文 [ps]\d/);
      const untouched = await page.evaluate(() => {
        const copy = document.documentElement.cloneNode(true) as Element;
        for (const host of copy.querySelectorAll("qiju-card")) host.remove();
        return copy.outerHTML === (window as unknown as { before: string }).before;
      });
      expect(untouched).toBe(true);
      await page.keyboard.press("Escape");
    }
  });
}
