import * as v from "valibot";
import { Id, IsoDate, Names, SourceRef, schemaField, Text } from "./parts.ts";

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
