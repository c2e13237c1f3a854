import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { translator } from "../../components/locales/messages.ts";
import { MentionCard } from "../../components/MentionCard.tsx";
import { countVoices, isNameless } from "../../data/build/later.ts";
import type { PageLink } from "../../data/model.ts";
import { cardMessages, cardOf, knowledge, renderedTable, textOf } from "./reading.tsx";

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
