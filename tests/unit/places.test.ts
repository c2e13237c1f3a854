import { describe, expect, it } from "vitest";
import { compile } from "../../data/build/compile.ts";
import { kinOf } from "../../data/kin.ts";
import { claimsByPlace } from "../../data/places.ts";
import { rivalsOf } from "../../data/rivals.ts";

const { knowledge } = compile().bundle;

describe("claimsByPlace", () => {
  it("gives every claim of a document at each of its places, in the document's order", () => {
    for (const { id } of knowledge.documents) {
      const places = claimsByPlace(knowledge.claims, id);
      const refs = knowledge.claims.flatMap((c) => c.sources.filter((ref) => ref.startsWith(`${id}:`)));
      expect(places.reduce((n, p) => n + p.claims.length, 0)).toBe(refs.length);
      const order = places.map((p) => p.place.slice(1).split(".").map(Number));
      for (const [i, [major = 0, minor = 0]] of order.entries()) {
        const [before = 0, beforeMinor = 0] = order[i - 1] ?? [];
        expect(before < major || (before === major && beforeMinor <= minor)).toBe(true);
      }
    }
  });
});

describe("rivals", () => {
  it("are no kin of the platform, and their claims are not its own", () => {
    let found = 0;
    for (const { id } of knowledge.entities) {
      const kin = kinOf(knowledge.entities, [id]);
      for (const rival of rivalsOf(knowledge, id)) {
        found += 1;
        expect(kin.ever(rival.entity.id)).toBe(false);
        for (const claim of rival.claims) expect(kin.at(claim.subject, claim)).toBeUndefined();
      }
    }
    expect(found).toBeGreaterThan(5);
  });
});
