import { describe, expect, it } from "vitest";
import { translator } from "../../components/locales/messages.ts";
import { wordOf } from "../../components/panel/relations/words.ts";
import type { PanelKey } from "../../components/panel/types.ts";
import { compile } from "../../data/build/compile.ts";
import { compileMessages } from "../../data/build/messages.ts";
import { kinOf } from "../../data/kin.ts";
import { documentsOnly } from "../../data/layers.ts";
import { LINKS, type LinkEnd, layLinks } from "../../data/linkLayout.ts";
import type { Language } from "../../data/model.ts";
import { linksOf, type Owned, ownershipOf } from "../../data/relations.ts";
import { widthOf, wrap } from "../../data/textSize.ts";
import { layTree, TREE } from "../../data/treeLayout.ts";

const catalog = compileMessages("panel") as Record<Language, Record<PanelKey, string>>;
const { knowledge } = compile().bundle;
const names = new Map(knowledge.entities.map((e) => [e.id, e.names]));
const flat = (trees: readonly Owned[]): Owned[] => trees.flatMap((t) => [t, ...flat(t.units)]);
const everybody = knowledge.entities.filter((e) => ["group", "platform"].includes(e.kind)).map((e) => e.id);
const choices = [
  ["douyin", "alibaba-group"],
  ["alibaba-1688"],
  ["xiaohongshu", "jd", "pinduoduo"],
  everybody.slice(0, 6),
];

describe("owners and units", () => {
  it("go up to the top and down as far as asked, each entity once", () => {
    const near = flat(ownershipOf(knowledge, ["alibaba-1688"], 1));
    expect(near.map((n) => n.id)).toEqual(expect.arrayContaining(["alibaba-group", "search-1688"]));
    expect(near.map((n) => n.id)).not.toContain("cainiao");
    expect(near.filter((n) => n.chosen).map((n) => n.id)).toEqual(["alibaba-1688"]);
    expect(near[0]).toMatchObject({ id: "alibaba-group", chosen: false });
    expect(near[0]?.more).toBeGreaterThan(10);
    for (const ids of choices) {
      const all = flat(ownershipOf(knowledge, ids, 3)).map((n) => n.id);
      expect(new Set(all).size).toBe(all.length);
      for (const id of ids) expect(all).toContain(id);
    }
  });

  it("are those of now, and of the documents' time where they alone are shown", () => {
    const ids = (known: typeof knowledge, of: string): string[] => flat(ownershipOf(known, [of], 0)).map((n) => n.id);
    expect(ids(knowledge, "intime")).toEqual(["intime"]);
    expect(ids(documentsOnly(knowledge), "intime")).toEqual(["alibaba-group", "intime"]);
    expect(ids(knowledge, "alibaba-1688")).not.toContain("taotian-group");
    expect(ids(documentsOnly(knowledge), "alibaba-1688")).toContain("taotian-group");
  });

  it("say how and where a tie is stated", () => {
    const units = flat(ownershipOf(knowledge, ["tiktok-shop"], 1));
    expect(units.find((n) => n.id === "tiktok-shop")?.tie).toMatchObject({ kind: "arm-of" });
    for (const n of units) if (n.tie) expect(n.tie.sources.length).toBeGreaterThan(0);
  });

  it("do not run in circles", () => {
    const entities = knowledge.entities.map((e) => (e.id === "alibaba-group" ? { ...e, parent: "taobao" } : e));
    expect(flat(ownershipOf({ entities }, ["nobody"], 3))).toEqual([]);
    expect(kinOf(entities, ["jd"]).now("taobao")).toBeUndefined();
  });
});

describe("relations that are no ownership", () => {
  it("are those of the chosen alone, or of their units too", () => {
    const alone = linksOf(knowledge, ["alibaba-group"], false);
    const all = linksOf(knowledge, ["alibaba-group"], true);
    expect(alone.length).toBeGreaterThan(3);
    expect(all.length).toBeGreaterThan(alone.length);
    for (const link of alone) expect([link.from, link.to]).toContain("alibaba-group");
    expect(all).toContainEqual(expect.objectContaining({ from: "zkh", to: "alibaba-1688", kind: "rival-of" }));
    expect(all.some((l) => l.kind === "part-of")).toBe(false);
  });
});

/** Corners of a name as it is written, in px. */
function box({ x, y, lines }: { x: number; y: number; lines: readonly string[] }, line: number) {
  const width = Math.max(...lines.map((l) => widthOf(l, TREE.measured)));
  const height = lines.length * line;
  return { left: x, right: x + width, top: y - height / 2, bottom: y + height / 2 };
}
type Box = ReturnType<typeof box>;
const meet = (a: Box, b: Box): boolean =>
  a.left < b.right - 0.01 && b.left < a.right - 0.01 && a.top < b.bottom - 0.01 && b.top < a.bottom - 0.01;
const meeting = (boxes: readonly Box[]): number =>
  boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => meet(a, b))).length;

describe.each(["zh", "zhHant", "en"] as const)("the layouts in %s", (language) => {
  const t = translator(catalog, language);
  const nameOf = (id: string): string => names.get(id)?.[language] ?? id;

  it.each([288, 388, 560, 640, 1068])("keep every name of the tree clear of the others, in %i px", (width) => {
    for (const ids of choices) {
      for (const levels of [1, 3]) {
        const { nodes, ties, height } = layTree(ownershipOf(knowledge, ids, levels), width, nameOf);
        const boxes = nodes.map((n) => box({ ...n, x: n.x + TREE.toName }, TREE.line));
        expect(meeting(boxes)).toBe(0);
        for (const b of boxes) {
          expect(b.left).toBeGreaterThanOrEqual(0);
          expect(b.right).toBeLessThanOrEqual(width);
          expect(b.top).toBeGreaterThanOrEqual(0);
          expect(b.bottom).toBeLessThanOrEqual(height);
        }
        expect(ties.length).toBe(nodes.filter((n) => n.owner !== null).length);
      }
    }
  });

  it.each([288, 388, 480, 1068])("keep names and words of the links clear of each other, in %i px", (width) => {
    for (const ids of choices) {
      const links = linksOf(knowledge, ids, true);
      const layout = layLinks(links, ids, width, {
        nameOf,
        wordOf: (link, forward) => wordOf(link, forward, t),
      });
      const end = (e: LinkEnd): Box => box(e, LINKS.line);
      const words = layout.links.map((l) => {
        const wide = widthOf(l.word, LINKS.wordSize);
        return { left: l.wordX, right: l.wordX + wide, top: l.y - 8, bottom: l.y + 8 };
      });
      const boxes = [...layout.ends.map(end), ...words];
      expect(meeting(boxes)).toBe(0);
      for (const b of boxes) {
        expect(b.right).toBeLessThanOrEqual(width + 0.01);
        expect(b.bottom).toBeLessThanOrEqual(layout.height);
      }
      expect(layout.links.map((l) => l.link)).toEqual(links);
      for (const [i, l] of layout.links.entries()) {
        for (const key of [l.left, l.right]) expect(layout.ends.find((e) => e.key === key)?.links).toContain(i);
      }
    }
  });

  it("break no word of a name in two", () => {
    for (let width = 288; width < 700; width += 1) {
      const links = linksOf(knowledge, ["alibaba-group", "douyin"], true);
      const { ends } = layLinks(links, ["alibaba-group", "douyin"], width, {
        nameOf: (id) => knowledge.entities.find((e) => e.id === id)?.names.en ?? id,
        wordOf: (link, forward) => wordOf(link, forward, t),
      });
      for (const end of ends) for (const line of end.lines) expect(`${width}: ${line}`).not.toMatch(/-$/);
    }
  });

  it("are the same every time", () => {
    const lay = () => layTree(ownershipOf(knowledge, choices[0] ?? [], 3), 700, nameOf);
    expect(lay()).toEqual(lay());
  });
});

describe("wrapping", () => {
  it("breaks between words and between Han characters, and keeps the text", () => {
    expect(wrap("Alibaba China Marketplace", 110, 13)).toEqual(["Alibaba China", "Marketplace"]);
    const lines = wrap("深圳励展华博展览公司", 70, 13);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join("")).toBe("深圳励展华博展览公司");
    for (const line of lines) expect(widthOf(line, 13)).toBeLessThanOrEqual(70);
    expect(wrap("Xiaohongshu", 60, 13)).toEqual(["Xiaohon-", "gshu"]);
  });
});
