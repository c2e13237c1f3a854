import type { WrittenComparison } from "./written.ts";

/** The columns of the file, in order; the names stay English, so that a program finds them. */
export const csvHead = [
  "group",
  "dimension",
  "platform",
  "about",
  "kind",
  "date",
  "claim",
  "attribution",
  "note",
  "figures",
  "sources",
  "id",
  "layer",
  "overtaken_by",
  "added_by",
] as const;

/** For Excel, which takes a file without it for the machine's own encoding. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * A comparison as CSV (RFC 4180): a row for each claim of each cell, and one for each blank cell, so
 * that the table can be put together again.
 */
export function writeCsv(written: WrittenComparison): string {
  const rows: string[][] = [[...csvHead]];
  for (const group of written.groups) {
    for (const row of group.rows) {
      for (const [i, cell] of row.cells.entries()) {
        const platform = written.columns[i]?.name ?? "";
        const place = [group.name, row.name, platform];
        if (cell.length === 0)
          rows.push([...place, "", "", "", row.blanks[i] ?? "", ...csvHead.slice(place.length + 4).map(() => "")]);
        for (const claim of cell) {
          const { unit, kind, iso, text, attribution, note, figures, sources, id } = claim;
          const { layer, overtakenBy, addedBy } = claim;
          rows.push([
            ...place,
            unit || platform,
            kind,
            iso,
            text,
            attribution,
            note,
            figures,
            sources,
            id,
            layer,
            overtakenBy,
            addedBy,
          ]);
        }
      }
    }
  }
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map((value) => quote(disarm(value))).join(",")}\r\n`).join("");
}

function quote(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value;
}

/** What a spreadsheet would take for a formula gets an apostrophe before it, which says that it is text. */
function disarm(value: string): string {
  return /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
}

/** The value as it was before `writeCsv` made it safe. */
export function rearm(value: string): string {
  return /^'[=+\-@\t\r＝＋－＠]/.test(value) ? value.slice(1) : value;
}
