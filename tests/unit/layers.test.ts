import { describe, expect, it } from "vitest";
import { compile } from "../../data/build/compile.ts";
import { type CuratedFiles, readCurated } from "../../data/build/read.ts";
import { documentsOnly, isOlderThan, knowledgeReach, reachOf } from "../../data/layers.ts";
import { cardOf, knowledge, rendered, renderedTable, TODAY } from "./reading.tsx";

/** The curated files as they were before anything was known of what has happened since. */
function withoutSince(files: CuratedFiles): CuratedFiles {
  // biome-ignore lint/suspicious/noExplicitAny: the files as they come
  const content = (file: { content: unknown }): any => file.content;
  const isSince = (c: { sources: string[] }): boolean => c.sources.every((ref) => ref.startsWith("web:"));
  const gone = new Set<string>();
  for (const file of [...files.platforms, ...files.terms]) {
    const entity = content(file);
    for (const claim of entity.claims.filter(isSince)) gone.add(claim.id);
    entity.claims = entity.claims.filter((c: { sources: string[] }) => !isSince(c));
    if (entity.relations) entity.relations = entity.relations.filter((r: { sources: string[] }) => !isSince(r));
    delete entity.identity;
    delete entity.now;
  }
  content(files.sources).pages = [];
  for (const move of content(files.moves).moves) {
    for (const adopter of move.adopters) {
      adopter.claims = adopter.claims.filter((id: string) => !gone.has(id));
      const left = (adopter.left ?? []).filter((id: string) => !gone.has(id));
      if (left.length > 0) adopter.left = left;
      else delete adopter.left;
    }
    move.adopters = move.adopters.filter((a: { claims: string[] }) => a.claims.length > 0);
  }
  return files;
}

describe("the documents alone", () => {
  it("are exactly what is compiled without what has happened since", () => {
    expect(knowledge.claims.filter((c) => c.layer === "since").length).toBeGreaterThan(100);
    expect(documentsOnly(knowledge)).toEqual(compile(withoutSince(structuredClone(readCurated()))).bundle.knowledge);
  });

  it("are what cards and table show when they are asked for", async () => {
    const alone = documentsOnly(knowledge);
    for (const { id } of knowledge.entities) {
      const [asked, only] = [await cardOf(id, { documentsOnly: true }), await cardOf(id, { from: alone })];
      expect({ ...asked, since: "" }, id).toEqual({ ...only, since: "" });
    }
    const columns = ["eleme", "intime", "alibaba-1688"];
    const table = renderedTable(alone, columns);
    for (const claim of knowledge.claims.filter((c) => c.layer === "since" && columns.includes(c.subject)))
      expect(table).not.toContain(claim.text.zh);
    expect(table).not.toContain("<s>");
    expect(table).not.toContain("https://");
  });
});

describe("as of", () => {
  it("is the day of the newest page or document behind a platform's claims", () => {
    for (const entity of knowledge.entities) {
      const reach = reachOf(entity, knowledge.claims, knowledge.documents);
      for (const claim of knowledge.claims.filter((c) => c.subject === entity.id))
        for (const { date } of claim.pages) expect((reach ?? "") >= (date ?? ""), entity.id).toBe(true);
    }
    expect(knowledgeReach(knowledge)).toMatch(/^2026-0[89]/);
    expect(knowledgeReach(documentsOnly(knowledge))).toBe("2024-04");
  });

  it("says plainly when that is over a year ago", async () => {
    const fresh = await cardOf("eleme");
    expect(fresh.stale).toBe(false);
    expect(rendered(fresh)).not.toContain("已过一年多");
    const old = await cardOf("eleme", { documentsOnly: true });
    expect(old).toMatchObject({ asOf: "2024-04", stale: true });
    expect(rendered(old)).toContain("内容截至2024年4月，已过一年多");
  });

  it.each<[string, string, boolean]>([
    ["2025-11-25", TODAY, false],
    ["2025-11-24", TODAY, true],
    ["2025-11", TODAY, false],
    ["2025-10", TODAY, true],
    ["2025", TODAY, false],
    ["2024", TODAY, true],
    ["2026-09-01", TODAY, false],
  ])("%s is over twelve months before %s: %s", (date, today, old) => {
    expect(isOlderThan(12, date, today)).toBe(old);
  });
});
