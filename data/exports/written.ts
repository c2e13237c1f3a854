/** A comparison as it is written down: every text in the reader's language. Types only. */
import type { Layer } from "../model.ts";
import type { Modality } from "../schema.ts";

export interface WrittenClaim {
  id: string;
  modality: Modality;
  /** The kind in words. */
  kind: string;
  text: string;
  /** The unit that it is about, where that is not the column itself; else empty. */
  unit: string;
  /** As printed: 2023年9月. */
  date: string;
  /** ISO, empty where nobody knows. */
  iso: string;
  attribution: string;
  note: string;
  /** Documents with their places. */
  sources: string;
  /** Which layer it is of, for programs. */
  layer: Layer;
  /** Ids of what came in its place, and of what was added to it since, parted by spaces. */
  overtakenBy: string;
  addedBy: string;
  /** Figures as the source prints them. */
  figures: string;
}

export interface WrittenComparison {
  title: string;
  /** Where it comes from and what it covers, in one line. */
  origin: string;
  /** Over the first column. */
  corner: string;
  columns: readonly { name: string; headline: string }[];
  groups: readonly { name: string; rows: readonly WrittenRow[] }[];
}

interface WrittenRow {
  name: string;
  cells: readonly (readonly WrittenClaim[])[];
  /** What each cell says if it is blank: that nobody says anything, or that the filter leaves out what is said. */
  blanks: readonly string[];
}
