/** The panel's store, looked into and changed behind its back. */
import type { Page } from "playwright/test";
import { stopWorkers } from "./workers.ts";

/** In a page of the extension: what the store holds. */
export const look = `new Promise((done, fail) => {
  const open = indexedDB.open("qiju");
  open.onerror = () => fail(open.error);
  open.onsuccess = () => {
    const tx = open.result.transaction(["meta", "claims", "notes"]);
    const get = { hash: tx.objectStore("meta").get("bundle"), claims: tx.objectStore("claims").count(), note: tx.objectStore("notes").get("jd") };
    tx.oncomplete = () => { open.result.close(); done({ hash: get.hash.result?.hash, claims: get.claims.result, note: get.note.result?.text }); };
  };
})`;

/** In a page of the extension: changes the store in one transaction. */
export const change = (statements: string): string => `new Promise((done, fail) => {
  const open = indexedDB.open("qiju");
  open.onsuccess = () => {
    const tx = open.result.transaction(["meta", "claims", "entities", "notes"], "readwrite");
    const [meta, claims, entities, notes] = ["meta", "claims", "entities", "notes"].map((name) => tx.objectStore(name));
    ${statements}
    tx.oncomplete = () => { open.result.close(); done(); };
    tx.onerror = () => fail(tx.error);
  };
})`;

/** In a page of the extension: the store is gone. */
export const deleteStore = `new Promise((done, fail) => {
  const gone = indexedDB.deleteDatabase("qiju");
  gone.onsuccess = () => done();
  gone.onerror = () => fail(gone.error);
})`;

/** Goes from the panel to a page of the extension that has no connection to the store of its own. */
export async function leavePanel(page: Page): Promise<void> {
  await page.goto(page.url().replace(/sidepanel\.html.*/, "manifest.json"));
}

/**
 * Has a page that has left the panel hold the store in the version before this one, and not let go: nobody else holds it.
 * @param upgrade statements that make that version's tables: `store` is the database, `tx` the transaction
 */
export async function holdOldVersion(page: Page, upgrade: string): Promise<void> {
  await stopWorkers(page);
  await page.evaluate(deleteStore);
  await page.evaluate(`new Promise((done, fail) => {
    const open = indexedDB.open("qiju", 10);
    open.onupgradeneeded = () => {
      const { result: store, transaction: tx } = open;
      ${upgrade}
    };
    open.onsuccess = () => { globalThis.held = open.result; done(); };
    open.onerror = () => fail(open.error);
  })`);
}

/** In any page: no store opens, until `allowStore()` is called. */
export function refuseStore(): void {
  const { open } = IDBFactory.prototype;
  Object.assign(globalThis, { tries: 0, allowStore: () => Object.assign(IDBFactory.prototype, { open }) });
  IDBFactory.prototype.open = () => {
    Object.assign(globalThis, { tries: (globalThis as unknown as { tries: number }).tries + 1 });
    throw new DOMException("no storage here", "SecurityError");
  };
}
