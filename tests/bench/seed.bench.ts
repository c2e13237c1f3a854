/** Seeding the store against adding as many empty records to as many tables. */
import bundle from "virtual:qiju/bundle";
import { Dexie } from "dexie";
import { QijuDatabase, seed } from "../../data/store.ts";
import { type BenchResult, median } from "./measure.ts";

export default async function bench(): Promise<BenchResult[]> {
  const counts = Object.entries(bundle.knowledge).map(([table, rows]) => [table, rows.length] as const);
  const empty = new Dexie("floor");
  empty.version(1).stores(Object.fromEntries(counts.map(([table]) => [table, "id"])));
  const floor = await median(() =>
    empty.transaction("rw", empty.tables, async () => {
      for (const [table, count] of counts) {
        await empty.table(table).clear();
        await empty.table(table).bulkAdd(Array.from({ length: count }, (_, id) => ({ id })));
      }
    }),
  );
  const db = new QijuDatabase("bench");
  let turn = 0;
  const seeding = await median(() => {
    turn += 1;
    return seed(db, `hash ${turn}`, async () => bundle);
  });
  const records = counts.reduce((sum, [, count]) => sum + count, 0);
  const against = `bulkAdd of ${records} empty records`;
  return [
    { name: against, ms: floor },
    { name: `seeding ${records} records in one transaction`, ms: seeding, ratio: seeding / floor, against },
  ];
}
