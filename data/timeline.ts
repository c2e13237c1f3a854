import { kinOf } from "./kin.ts";
import type { Knowledge, StoredClaim } from "./model.ts";

/** A dated claim as an event. */
export interface TimelineEvent {
  claim: StoredClaim;
  /** First and last month that the date may mean: `2023-01`, `2023-12` for a year. Months since year 0. */
  from: number;
  to: number;
  uncertain: boolean;
}

/** An event in the lane of the chosen platform that it tells of. */
export interface LaneEvent extends TimelineEvent {
  /** Place in the order of the chosen platforms. */
  lane: number;
}

/** The events of the chosen platforms, and how many of their claims have no date. */
interface Lanes {
  events: readonly LaneEvent[];
  undated: number;
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

/**
 * The events of the chosen platforms, each once: in the lane of whom it is about, units included,
 * or else of the first chosen platform that it names.
 */
export function lanes(knowledge: Pick<Knowledge, "claims" | "entities">, ids: readonly string[]): Lanes {
  const kin = kinOf(knowledge.entities, ids);
  const laneOf = (claim: StoredClaim): number => {
    const own = kin.at(claim.subject, claim) ?? claim.objects.flatMap((o) => kin.at(o, claim) ?? [])[0];
    return own === undefined ? -1 : ids.indexOf(own);
  };
  const told = knowledge.claims.filter((claim) => laneOf(claim) >= 0);
  return {
    events: timeline({ claims: told }).map((event) => ({ ...event, lane: laneOf(event.claim) })),
    undated: told.filter((c) => c.date.value === null).length,
  };
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
