import { describe, expect, it } from "vitest";
import { cardOf, knowledge, rendered } from "./reading.tsx";

describe("who they are by now", () => {
  it("is the first line of the card, in every language", async () => {
    const changed = knowledge.entities.filter((e) => e.identity?.line);
    expect(changed.map((e) => e.id)).toEqual(expect.arrayContaining(["eleme", "intime", "taotian-group"]));
    for (const { id, identity } of changed) {
      const card = await cardOf(id);
      for (const language of ["zh", "zhHant", "en"] as const)
        expect(rendered(card, language).startsWith(identity?.line?.[language] ?? "?"), id).toBe(true);
    }
  });

  it("is said where nobody knows, and the listing and founding where they are known", async () => {
    for (const entity of knowledge.entities.filter((e) => e.identity)) {
      const { status, listing, founded } = entity.identity ?? {};
      const text = rendered(await cardOf(entity.id), "en");
      if (status === "unknown" && !entity.identity?.line)
        expect(text, entity.id).toContain("whether it goes on is not known");
      if (listing) expect(text, entity.id).toContain(listing.en);
      if (founded) expect(text, entity.id).toMatch(/Founded .*\d{4}/);
    }
  });

  it("says whom it belongs to by now, and in the documents whom it belonged to then", async () => {
    const trail = async (id: string, documents: boolean): Promise<string[]> =>
      (await cardOf(id, { documentsOnly: documents })).trail.map((o) => o.id);
    expect(await trail("intime", false)).toEqual([]);
    expect(await trail("intime", true)).toEqual(["alibaba-group"]);
    expect(await trail("alibaba-1688", false)).toEqual(["alibaba-group"]);
    expect(await trail("alibaba-1688", true)).toEqual(["alibaba-group", "taotian-group"]);
  });

  it("heads the card in place of what the documents say", async () => {
    const eleme = await cardOf("eleme");
    expect(eleme.headline).toEqual(eleme.entity.now?.headline);
    const alone = await cardOf("eleme", { documentsOnly: true });
    expect(alone.headline).toEqual(alone.entity.headline);
    expect(alone.entity.identity).toBeNull();
    expect(rendered(alone)).not.toContain(eleme.headline.zh);
  });
});
