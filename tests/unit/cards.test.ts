import { describe, expect, it } from "vitest";
import { compile } from "../../data/build/compile.ts";
import { CARD_CLAIMS, claimsAbout, readCards } from "../../data/cards.ts";
import { memoryLibrary } from "../../data/library.ts";

const { bundle } = compile();
const library = memoryLibrary(bundle);

describe("readCards", () => {
  it("gives a card for every entity, in the order asked for", async () => {
    const ids = bundle.knowledge.entities.map((e) => e.id).reverse();
    expect((await readCards(library, ids)).map((c) => c.entity.id)).toEqual(ids);
  });

  it("leaves out what is not known", async () => {
    expect((await readCards(library, ["nobody", "jd"])).map((c) => c.entity.id)).toEqual(["jd"]);
  });

  it("says where a platform belongs, the outermost owner first", async () => {
    const [card] = await readCards(library, ["alibaba-1688"]);
    expect(card?.trail.map((t) => t.id)).toEqual(["alibaba-group", "taotian-group"]);
  });

  it("shows a few claims, each with a source, and how far they reach", async () => {
    const [card] = await readCards(library, ["douyin-ecommerce"]);
    expect(card?.claims).toHaveLength(CARD_CLAIMS);
    for (const claim of card?.claims ?? []) expect(claim.sources.length).toBeGreaterThan(0);
    expect(card?.asOf).toBe("2024-04");
  });

  it("puts the entity's own claims before those of others that name it", () => {
    const claims = claimsAbout("jd", bundle.knowledge.claims);
    const own = claims.map((c) => c.subject === "jd");
    expect(own).toContain(true);
    expect(own.lastIndexOf(true)).toBeLessThan(own.includes(false) ? own.indexOf(false) : own.length);
  });
});
