import * as v from "valibot";
import {
  ChartFile,
  CoverFile,
  DimensionFile,
  EntityFile,
  LocatorFile,
  MoveFile,
  SenseFile,
  SourceFile,
  TermFile,
} from "../schema.ts";
import type { CuratedFile, CuratedFiles } from "./read.ts";

/** The curated files with their types, each with the path that messages name. */
export interface Curated {
  platforms: { path: string; content: EntityFile }[];
  terms: { path: string; content: TermFile }[];
  dimensions: DimensionFile;
  sources: v.InferOutput<typeof SourceFile>;
  moves: v.InferOutput<typeof MoveFile>;
  charts: v.InferOutput<typeof ChartFile>;
  covers: v.InferOutput<typeof CoverFile>;
  senses: SenseFile;
  locators: v.InferOutput<typeof LocatorFile>;
}

/** Something wrong in a curated file, said so that one finds it: `data/curated/…json: claims.3.text.en: …`. */
export type Problem = string;

export class CuratedError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(`The curated knowledge has ${problems.length} problem(s):\n${problems.map((p) => `  ${p}`).join("\n")}`);
    this.name = "CuratedError";
  }
}

/** @throws CuratedError with every file and field that does not have its shape. */
export function parseCurated(files: CuratedFiles): Curated {
  const problems: Problem[] = [];
  const read = <const S extends v.GenericSchema>(schema: S, file: CuratedFile): v.InferOutput<S> => {
    const result = v.safeParse(schema, file.content);
    if (result.success) return result.output;
    for (const issue of result.issues)
      problems.push(`${file.path}: ${v.getDotPath(issue) ?? "(whole file)"}: ${issue.message}`);
    return undefined as v.InferOutput<S>; // never used: problems throw below
  };
  const curated: Curated = {
    platforms: files.platforms.map((file) => ({ path: file.path, content: read(EntityFile, file) })),
    terms: files.terms.map((file) => ({ path: file.path, content: read(TermFile, file) })),
    dimensions: read(DimensionFile, files.dimensions),
    sources: read(SourceFile, files.sources),
    moves: read(MoveFile, files.moves),
    charts: read(ChartFile, files.charts),
    covers: read(CoverFile, files.covers),
    senses: read(SenseFile, files.senses),
    locators: read(LocatorFile, files.locators),
  };
  if (problems.length > 0) throw new CuratedError(problems);
  return curated;
}
