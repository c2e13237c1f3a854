/** Taking a comparison away: fetched when it is first wanted. */
import type { Comparison } from "../../../data/compare.ts";
import { writeCsv } from "../../../data/exports/csv.ts";
import { writeJson } from "../../../data/exports/json.ts";
import { writeMarkdown } from "../../../data/exports/markdown.ts";
import type { CompareFilter } from "../../../data/filter.ts";
import type { Knowledge } from "../../../data/model.ts";
import type { Writing } from "../types.ts";
import { drawComparison } from "./picture.ts";
import { writeComparison } from "./written.ts";

export type TextForm = "md" | "csv" | "json";

interface Taken extends Writing {
  comparison: Comparison;
  filter: CompareFilter;
  knowledge: Knowledge;
}

const types: Record<TextForm, string> = {
  md: "text/markdown;charset=utf-8",
  csv: "text/csv;charset=utf-8",
  json: "application/json",
};

/** The comparison as a text of that form. */
export function textOf(form: TextForm, { comparison, filter, knowledge, language, t }: Taken): string {
  if (form === "json") return writeJson(comparison, filter, language);
  const written = writeComparison(comparison, knowledge, { language, t });
  return form === "csv" ? writeCsv(written) : writeMarkdown(written);
}

/** Saves the comparison as a file of that form. */
export function saveText(form: TextForm, taken: Taken): void {
  save(new Blob([textOf(form, taken)], { type: types[form] }), `${nameOf(taken)}.${form}`);
}

/**
 * Saves the comparison as a picture, in the colours that are shown.
 * @throws where the browser cannot draw it, or it is too large for a canvas
 */
export async function savePicture(taken: Taken): Promise<void> {
  const { comparison, knowledge, language, t } = taken;
  save(await drawComparison(writeComparison(comparison, knowledge, { language, t }), language), `${nameOf(taken)}.png`);
}

/** qiju-douyin-alibaba-group: ids, since a file's name travels through systems that know Latin only. */
function nameOf({ comparison }: Taken): string {
  return ["qiju", ...comparison.columns.map((c) => c.id)].join("-");
}

/** The address of what is saved is let go of when the browser has surely taken it, in milliseconds. */
const KEPT_MS = 60_000;

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
