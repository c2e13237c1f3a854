import { createHash } from "node:crypto";
import { layerOf } from "../layers.ts";
import type { LexiconData, SenseData } from "../lexicon/types.ts";
import type { Bundle, EntityIdentity, Knowledge, LocalText, StoredClaim } from "../model.ts";
import type { Claim, Identity, SourceRef, Text } from "../schema.ts";
import { checkReferences } from "./check.ts";
import { checkCharts } from "./checkCharts.ts";
import { checkClaims } from "./checkClaims.ts";
import { checkSince } from "./checkSince.ts";
import { countVoices, isNameless, pageLinks, withLater } from "./later.ts";
import { aliasText, compileLexicon } from "./lexicon.ts";
import { type Curated, CuratedError, parseCurated } from "./parse.ts";
import { type CuratedFiles, readCurated } from "./read.ts";
import { createTraditional } from "./traditional.ts";

/** Everything the build derives from the curated files. */
export interface Compiled {
  bundle: Bundle;
  lexicon: LexiconData;
  senses: SenseData;
}

/** @throws CuratedError naming file and field of everything that is wrong. */
export function compile(files: CuratedFiles = readCurated()): Compiled {
  const curated = parseCurated(files);
  const problems = [
    ...checkReferences(curated),
    ...checkClaims(curated),
    ...checkSince(curated),
    ...checkCharts(curated),
  ];
  if (problems.length > 0) throw new CuratedError(problems);
  const knowledge = compileKnowledge(curated);
  const hash = createHash("sha256").update(JSON.stringify(knowledge)).digest("hex");
  const covers = Object.values(curated.covers.covers).flat();
  return {
    bundle: { hash, knowledge },
    ...compileLexicon({
      entities: curated.platforms.map((f) => f.content),
      terms: curated.terms.map((f) => f.content),
      covers,
      senses: curated.senses,
    }),
  };
}

function compileKnowledge(curated: Curated): Knowledge {
  const entities = curated.platforms.map((f) => f.content);
  const terms = curated.terms.map((f) => f.content);
  const traditional = createTraditional([...entities, ...terms].map((e) => e.names));
  const local = (text: Text): LocalText => ({ zh: text.zh, zhHant: traditional(text.zh), en: text.en });
  const maybe = (text: Text | null | undefined): LocalText | null => (text ? local(text) : null);
  const restingOn = (refs: readonly SourceRef[]): Pick<StoredClaim, "pages" | "voices"> => {
    const pages = pageLinks(refs, curated.sources.pages);
    return { pages, voices: countVoices(pages) };
  };
  const claim = (subject: string, c: Claim): StoredClaim => ({
    id: c.id,
    layer: layerOf(c.sources),
    subject,
    objects: c.objects ?? [],
    dimension: c.dimension,
    text: local(c.text),
    figures: c.figures ?? [],
    date: c.date,
    modality: c.modality,
    attribution: maybe(c.attribution),
    note: maybe(c.note),
    sources: c.sources,
    weight: c.weight,
    overtakes: c.overtakes ?? [],
    updates: c.updates ?? [],
    overtakenBy: [],
    addedBy: [],
    overtook: [],
    ...restingOn(c.sources),
  });
  const identity = (i: Identity): EntityIdentity => ({
    status: i.status,
    since: i.since ?? null,
    line: maybe(i.line),
    successor: i.successor ?? null,
    ...(i.owner === undefined ? {} : { owner: i.owner }),
    founded: i.founded ?? null,
    listing: maybe(i.listing),
    site: i.site ?? null,
    note: maybe(i.note),
    pages: pageLinks(i.sources, curated.sources.pages),
  });
  return {
    entities: entities.map((e) => ({
      id: e.id,
      kind: e.kind,
      names: e.names,
      aliases: [...e.aliases.map(aliasText).filter((a) => !a.includes("|")), ...(e.searchNames ?? [])],
      parent: e.parent ?? null,
      relations: e.relations,
      headline: local(e.headline),
      brief: local(e.brief),
      identity: e.identity ? identity(e.identity) : null,
      now: e.now ? { headline: local(e.now.headline), brief: local(e.now.brief) } : null,
    })),
    claims: withLater([...entities, ...terms].flatMap((e) => e.claims.map((c) => claim(e.id, c)))),
    terms: terms.map((t) => ({
      id: t.id,
      names: t.names,
      aliases: t.aliases.map(aliasText),
      definition: local(t.definition),
      said: local(t.said),
      platforms: t.platforms,
      sources: t.sources,
    })),
    groups: curated.dimensions.groups.map((g, order) => ({ ...g, order })),
    dimensions: curated.dimensions.dimensions.map((d, order) => ({ ...d, order, about: local(d.about) })),
    documents: curated.sources.documents.map((d) => ({
      ...d,
      about: local(d.about),
      covers: local(d.covers),
      date: { value: d.date.value, uncertain: d.date.uncertain ?? false, why: local(d.date.why) },
      errors: d.errors.map((e) => ({ at: e.at, text: local(e.text) })),
    })),
    pages: curated.sources.pages.map(({ seenVia, copy, inferred, ...page }) => ({
      ...page,
      inferred: inferred ?? false,
      nameless: isNameless(page.publisher),
      quoted: seenVia !== undefined,
      copy: copy ?? null,
    })),
    moves: curated.moves.moves.map((m, order) => ({
      ...m,
      order,
      about: local(m.about),
      adopters: m.adopters.map((a) => ({ ...a, own: maybe(a.own), left: a.left ?? [] })),
    })),
    charts: curated.charts.charts.map((chart, order) => ({
      ...chart,
      order,
      about: local(chart.about),
      bars: chart.bars.map((bar) => ({ ...bar, label: maybe(bar.label) })),
    })),
  };
}
