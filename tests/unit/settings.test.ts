import { beforeEach, describe, expect, it } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { changeSettings, defaults, MOST_ENTRIES, readSettings, watchSettings } from "../../data/settings.ts";

describe("settings", () => {
  beforeEach(() => fakeBrowser.reset());

  it("are the defaults where nothing was chosen", async () => {
    expect(await readSettings()).toEqual(defaults);
  });

  it("keep what was chosen, one by one", async () => {
    await changeSettings({ marks: "all", showDelay: 200 });
    await changeSettings({ sitesOff: ["example.com"] });
    expect(await readSettings()).toEqual({ ...defaults, marks: "all", showDelay: 200, sitesOff: ["example.com"] });
  });

  it("take over only what is valid of what another version stored", async () => {
    await fakeBrowser.storage.sync.set({
      settings: {
        language: "xx",
        marks: "all",
        terms: "yes",
        showDelay: -1,
        hideDelay: 400,
        sitesOff: ["a.com", 3, ""],
        silenced: [{ form: "1688", host: null }, { form: "" }],
        ownNames: [{ text: "阿狸", entity: "alibaba-group" }, null],
        unheard: 1,
      },
    });
    expect(await readSettings()).toEqual({
      ...defaults,
      marks: "all",
      hideDelay: 400,
      sitesOff: ["a.com"],
      silenced: [{ form: "1688", host: null }],
      ownNames: [{ text: "阿狸", entity: "alibaba-group" }],
    });
  });

  it("fit into the items of a synced storage, however long the lists are", async () => {
    // The longest entries that may be: a form of 60 characters, four bytes each, on the longest host.
    const silenced = Array.from({ length: MOST_ENTRIES }, (_, i) => ({
      form: `${"𠮷".repeat(56)}${i}`,
      host: `${i}.${"a".repeat(249 - String(i).length)}.cn`,
    }));
    await changeSettings({ silenced });
    const stored = await fakeBrowser.storage.sync.get();
    for (const [key, value] of Object.entries(stored))
      expect(Buffer.byteLength(key + JSON.stringify(value)), key).toBeLessThanOrEqual(8192);
    expect((await readSettings()).silenced).toEqual(silenced);
  });

  it("are refused as a whole where a list is full", async () => {
    const sitesOff = Array.from({ length: MOST_ENTRIES + 1 }, (_, i) => `a${i}.com`);
    await expect(changeSettings({ terms: true, sitesOff })).rejects.toThrow(RangeError);
    expect(await readSettings()).toEqual(defaults);
    await changeSettings({ sitesOff: sitesOff.slice(1) });
    expect((await readSettings()).sitesOff).toHaveLength(MOST_ENTRIES);
  });

  it("lose nothing that an earlier version kept in one item", async () => {
    const before = {
      ...defaults,
      theme: "dark",
      sitesOff: ["a.com", "b.com"],
      ownNames: [{ text: "阿狸", entity: "jd" }],
    };
    await fakeBrowser.storage.sync.set({ settings: before });
    expect(await readSettings()).toEqual(before);
    await changeSettings({ marks: "all" });
    expect(await readSettings()).toEqual({ ...before, marks: "all" });
    // What was in the one item is not read any more: a list that is emptied stays empty.
    await changeSettings({ sitesOff: [] });
    expect((await readSettings()).sitesOff).toEqual([]);
  });

  it("forget the entries of a list that became shorter", async () => {
    await changeSettings({ sitesOff: Array.from({ length: 50 }, (_, i) => `a${i}.com`) });
    await changeSettings({ sitesOff: ["a49.com"] });
    expect((await readSettings()).sitesOff).toEqual(["a49.com"]);
  });

  it("are told to whoever listens, lists too", async () => {
    const heard = new Promise<readonly string[]>((done) => watchSettings((s) => done(s.sitesOff)));
    await changeSettings({ sitesOff: ["a.com"] });
    expect(await heard).toEqual(["a.com"]);
  });
});
