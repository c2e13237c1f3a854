/** The knowledge as the extension ships, stores and queries it: compiled from the curated files. Types only. */
import type {
  ClaimDate,
  CopyKind,
  Chart as CuratedChart,
  EntityKind,
  Figure,
  IdentityStatus,
  Measure,
  Modality,
  Names,
  Relation,
  SourceRef,
} from "./schema.ts";

/** Printed text in the three written languages. */
export interface LocalText {
  zh: string;
  zhHant: string;
  en: string;
}

/** A language of the interface and of the content. */
export type Language = keyof LocalText;

export interface Entity {
  id: string;
  kind: EntityKind;
  names: Names;
  /** Every form under which it can be searched for. */
  aliases: readonly string[];
  parent: string | null;
  relations: readonly Relation[];
  /** What the documents say. */
  headline: LocalText;
  brief: LocalText;
  /** Who it is by now; null where nothing was looked up, or the documents alone are wanted. */
  identity: EntityIdentity | null;
  /** What stands in place of headline and brief since the documents. */
  now: { headline: LocalText; brief: LocalText } | null;
}

export interface EntityIdentity {
  status: IdentityStatus;
  /** ISO year, month or day. */
  since: string | null;
  /** What the card says first; always there unless the status is `active` or `unknown`. */
  line: LocalText | null;
  /** The entity that carries it on. */
  successor: string | null;
  /** Whom it belongs to by now, null for nobody known here; absent where that is still its parent. */
  owner?: string | null;
  founded: string | null;
  listing: LocalText | null;
  site: string | null;
  note: LocalText | null;
  pages: readonly PageLink[];
}

/** What the two documents say, or what public pages say has happened since. */
export type Layer = "documents" | "since";

export interface StoredClaim {
  id: string;
  layer: Layer;
  /** Id of the entity or the term that it is about. */
  subject: string;
  objects: readonly string[];
  dimension: string;
  text: LocalText;
  figures: readonly Figure[];
  date: ClaimDate;
  modality: Modality;
  attribution: LocalText | null;
  note: LocalText | null;
  sources: readonly SourceRef[];
  weight: 1 | 2 | 3;
  /** Ids of claims that are no longer so because of this one. */
  overtakes: readonly string[];
  /** Ids of claims that stay true as history, to which this one adds. */
  updates: readonly string[];
  /** What has come in its place: where there is something, the claim is no longer so. Newest first. */
  overtakenBy: readonly ToldClaim[];
  /** What has been added to it since, while it stays true. Newest first. */
  addedBy: readonly ToldClaim[];
  /** What it has come in place of. */
  overtook: readonly ToldClaim[];
  /** The public pages among its sources. */
  pages: readonly PageLink[];
  /** How many of its pages speak independently of each other; what was read only as quoted does not count. */
  voices: number;
}

/** A claim as it is told beside another. */
export interface ToldClaim {
  id: string;
  text: LocalText;
  date: ClaimDate;
  modality: Modality;
}

/** A public page as it is named beside a claim. */
export interface PageLink {
  url: string;
  /** Its domain, without `www.`. */
  host: string;
  /** Who published it; of a copy, who wrote the original. */
  publisher: string;
  /** The publisher is no more than a kind of source: a copy that does not say whose it is. */
  nameless: boolean;
  date: string | null;
  copy: CopyKind | null;
  /** It was read only as quoted elsewhere. */
  quoted: boolean;
}

export interface Term {
  id: string;
  names: Names;
  aliases: readonly string[];
  definition: LocalText;
  said: LocalText;
  platforms: readonly string[];
  sources: readonly SourceRef[];
}

export interface Dimension {
  id: string;
  group: string;
  /** Place in the order in which a comparison is read. */
  order: number;
  names: Names;
  about: LocalText;
}

export interface DimensionGroup {
  id: string;
  /** Place in the order in which a comparison is read. */
  order: number;
  names: Names;
}

export interface SourceDocument {
  id: string;
  names: Names;
  about: LocalText;
  covers: LocalText;
  date: { value: string; uncertain: boolean; why: LocalText };
  language: "zh-Hans" | "zh-Hant";
  errors: readonly { at: readonly SourceRef[]; text: LocalText }[];
}

export interface SourcePage {
  id: string;
  url: string;
  title: string;
  publisher: string;
  date: string | null;
  /** The date is inferred, not printed. */
  inferred: boolean;
  language: string;
  /** The publisher is no more than a kind of source: a copy that does not say whose it is. */
  nameless: boolean;
  /** It was read only as quoted elsewhere. */
  quoted: boolean;
  /** It has what it says from another page. */
  copy: CopyKind | null;
}

export interface Move {
  id: string;
  /** Place in the order in which moves are read. */
  order: number;
  names: Names;
  about: LocalText;
  pioneer: string | null;
  adopters: readonly {
    entity: string;
    own: LocalText | null;
    via: readonly string[];
    claims: readonly string[];
    /** Those of its claims that say that it gives the move up. */
    left: readonly string[];
  }[];
}

/** Figures that may stand side by side. */
export interface Chart {
  id: string;
  /** Place in the order in which charts are read. */
  order: number;
  names: Names;
  measure: Measure;
  about: LocalText;
  bars: readonly (Omit<CuratedChart["bars"][number], "label"> & { label: LocalText | null })[];
}

/** All tables that are shipped. The store holds the same rows; a store that cannot open is replaced by this. */
export interface Knowledge {
  entities: readonly Entity[];
  claims: readonly StoredClaim[];
  terms: readonly Term[];
  groups: readonly DimensionGroup[];
  dimensions: readonly Dimension[];
  documents: readonly SourceDocument[];
  pages: readonly SourcePage[];
  moves: readonly Move[];
  charts: readonly Chart[];
}

/** What the build writes into the package: the knowledge under the hash of its content. */
export interface Bundle {
  /** SHA-256 of the compiled knowledge, in hexadecimal. */
  hash: string;
  knowledge: Knowledge;
}
