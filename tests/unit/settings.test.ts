import { beforeEach, describe, expect, it } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { changeSettings, defaults, readSettings } from "../../data/settings.ts";

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
});
