/** The panel and `npm run -s dataset` agree: every platform × dimension, laid together by this file's own rules. */
import { execFileSync } from "node:child_process";
import type { Bundle, StoredClaim } from "../../../data/model.ts";
import { expect, goTo, test } from "../sidepanel.ts";

test("every platform × dimension shows what the data set holds", async ({ side }) => {
  test.setTimeout(180_000);
  const { knowledge } = JSON.parse(
    execFileSync("npm", ["run", "-s", "dataset"], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 }),
  ) as Bundle;
  const entities = new Map(knowledge.entities.map((e) => [e.id, e]));
  /** Whose an entity was when a claim was so: until it changed hands, that of the documents. */
  const ownerThen = (id: string, { layer, date }: StoredClaim): string | null | undefined => {
    const { parent, identity } = entities.get(id) ?? {};
    if (layer === "documents" || identity?.owner === undefined) return parent;
    const until = date.value?.split("/").at(-1) ?? "9";
    return until.slice(0, identity.since?.length) > (identity.since ?? "").slice(0, until.length)
      ? identity.owner
      : parent;
  };
  /** Whether a claim's subject is the entity or, through any number of owners, a unit of it. */
  const belongs = (claim: StoredClaim, id: string): boolean => {
    const seen = new Set<string>();
    for (let at: string | null | undefined = claim.subject; at && !seen.has(at); at = ownerThen(at, claim)) {
      if (at === id) return true;
      seen.add(at);
    }
    return false;
  };
  await side.setViewportSize({ width: 1000, height: 760 });
  const shown = new Set<string>();
  let cells = 0;
  for (const { id } of knowledge.entities) {
    await goTo(side, `#/compare?p=${id}`);
    const rows = knowledge.dimensions.flatMap((dimension) => {
      const claims = knowledge.claims.filter((c) => c.dimension === dimension.id && belongs(c, id));
      return claims.length > 0 ? [{ id: dimension.id, claims }] : [];
    });
    if (rows.length === 0) {
      await expect(side.getByText("材料里没有这几个平台的内容")).toBeVisible();
      continue;
    }
    await expect(side.locator(".column")).toHaveAttribute("data-column", id);
    await expect(side.locator("tr[data-dimension]")).toHaveCount(rows.length);
    // All folds at once: each is a button of its own, and its claims come with the next frame.
    const unfolded = await side.evaluate(async () => {
      for (const more of document.querySelectorAll<HTMLButtonElement>("td .link[aria-expanded=false]")) more.click();
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return [...document.querySelectorAll("tr[data-dimension]")].map((row) => ({
        id: row.getAttribute("data-dimension"),
        claims: [...row.querySelectorAll("td .claim-text")].map((text) => text.textContent),
      }));
    });
    for (const row of rows) {
      cells += 1;
      const there = unfolded.find((r) => r.id === row.id);
      expect([...(there?.claims ?? [])].sort(), `${id} × ${row.id}`).toEqual(row.claims.map((c) => c.text.zh).sort());
      for (const claim of row.claims) shown.add(claim.id);
    }
  }
  // The rest is of terms, and stands with them.
  const terms = new Set(knowledge.terms.map((t) => t.id));
  const rest = knowledge.claims.filter((c) => !shown.has(c.id));
  expect(rest.every((c) => terms.has(c.subject))).toBe(true);
  await goTo(side, "#/terms");
  await expect(side.locator(".term")).toHaveCount(terms.size);
  expect((await side.locator(".term .claim-text").allTextContents()).sort()).toEqual(rest.map((c) => c.text.zh).sort());
  console.log(
    `${knowledge.entities.length} platforms × ${knowledge.dimensions.length} dimensions: ${cells} cells hold claims, ${shown.size} claims shown, ${rest.length} with the terms`,
  );
});
