import { describe, expect, it } from "vitest";
import { translator } from "../../components/locales/messages.ts";
import { compile } from "../../data/build/compile.ts";
import { parseCurated } from "../../data/build/parse.ts";
import { readCurated } from "../../data/build/read.ts";
import { CARD_CLAIMS } from "../../data/cards.ts";
import { compare } from "../../data/compare.ts";
import { isOvertaken } from "../../data/layers.ts";
import type { StoredClaim } from "../../data/model.ts";
import { timeline } from "../../data/timeline.ts";
import { hasSharedData, readLedger } from "../shared-data.ts";
import { cardOf, knowledge, panelMessages, rendered, renderedTable, textOf } from "./reading.tsx";

const claims = new Map(knowledge.claims.map((c) => [c.id, c]));
const overtaken = knowledge.claims.filter(isOvertaken);

interface Updates {
  facts: { id: string; supersedes: string[] }[];
  outdated_by_hand: { replace: string[]; annotate: string[] };
}

describe("what is no longer so", () => {
  it("is there, and each knows what has come in its place", () => {
    expect(overtaken.length).toBeGreaterThan(20);
    for (const claim of overtaken) {
      for (const told of claim.overtakenBy) {
        expect(claims.get(told.id)?.text).toEqual(told.text);
        expect(isOvertaken(claims.get(told.id) as StoredClaim), `${told.id} stands in the place of ${claim.id}`).toBe(
          false,
        );
      }
    }
  });

  it("is struck in the table, with what has come since and its date beside it", () => {
    for (const language of ["zh", "en"] as const) {
      const t = translator(panelMessages, language);
      for (const claim of overtaken.filter((c) => knowledge.entities.some((e) => e.id === c.subject))) {
        // The claim alone in its table, so that no cell is folded.
        const table = renderedTable({ ...knowledge, claims: [claim] }, [claim.subject, "jd"], language);
        expect(textOf(table.match(/<s>(.*?)<\/s>/)?.[1] ?? ""), claim.id).toBe(claim.text[language]);
        for (const told of claim.overtakenBy) expect(textOf(table), claim.id).toContain(told.text[language]);
        const label = claim.modality === "plan" || claim.modality === "view" ? "later.outcome" : "later.since";
        expect(textOf(table), claim.id).toContain(t(label, { date: "" }).replace(/[（(].*/, ""));
      }
    }
  });

  it("takes no place on a card while anything else is known", async () => {
    for (const { id } of knowledge.entities) {
      const card = await cardOf(id);
      expect(card.claims.length, id).toBeLessThanOrEqual(CARD_CLAIMS);
      const naming = knowledge.claims.filter((c) => c.subject === id || c.objects.includes(id));
      const standing = naming.filter((c) => !isOvertaken(c)).length;
      const struck = card.claims.filter(isOvertaken).length;
      expect(struck, id).toBe(Math.max(0, Math.min(CARD_CLAIMS, naming.length) - standing));
    }
  });

  it("is told on the card by what has come in its place", async () => {
    let told = 0;
    for (const { id } of knowledge.entities) {
      const card = await cardOf(id);
      for (const language of ["zh", "en"] as const) {
        const text = rendered(card, language);
        for (const claim of card.claims) {
          for (const before of claim.overtook) expect(text, claim.id).toContain(before.text[language]);
          for (const after of claim.overtakenBy) expect(text, claim.id).toContain(after.text[language]);
          told += claim.overtook.length;
        }
      }
    }
    expect(told).toBeGreaterThan(10);
  });

  it("stands on the timeline with what has come since", () => {
    const events = timeline(knowledge);
    const dated = overtaken.filter((c) => c.date.value !== null);
    expect(dated.length).toBeGreaterThan(10);
    for (const claim of dated) {
      const event = events.find((e) => e.claim.id === claim.id);
      expect(event?.claim.overtakenBy.length, claim.id).toBeGreaterThan(0);
      for (const later of claim.overtakenBy.filter((l) => l.date.value !== null))
        expect(
          events.some((e) => e.claim.id === later.id),
          later.id,
        ).toBe(true);
    }
  });

  it("leads past what was overtaken in its turn to what stands", () => {
    const files = structuredClone(readCurated());
    // biome-ignore lint/suspicious/noExplicitAny: the files as they come
    const entity: any = files.platforms.find((f) => f.path.endsWith("/intime.json"))?.content;
    const first = entity.claims.find((c: { overtakes?: string[] }) => c.overtakes);
    const last = { ...structuredClone(first), id: "u-z-901", overtakes: [first.id] };
    delete last.carries;
    delete last.updates;
    entity.claims.push(last);
    const compiled = compile(files).bundle.knowledge.claims.find((c) => c.id === first.overtakes[0]);
    expect(compiled?.overtakenBy.map((c) => c.id)).toEqual(["u-z-901"]);
  });

  it.runIf(hasSharedData)("is everything that the record of later events says is", () => {
    const { facts, outdated_by_hand } = readLedger<Updates>("updates.json");
    const { platforms, terms } = parseCurated(readCurated());
    const carriers = new Map(
      [...platforms, ...terms].flatMap((f) =>
        f.content.claims.flatMap((c) => [c.id, ...(c.carries ?? [])].map((id) => [id, c.id] as const)),
      ),
    );
    const annotated = new Set(outdated_by_hand.annotate);
    let shown = 0;
    for (const fact of facts.filter((f) => carriers.has(f.id))) {
      const successor = carriers.get(fact.id) ?? "";
      for (const ledgerId of fact.supersedes) {
        const old = claims.get(carriers.get(ledgerId.slice(1)) ?? "");
        expect(old, ledgerId).toBeDefined();
        const later = [...(old?.overtakenBy ?? []), ...(old?.addedBy ?? [])].map((c) => c.id);
        expect(later, `${ledgerId} → ${fact.id}`).toContain(successor);
        // What stays true as history is not struck.
        if (!annotated.has(ledgerId)) expect(old && isOvertaken(old), ledgerId).toBe(true);
        shown += 1;
      }
    }
    expect(shown).toBeGreaterThan(60);
    for (const ledgerId of outdated_by_hand.replace)
      expect(isOvertaken(claims.get(carriers.get(ledgerId.slice(1)) ?? "") as StoredClaim), ledgerId).toBe(true);
  });
});

describe("the table", () => {
  it("puts what is still so before what is not", () => {
    for (const { rows } of compare(knowledge, ["alibaba-group", "douyin", "xiaohongshu"]).groups) {
      for (const cell of rows.flatMap((r) => r.cells)) {
        const struck = cell.map(isOvertaken);
        expect(struck.indexOf(true) < 0 || struck.lastIndexOf(false) < struck.indexOf(true)).toBe(true);
      }
    }
  });
});
