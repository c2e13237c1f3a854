import type { Knowledge, StoredClaim } from "./model.ts";

/** A dated claim as an event. */
export interface TimelineEvent {
  claim: StoredClaim;
  /** First and last month that the date may mean: `2023-01`, `2023-12` for a year. Months since year 0. */
  from: number;
  to: number;
  uncertain: boolean;
}

/**
 * The dated claims about the entities, or all of them, in order of time; what is known to the month
 * before what is known to the year. Claims without a date are no events.
 */
export function timeline(knowledge: Pick<Knowledge, "claims">, entities?: ReadonlySet<string>): TimelineEvent[] {
  return knowledge.claims
    .filter((c) => !entities || entities.has(c.subject) || c.objects.some((o) => entities.has(o)))
    .flatMap((claim) => eventOf(claim) ?? [])
    .sort((a, b) => a.from - b.from || a.to - b.to || (a.claim.id < b.claim.id ? -1 : 1));
}

function eventOf(claim: StoredClaim): TimelineEvent | undefined {
  const { value, uncertain } = claim.date;
  if (value === null) return undefined;
  const [first = "", last = first] = value.split("/");
  return { claim, from: monthOf(first, 1), to: monthOf(last, 12), uncertain: uncertain ?? false };
}

/** Months since year 0; where the date is a year, its first or its last. */
function monthOf(iso: string, monthOfYear: number): number {
  const [year, month] = iso.split("-");
  return Number(year) * 12 + (month ? Number(month) : monthOfYear) - 1;
}
