import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Address, firstAddress, parseAddress, views, writeAddress } from "../../data/address.ts";
import { DEFAULT_COLUMNS } from "../../data/compare.ts";
import { kinds, noFilter } from "../../data/filter.ts";
import { modalities } from "../../data/schema.ts";

describe("addresses of the panel", () => {
  it.each(views.map((view) => [view]))("%s: its first address leads to it", (view) => {
    expect(parseAddress(writeAddress(firstAddress(view)))).toEqual(firstAddress(view));
  });

  it("reads a comparison with all that filters it", () => {
    expect(
      parseAddress(
        "#/compare?p=douyin,jd&dim=live,price&diff=1&q=%E5%8F%8C11&from=2022&to=2023-09&modality=view,fact&fold=who",
      ),
    ).toEqual({
      view: "compare",
      columns: ["douyin", "jd"],
      filter: {
        dimensions: ["live", "price"],
        modalities: ["fact", "view"],
        differences: true,
        query: "双11",
        from: "2022",
        to: "2023-09",
      },
      folded: ["who"],
    });
  });

  it.each([
    ["", undefined],
    ["#", undefined],
    ["#/nowhere", undefined],
    ["javascript:alert(1)", undefined],
    ["#/compare", { view: "compare", columns: DEFAULT_COLUMNS, filter: noFilter, folded: [] }],
    ["#/compare?p=", { view: "compare", columns: [], filter: noFilter, folded: [] }],
    ["#/compare?p=jd,jd,<b>,a,b,c,d,e,f,g", { columns: ["jd", "a", "b", "c", "d", "e"] }],
    ["#/compare?from=yesterday&modality=rumour", { filter: noFilter }],
    ["#/platform/jd", { view: "platform", id: "jd" }],
    ["#/platform/%3Cscript%3E", { view: "platform", id: null }],
    ["#/terms", { view: "terms", id: null }],
  ])("%s", (hash, expected) => {
    if (expected === undefined) expect(parseAddress(hash)).toBeUndefined();
    else expect(parseAddress(hash)).toMatchObject(expected);
  });

  it("written and read again is the same", () => {
    const id = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    const ids = (most: number) => fc.uniqueArray(id, { maxLength: most });
    const year = fc.option(fc.integer({ min: 1999, max: 2026 }).map(String));
    const address: fc.Arbitrary<Address> = fc.record({
      view: fc.constant("compare" as const),
      columns: ids(6),
      filter: fc.record({
        dimensions: ids(4),
        modalities: fc.subarray([...kinds]),
        differences: fc.boolean(),
        query: fc.string({ maxLength: 40, unit: "grapheme" }).filter((q) => q.length <= 100),
        from: year,
        to: year,
      }),
      folded: ids(3),
    });
    fc.assert(
      fc.property(address, (a) => {
        expect(parseAddress(writeAddress(a))).toEqual(a);
      }),
    );
  });

  it("knows every kind of claim that the schema knows", () => {
    expect([...kinds].sort()).toEqual([...modalities].sort());
  });
});
