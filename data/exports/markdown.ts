import type { Modality } from "../schema.ts";
import type { WrittenClaim, WrittenComparison } from "./written.ts";

/** The kinds' marks as characters, for texts. */
export const marks: Record<Modality, string> = { fact: "●", plan: "○", denied: "⊘", unconfirmed: "◌", view: "❝" };

/** A comparison as GitHub-flavoured Markdown: a table for each group, a claim on each line of a cell. */
export function writeMarkdown(written: WrittenComparison): string {
  const head = [written.corner, ...written.columns.map((c) => c.name)].map(escapeCell);
  const parts = [`# ${escapeCell(written.title)}`];
  for (const { name, rows } of written.groups) {
    const table = [
      line(head),
      line(head.map(() => "---")),
      ...rows.map((row) =>
        line([escapeCell(row.name), ...row.cells.map((cell, i) => writeCell(cell, row.blanks[i] ?? ""))]),
      ),
    ];
    parts.push(`## ${escapeCell(name)}`, table.join("\n"));
  }
  parts.push(escapeCell(written.origin));
  return `${parts.join("\n\n")}\n`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function writeCell(claims: readonly WrittenClaim[], blank: string): string {
  if (claims.length === 0) return `*${escapeCell(blank)}*`;
  return claims.map((claim) => escapeCell(writeClaim(claim))).join("<br>");
}

/** A claim in one line: its mark, whom it is about, what it says, kind, date, speaker, place. */
export function writeClaim(claim: WrittenClaim): string {
  const about = claim.unit === "" ? "" : `${claim.unit}: `;
  const facts = [claim.kind, claim.date, claim.attribution, claim.sources].filter((part) => part !== "");
  const note = claim.note === "" ? "" : ` [${claim.note}]`;
  return `${marks[claim.modality]} ${about}${claim.text} (${facts.join(" · ")})${note}`;
}

/** Nothing in a text may be taken for Markdown or HTML, or end its cell. */
function escapeCell(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>|~#!&]/g, "\\$&")
    .replace(/\s*\n\s*/g, " ")
    .replace(/(https?|ftp):\/\//gi, "$1:\\/\\/")
    .replace(/www\./gi, "www\\.")
    .replace(/@/g, "\\@");
}
