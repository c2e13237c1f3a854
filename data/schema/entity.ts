import * as v from "valibot";
import { Claim } from "./claim.ts";
import { Id, IsoDate, Names, SourceRef, schemaField, Text } from "./parts.ts";

const entityKinds = [
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

const relationKinds = [
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

const headlineLimits = { zh: 40, en: 110 } as const;
const Headline = v.strictObject({
  zh: v.pipe(v.string(), v.minLength(1), v.maxLength(headlineLimits.zh)),
  en: v.pipe(v.string(), v.minLength(1), v.maxLength(headlineLimits.en)),
});

/** What became of an entity. */
const identityStatuses = ["active", "renamed", "merged", "sold", "closed", "unknown"] as const;
export const IdentityStatus = v.picklist(identityStatuses);
export type IdentityStatus = v.InferOutput<typeof IdentityStatus>;

/** Statuses that say no more than that it goes on, or that nobody knows: they need no line on the card. */
const quietStatuses: readonly IdentityStatus[] = ["active", "unknown"];

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
