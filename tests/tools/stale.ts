/**
 * `npm run stale [-- YYYY-MM-DD]`: the platforms whose newest claim is over six months old on that
 * day, today where none is given; the oldest first.
 */
import { compile } from "../../data/build/compile.ts";
import { isOlderThan, knowledgeReach, reachOf } from "../../data/layers.ts";

const MONTHS = 6;
const [today = new Date().toISOString().slice(0, 10)] = process.argv.slice(2);
if (!/^\d{4}-\d{2}-\d{2}$/.test(today)) {
  console.error("usage: npm run stale [-- YYYY-MM-DD]");
  process.exit(2);
}

const { knowledge } = compile().bundle;
const reaches = knowledge.entities.map((entity) => ({
  entity,
  reach: reachOf(entity, knowledge.claims, knowledge.documents),
}));
const stale = reaches
  .filter(({ reach }) => reach === null || isOlderThan(MONTHS, reach, today))
  .sort((a, b) => ((a.reach ?? "") < (b.reach ?? "") ? -1 : 1));
for (const { entity, reach } of stale) {
  const { status } = entity.identity ?? {};
  console.log([reach ?? "never", entity.id, entity.names.zh, status ?? "not looked up"].join("\t"));
}
console.log(
  `${stale.length} of ${reaches.length} are over ${MONTHS} months old on ${today}; the newest page is of ${knowledgeReach(knowledge)}.`,
);
