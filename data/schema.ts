/**
 * The shapes of what Qiju knows. Valibot schemas are the one source: the types are inferred from
 * them, the build and the tests parse every curated file with them, and the JSON Schemas that
 * editors use are generated from them.
 */
import * as v from "valibot";

/** Identifier of an entity, a term, a dimension or a move: lower-case words joined by hyphens. */
const Id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is lower-case words joined by hyphens"));

/** Printed text in the two written languages. 繁體中文 is made from `zh` when the bundle is compiled. */
export const Text = v.strictObject({
  zh: v.pipe(v.string(), v.minLength(1)),
  en: v.pipe(v.string(), v.minLength(1)),
});
export type Text = v.InferOutput<typeof Text>;

/** A name in the three languages; 繁體 is given, since machines get names wrong. */
export const Names = v.strictObject({
  zh: v.pipe(v.string(), v.minLength(1)),
  zhHant: v.pipe(v.string(), v.minLength(1)),
  en: v.pipe(v.string(), v.minLength(1)),
});
export type Names = v.InferOutput<typeof Names>;

/**
 * Where a statement stands: a document and its place in it (`000:p7`, `000:p16.1`, `004:s31`), or
 * a public page (`web:…`, an id of the list of pages).
 */
export const SourceRef = v.pipe(
  v.string(),
  v.regex(/^(?:\d{3}:[ps]\d+(?:\.\d+)?|web:[a-z0-9-]+)$/, "a source is document:locator or web:page"),
);
export type SourceRef = v.InferOutput<typeof SourceRef>;

export const entityKinds = [
  "group",
  "platform",
  "business-unit",
  "app",
  "feature",
  "ai-product",
  "logistics",
  "investee",
  "institution",
  "market",
] as const;
export const EntityKind = v.picklist(entityKinds);
export type EntityKind = v.InferOutput<typeof EntityKind>;

export const relationKinds = [
  "part-of",
  "owned-by",
  "arm-of",
  "predecessor-of",
  "store-on",
  "serves",
  "linked-with",
  "stake-cut-by",
  "rival-of",
  "copied-by",
  "compared-with",
  "partner-of",
  "data-on",
] as const;
export const RelationKind = v.picklist(relationKinds);
export type RelationKind = v.InferOutput<typeof RelationKind>;

export const Relation = v.strictObject({
  kind: RelationKind,
  target: Id,
  sources: v.pipe(v.array(SourceRef), v.minLength(1)),
});
export type Relation = v.InferOutput<typeof Relation>;

/**
 * A form under which a page may name an entity. `exact` forms are found only in this very case
 * (`RED`, `JD`): short Latin words mean other things in other cases. What a form that means other
 * things too (1688, 可颂) needs beside it to be the name stands in `senses.json`.
 */
export const Alias = v.union([
  v.pipe(v.string(), v.minLength(1)),
  v.strictObject({
    text: v.pipe(v.string(), v.minLength(1)),
    exact: v.literal(true),
  }),
]);
export type Alias = v.InferOutput<typeof Alias>;

/** What a claim is: what happened, what is meant to, what was denied, what is only reported, what an author thinks. */
export const modalities = ["fact", "plan", "denied", "unconfirmed", "view"] as const;
export const Modality = v.picklist(modalities);
export type Modality = v.InferOutput<typeof Modality>;

const datePatterns = {
  day: /^\d{4}-\d{2}-\d{2}$/,
  month: /^\d{4}-\d{2}$/,
  year: /^\d{4}$/,
  span: /^\d{4}(-\d{2}){0,2}\/\d{4}(-\d{2}){0,2}$/,
} as const;

/** When it was so. `value` is an ISO date cut to its precision, `from/to` for a span, null when the sources do not say. */
export const ClaimDate = v.pipe(
  v.strictObject({
    value: v.nullable(v.string()),
    precision: v.picklist(["day", "month", "year", "span", "unknown"]),
    /** Inferred, not printed in the source. */
    uncertain: v.optional(v.literal(true)),
  }),
  v.check(
    (d) => (d.precision === "unknown" ? d.value === null : datePatterns[d.precision].test(d.value ?? "")),
    "the date's value does not have its precision",
  ),
);
export type ClaimDate = v.InferOutput<typeof ClaimDate>;

/** A figure as a number with its unit and the very characters that the source prints. */
export const Figure = v.strictObject({
  /** Null where the source prints a range or a vague count. */
  value: v.nullable(v.number()),
  unit: v.pipe(v.string(), v.minLength(1)),
  printed: v.pipe(v.string(), v.minLength(1)),
  period: v.optional(v.string()),
});
export type Figure = v.InferOutput<typeof Figure>;

/** Stable for ever: notes and exports refer to it. Document, then running number; `u-` for what came after the documents. */
const ClaimId = v.pipe(v.string(), v.regex(/^\d{3}-\d{3}$|^u-[a-z]-\d{3}$/, "a claim's id is 000-001 or u-a-001"));

/**
 * A statement. Its layer is told by its sources: places in the documents, or public pages that say
 * what has happened since. Never both.
 */
export const Claim = v.strictObject({
  id: ClaimId,
  /** Further numbers whose statement this claim carries too. */
  carries: v.optional(v.array(v.string())),
  /** Claims that are no longer so because of this one. */
  overtakes: v.optional(v.pipe(v.array(ClaimId), v.minLength(1))),
  /** Claims that stay true as history, to which this one adds. */
  updates: v.optional(v.pipe(v.array(ClaimId), v.minLength(1))),
  /** Other entities and terms that it names. */
  objects: v.optional(v.array(Id)),
  dimension: Id,
  text: Text,
  figures: v.optional(v.array(Figure)),
  date: ClaimDate,
  modality: Modality,
  attribution: v.optional(Text),
  note: v.optional(Text),
  sources: v.pipe(v.array(SourceRef), v.minLength(1)),
  weight: v.picklist([1, 2, 3]),
});
export type Claim = v.InferOutput<typeof Claim>;

const schemaField = { $schema: v.optional(v.string()) };

export const headlineLimits = { zh: 40, en: 110 } as const;
const Headline = v.strictObject({
  zh: v.pipe(v.string(), v.minLength(1), v.maxLength(headlineLimits.zh)),
  en: v.pipe(v.string(), v.minLength(1), v.maxLength(headlineLimits.en)),
});

/** What became of an entity. */
export const identityStatuses = ["active", "renamed", "merged", "sold", "closed", "unknown"] as const;
export const IdentityStatus = v.picklist(identityStatuses);
export type IdentityStatus = v.InferOutput<typeof IdentityStatus>;

/** Statuses that say no more than that it goes on, or that nobody knows: they need no line on the card. */
const quietStatuses: readonly IdentityStatus[] = ["active", "unknown"];

/** A date as fine as it is known: `2025`, `2025-12`, `2025-12-05`. */
const IsoDate = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}){0,2}$/, "a date is 2025, 2025-12 or 2025-12-05"));

/** Who an entity is by now, from public pages. */
export const Identity = v.pipe(
  v.strictObject({
    status: IdentityStatus,
    since: v.optional(IsoDate),
    /** The card's first line: 现名淘宝闪购, 2025年12月起. */
    line: v.optional(Text),
    /** The entity that carries it on. */
    successor: v.optional(Id),
    /** Whom it belongs to by now, where that is no longer its `parent`; null for nobody known here. */
    owner: v.optional(v.nullable(Id)),
    founded: v.optional(IsoDate),
    listing: v.optional(Text),
    site: v.optional(v.pipe(v.string(), v.url())),
    note: v.optional(Text),
    sources: v.array(SourceRef),
  }),
  v.check(
    (i) => quietStatuses.includes(i.status) || i.line !== undefined,
    "what was renamed, merged, sold or closed needs a line that says so",
  ),
  v.check((i) => i.status === "unknown" || i.sources.length > 0, "what is known has a source"),
);
export type Identity = v.InferOutput<typeof Identity>;

/** A file of `data/curated/platforms`. */
export const EntityFile = v.strictObject({
  ...schemaField,
  id: Id,
  kind: EntityKind,
  names: Names,
  aliases: v.array(Alias),
  /** Names that only the panel's search knows: they mean too many other things to be marked on a page. */
  searchNames: v.optional(v.array(v.pipe(v.string(), v.minLength(1)))),
  parent: v.optional(Id),
  relations: v.array(Relation),
  /** What the documents say. */
  headline: Headline,
  brief: Text,
  identity: v.optional(Identity),
  /** What takes the place of headline and brief where it is shown what has happened since. */
  now: v.optional(v.strictObject({ headline: Headline, brief: Text })),
  claims: v.array(Claim),
});
export type EntityFile = v.InferOutput<typeof EntityFile>;

/** A file of `data/curated/terms`. */
export const TermFile = v.strictObject({
  ...schemaField,
  id: Id,
  names: Names,
  aliases: v.array(Alias),
  /** Whether pages may be marked with it. Everyday words (外卖, 性价比) are looked up, not marked. */
  mark: v.boolean(),
  definition: Text,
  said: Text,
  platforms: v.array(Id),
  sources: v.pipe(v.array(SourceRef), v.minLength(1)),
  claims: v.array(Claim),
});
export type TermFile = v.InferOutput<typeof TermFile>;

export const DimensionFile = v.strictObject({
  ...schemaField,
  groups: v.array(v.strictObject({ id: Id, names: Names })),
  dimensions: v.array(v.strictObject({ id: Id, group: Id, names: Names, about: Text })),
});
export type DimensionFile = v.InferOutput<typeof DimensionFile>;
export type Dimension = DimensionFile["dimensions"][number];

/** One of the documents that the knowledge rests on. */
export const DocumentSource = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^\d{3}$/)),
  names: Names,
  about: Text,
  covers: Text,
  date: v.strictObject({
    value: v.string(),
    precision: v.picklist(["month", "span"]),
    uncertain: v.optional(v.literal(true)),
    why: Text,
  }),
  language: v.picklist(["zh-Hans", "zh-Hant"]),
  errors: v.array(v.strictObject({ at: v.array(SourceRef), text: Text })),
});
export type DocumentSource = v.InferOutput<typeof DocumentSource>;

/** How a page has what it says from another: reprinted, mirrored, summed up, or one item of a digest. */
export const copyKinds = ["repost", "mirror", "summary", "digest"] as const;
export type CopyKind = (typeof copyKinds)[number];

/** A public page that states something. */
export const PageSource = v.strictObject({
  id: Id,
  url: v.pipe(v.string(), v.url(), v.startsWith("http")),
  title: v.pipe(v.string(), v.minLength(1)),
  /** Who published it; of a copy, who wrote the original. */
  publisher: v.pipe(v.string(), v.minLength(1)),
  /** When it was published, as fine as it is known. */
  date: v.nullable(IsoDate),
  /** The date is inferred from the text or the address, not printed. */
  inferred: v.optional(v.literal(true)),
  language: v.pipe(v.string(), v.regex(/^[a-z]{2}$/, "a language has two letters")),
  /** It was not read itself, only as quoted elsewhere. */
  seenVia: v.optional(v.literal("quoted")),
  copy: v.optional(v.picklist(copyKinds)),
});
export type PageSource = v.InferOutput<typeof PageSource>;

export const SourceFile = v.strictObject({
  ...schemaField,
  documents: v.array(DocumentSource),
  pages: v.array(PageSource),
});

/** Who took up whose move: the adoption matrix. */
export const Move = v.strictObject({
  id: Id,
  names: Names,
  about: Text,
  pioneer: v.nullable(Id),
  adopters: v.array(
    v.strictObject({
      entity: Id,
      own: v.nullable(Text),
      via: v.array(Id),
      claims: v.pipe(v.array(v.string()), v.minLength(1)),
      /** Those of its claims that say that it has given the move up, or is giving it up. */
      left: v.optional(v.pipe(v.array(v.string()), v.minLength(1))),
    }),
  ),
});
export type Move = v.InferOutput<typeof Move>;
export const MoveFile = v.strictObject({ ...schemaField, moves: v.array(Move) });

/** What a chart's bars are measured in. A figure's own unit is brought to it by `data/charts.ts`. */
export const measures = ["cny", "usd", "percent", "users", "orders-a-day"] as const;
export const Measure = v.picklist(measures);
export type Measure = v.InferOutput<typeof Measure>;

/** Figures that a person has found to be of one kind, so that they may stand side by side. */
export const Chart = v.strictObject({
  id: Id,
  names: Names,
  measure: Measure,
  /** Why these figures may stand together, and what they still do not have in common. */
  about: Text,
  bars: v.pipe(
    v.array(
      v.strictObject({
        /** The claim and, of its figures, the one with these printed characters. */
        claim: v.string(),
        printed: v.pipe(v.string(), v.minLength(1)),
        /** What tells this bar from the others of the same platform: who counted, which part. */
        label: v.optional(Text),
        /** Where the figure is no exact one. */
        bound: v.optional(v.picklist(["over", "nearly", "about"])),
        /** The period as an ISO date or span, where the figure's own is in other words. */
        period: v.optional(v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}){0,2}(\/\d{4}(-\d{2}){0,2})?$/))),
      }),
    ),
    v.minLength(2),
  ),
});
export type Chart = v.InferOutput<typeof Chart>;
export const ChartFile = v.strictObject({ ...schemaField, charts: v.array(Chart) });

/**
 * Words that contain a name and mean something else: other products of a brand, places, people,
 * plain words. Found by the same longest match, and then left alone. A bar marks where the cover ends and
 * what follows is free again: 扩大|淘宝.
 */
export const CoverFile = v.strictObject({
  ...schemaField,
  covers: v.record(v.string(), v.array(v.pipe(v.string(), v.minLength(2)))),
});

const Weights = v.record(v.string(), v.number());

/** The file of senses: for each ambiguous form the evidence that makes it the name, and the words of that evidence. */
export const SenseFile = v.strictObject({
  ...schemaField,
  /** How much of its weight a cue has that a comma parts from the name. */
  far: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  /** Classes of words that tell senses apart. */
  cues: v.record(Id, v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1))),
  senses: v.array(
    v.strictObject({
      entity: Id,
      /** Aliases of the entity that mean other things too. */
      names: v.pipe(v.array(v.string()), v.minLength(1)),
      prior: v.number(),
      before: v.optional(Weights),
      after: v.optional(Weights),
      near: v.optional(Weights),
      with: v.optional(Weights),
      page: v.optional(Weights),
    }),
  ),
});
export type SenseFile = v.InferOutput<typeof SenseFile>;

/**
 * For each place in a document, the figures printed there and the SHA-256 of its text. Proves that
 * no claim's figure is invented, without a sentence of the document.
 */
export const LocatorFile = v.strictObject({
  ...schemaField,
  locators: v.record(
    SourceRef,
    v.strictObject({
      figures: v.array(v.string()),
      /** Words that date the sentence without a year: 去年, 近期. */
      when: v.array(v.string()),
      sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    }),
  ),
});
