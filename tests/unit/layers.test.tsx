import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { translator } from "../../components/locales/messages.ts";
import { MentionCard } from "../../components/MentionCard.tsx";
import { CompareTable } from "../../components/panel/compare/CompareTable.tsx";
import { compile } from "../../data/build/compile.ts";
import { countVoices, isNameless } from "../../data/build/later.ts";
import { compileMessages } from "../../data/build/messages.ts";
import { parseCurated } from "../../data/build/parse.ts";
import { type CuratedFiles, readCurated } from "../../data/build/read.ts";
import { CARD_CLAIMS, type EntityCard, readCards } from "../../data/cards.ts";
import { compare } from "../../data/compare.ts";
import { documentsOnly, isOlderThan, isOvertaken, knowledgeReach, reachOf } from "../../data/layers.ts";
import { memoryLibrary } from "../../data/library.ts";
import type { Knowledge, Language, PageLink, StoredClaim } from "../../data/model.ts";
import { timeline } from "../../data/timeline.ts";
import { hasSharedData, readLedger } from "../shared-data.ts";

const { bundle } = compile();
const { knowledge } = bundle;
const claims = new Map(knowledge.claims.map((c) => [c.id, c]));
const overtaken = knowledge.claims.filter(isOvertaken);
const cardMessages = compileMessages("card");
const panelMessages = compileMessages("panel");
const TODAY = "2026-11-25";

async function cardOf(id: string, reading: { documentsOnly?: boolean; from?: Knowledge } = {}): Promise<EntityCard> {
  const library = memoryLibrary({ hash: "", knowledge: reading.from ?? knowledge });
  const [card] = await readCards(library, [id], { documentsOnly: reading.documentsOnly ?? false, today: TODAY });
  if (card?.kind !== "entity") throw new Error(`no card of ${id}`);
  return card;
}

function rendered(card: EntityCard, language: Language = "zh"): string {
  const t = translator(cardMessages, language);
  return textOf(renderToString(<MentionCard card={card} language={language} t={t} surface="" />));
}

function renderedTable(from: Knowledge, columns: readonly string[], language: Language = "zh"): string {
  const t = translator(panelMessages, language);
  return renderToString(
    <CompareTable
      comparison={compare(from, columns)}
      folded={[]}
      onFolded={() => {}}
      entities={new Map(from.entities.map((e) => [e.id, e]))}
      documents={from.documents}
      words={[]}
      unfolded={false}
      onMove={() => {}}
      onRemove={() => {}}
      language={language}
      t={t}
    />,
  );
}

/** What a reader reads of some HTML. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}

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

interface Updates {
  facts: { id: string; supersedes: string[] }[];
  outdated_by_hand: { replace: string[]; annotate: string[] };
}

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

describe("sources of the second kind", () => {
  it("are links to their pages that tell nothing of where they were followed", async () => {
    const card = await cardOf("eleme");
    const t = translator(cardMessages, "en");
    const html = renderToString(<MentionCard card={card} language="en" t={t} surface="" />);
    const links = html.match(/<a [^>]*>/g) ?? [];
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) {
      expect(link).toContain('target="_blank"');
      expect(link).toContain('rel="noopener noreferrer"');
      expect(link).toMatch(/href="https?:\/\//);
    }
  });

  const page = (publisher: string, more: Partial<PageLink> = {}): PageLink => ({
    url: "https://example.com",
    host: "example.com",
    publisher,
    nameless: isNameless(publisher),
    date: null,
    copy: null,
    quoted: false,
    ...more,
  });

  it("count as independent only where no name is shared", () => {
    expect(countVoices([page("Reuters"), page("Caixin Global")])).toBe(2);
    expect(countVoices([page("36Kr"), page("KrASIA / 36Kr"), page("Apparel Resources (citing 36Kr)")])).toBe(1);
    expect(countVoices([page("SCMP", { copy: "repost" }), page("South China Morning Post")])).toBe(1);
    expect(countVoices([page("Trade press", { copy: "repost" }), page("Reuters")])).toBe(1);
    expect(countVoices([page("Reuters", { quoted: true }), page("AFP (via Dawn)")])).toBe(1);
    // Two that seem apart until a third ties them together.
    expect(countVoices([page("Reuters"), page("Zawya"), page("Reuters (via Zawya)")])).toBe(1);
  });

  it("name copies and what was only quoted as such", () => {
    const told = new Set(knowledge.claims.flatMap((c) => c.pages.flatMap((p) => (p.copy ? [p.copy] : []))));
    expect(told.size).toBeGreaterThan(2);
    const quoted = knowledge.claims.find((c) => c.pages.length > 0 && c.pages.every((p) => p.quoted));
    expect(quoted?.modality).toBe("unconfirmed");
    const table = textOf(
      renderedTable({ ...knowledge, claims: quoted ? [quoted] : [] }, [quoted?.subject ?? "", "jd"], "en"),
    );
    expect(table).toContain("only as quoted elsewhere");
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
