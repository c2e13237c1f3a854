import { describe, expect, it } from "vitest";
import { compile } from "../../data/build/compile.ts";
import { CARD_CLAIMS, claimsAbout, type EntityCard, readCards } from "../../data/cards.ts";
import { memoryLibrary } from "../../data/library.ts";

const { bundle } = compile();
const library = memoryLibrary(bundle);

async function entityCards(ids: string[]): Promise<EntityCard[]> {
  return (await readCards(library, ids)).flatMap((card) => (card.kind === "entity" ? [card] : []));
}

describe("readCards", () => {
  it("gives a card for every entity, in the order asked for", async () => {
    const ids = bundle.knowledge.entities.map((e) => e.id).reverse();
    expect((await entityCards(ids)).map((c) => c.entity.id)).toEqual(ids);
  });

  it("leaves out what is not known", async () => {
    expect((await entityCards(["nobody", "jd"])).map((c) => c.entity.id)).toEqual(["jd"]);
  });

  it("says where a platform belongs, the outermost owner first", async () => {
    const [card] = await entityCards(["digital-human-host"]);
    expect(card?.trail.map((t) => t.id)).toEqual(["baidu", "aicaigou"]);
  });

  it("shows a few claims, each with a source, and how far they reach", async () => {
    const [card] = await entityCards(["douyin-ecommerce"]);
    expect(card?.claims).toHaveLength(CARD_CLAIMS);
    for (const claim of card?.claims ?? []) expect(claim.sources.length).toBeGreaterThan(0);
    const newest = card?.claims.flatMap((c) => c.pages.map((p) => p.date ?? "")).sort();
    expect((card?.asOf ?? "") >= (newest?.at(-1) ?? "?")).toBe(true);
  });

  it("gives a term its own card, with the platforms that live by it", async () => {
    const [card] = await readCards(library, ["shelf-ecommerce"]);
    if (card?.kind !== "term") throw new Error("no term");
    expect(card.term.names.zh).toBe("货架电商");
    expect(card.platforms.map((p) => p.id)).toContain("douyin-ecommerce");
    expect(card.term.sources.length).toBeGreaterThan(0);
  });

  it("puts the entity's own claims before those of others that name it", () => {
    const claims = claimsAbout("jd", bundle.knowledge.claims);
    const own = claims.map((c) => c.subject === "jd");
    expect(own).toContain(true);
    expect(own.lastIndexOf(true)).toBeLessThan(own.includes(false) ? own.indexOf(false) : own.length);
  });
});
