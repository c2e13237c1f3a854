import type { Knowledge } from "../../../data/model.ts";
import type { Spellings } from "../../../data/search.ts";
import type { Writing } from "../types.ts";

/** What every picture of the panel is given, and what it says back. */
export interface PictureProps extends Writing {
  knowledge: Knowledge;
  /** How names are typed in pinyin. */
  spellings: Spellings;
  /** The chosen platforms, in the order in which they are read. */
  ids: readonly string[];
  onIds: (ids: string[]) => void;
  onOpenEntity: (id: string) => void;
  onOpenClaims: (ids: string[]) => void;
}

/** What the parts of a picture need to write claims and names. */
export type PictureWriting = Pick<PictureProps, "knowledge" | "language" | "t">;
