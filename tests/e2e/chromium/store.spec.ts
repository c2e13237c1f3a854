import { compile } from "../../../data/build/compile.ts";
import { expect, test } from "../chromium.ts";

const { bundle } = compile();
const TRIES = 20;

/** In an extension page: makes the store look like one of an older bundle, with one claim of its own. */
const age = `new Promise((done, fail) => {
  const open = indexedDB.open("qiju");
  open.onsuccess = () => {
    const tx = open.result.transaction(["meta", "claims", "notes"], "readwrite");
    tx.objectStore("claims").clear();
    tx.objectStore("claims").add({ id: "old-1", subject: "jd", objects: [], dimension: "live" });
    tx.objectStore("meta").put({ key: "bundle", hash: "old" });
    tx.objectStore("notes").put({ entity: "jd", text: "my note", changed: 1 });
    tx.oncomplete = () => { open.result.close(); done(); };
    tx.onerror = () => fail(tx.error);
  };
})`;

const look = `new Promise((done, fail) => {
  const open = indexedDB.open("qiju");
  open.onsuccess = () => {
    const tx = open.result.transaction(["meta", "claims", "entities", "notes"]);
    const get = { hash: tx.objectStore("meta").get("bundle"), claims: tx.objectStore("claims").count(), entities: tx.objectStore("entities").count(), note: tx.objectStore("notes").get("jd") };
    tx.oncomplete = () => { open.result.close(); done({ hash: get.hash.result?.hash, claims: get.claims.result, entities: get.entities.result, note: get.note.result?.text }); };
    tx.onerror = () => fail(tx.error);
  };
})`;

test("a background killed while it seeds leaves the old or the new data whole", async ({ context, extensionId }) => {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/sidepanel.html`);
  await expect(page.locator(".column-name")).toHaveCount(2);
  // A page without the panel's own connection to the store.
  await page.goto(`chrome-extension://${extensionId}/manifest.json`);
  const cdp = await context.newCDPSession(page);
  await cdp.send("ServiceWorker.enable");

  const outcomes = { old: 0, new: 0 };
  for (let i = 0; i < TRIES || (i < 3 * TRIES && Math.min(outcomes.old, outcomes.new) === 0); i++) {
    await cdp.send("ServiceWorker.stopAllWorkers");
    await page.evaluate(age);
    // Wakes the worker, which begins to seed; it is stopped a little later each time.
    await page.evaluate(`chrome.runtime.sendMessage({ id: 1, type: "ready", timestamp: Date.now() }).catch(() => {});
      new Promise((done) => setTimeout(done, ${i * 30}))`);
    await cdp.send("ServiceWorker.stopAllWorkers");
    const state = await page.evaluate<{ hash: string; claims: number; entities: number; note: string }>(look);
    expect(state.note).toBe("my note");
    expect(state.entities).toBe(bundle.knowledge.entities.length);
    if (state.hash === "old") {
      outcomes.old += 1;
      expect(state.claims).toBe(1);
    } else {
      outcomes.new += 1;
      expect(state.hash).toBe(bundle.hash);
      expect(state.claims).toBe(bundle.knowledge.claims.length);
    }
  }
  console.log(
    `killed ${outcomes.old + outcomes.new} times while seeding: ${outcomes.old} left the old data, ${outcomes.new} the new`,
  );
  // Both ends were seen, so some of the kills fell between them.
  expect(Math.min(outcomes.old, outcomes.new)).toBeGreaterThan(0);

  await page.goto(`chrome-extension://${extensionId}/sidepanel.html`);
  await expect(page.locator(".column-name")).toHaveCount(2);
  expect(await page.evaluate(look)).toMatchObject({ hash: bundle.hash, note: "my note" });
});
