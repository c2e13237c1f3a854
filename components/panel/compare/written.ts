import type { Comparison } from "../../../data/compare.ts";
import type { WrittenClaim, WrittenComparison } from "../../../data/exports/written.ts";
import { headlineOf } from "../../../data/layers.ts";
import type { Entity, Knowledge, StoredClaim, ToldClaim } from "../../../data/model.ts";
import { writeSources } from "../../ClaimLine.tsx";
import { writeDate } from "../../dates.ts";
import type { LaterKey } from "../../LaterLines.tsx";
import type { Writing } from "../types.ts";

/** A comparison in the reader's language, to be taken away. */
export function writeComparison(
  { columns, groups }: Comparison,
  knowledge: Knowledge,
  { language, t }: Writing,
): WrittenComparison {
  const entities = new Map(knowledge.entities.map((e) => [e.id, e]));
  const shown = new Set(groups.flatMap((g) => g.rows.flatMap((row) => row.cells.flat().map((c) => c.id))));
  const claim = (c: StoredClaim, column: Entity | undefined): WrittenClaim => ({
    id: c.id,
    modality: c.modality,
    kind: t(`modality.${c.modality}`),
    text: c.text[language],
    unit: c.subject === column?.id ? "" : (entities.get(c.subject)?.names[language] ?? c.subject),
    date: writeDate(c.date, t, language),
    iso: c.date.value ?? "",
    attribution: c.attribution?.[language] ?? "",
    note: [...(c.note ? [c.note[language]] : []), ...laterOf(c, shown, { language, t })].join(" "),
    sources:
      c.pages.length > 0
        ? c.pages.map((page) => page.url).join(" ")
        : writeSources(c.sources, knowledge.documents, language),
    layer: c.layer,
    overtakenBy: c.overtakenBy.map((told) => told.id).join(" "),
    addedBy: c.addedBy.map((told) => told.id).join(" "),
    figures: c.figures.map((f) => f.printed).join(language === "en" ? "; " : "；"),
  });
  return {
    title: columns.map((c) => c.names[language]).join(" · "),
    origin: t("take.origin"),
    corner: t("compare.dimension"),
    columns: columns.map((c) => ({ name: c.names[language], headline: headlineOf(c)[language] })),
    groups: groups.map(({ group, rows }) => ({
      name: group.names[language],
      rows: rows.map(({ dimension, cells, hidden }) => ({
        name: dimension.names[language],
        cells: cells.map((cell, i) => cell.map((c) => claim(c, columns[i]))),
        blanks: hidden.map((n) => (n > 0 ? t("compare.hidden", { n }) : t("compare.blank"))),
      })),
    })),
  };
}

/**
 * What came in place of a claim, without which it would be taken for what is so now, and what was added
 * to it, where that does not stand elsewhere in the comparison.
 */
function laterOf(claim: StoredClaim, shown: ReadonlySet<string>, { language, t }: Writing): string[] {
  const meant = claim.modality === "plan" || claim.modality === "view";
  const line = (key: LaterKey, told: ToldClaim): string =>
    t(key, { date: writeDate(told.date, t, language) }) + told.text[language];
  return [
    ...claim.overtakenBy.map((told) => line(meant ? "later.outcome" : "later.since", told)),
    ...claim.addedBy.filter((told) => !shown.has(told.id)).map((told) => line("later.added", told)),
  ];
}
