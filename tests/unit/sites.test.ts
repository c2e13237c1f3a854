import { describe, expect, it } from "vitest";
import { compile } from "../../data/build/compile.ts";
import { ownerOf } from "../../data/owners.ts";
import { matchPatterns, owners, siteOf, sites } from "../../data/sites.ts";

describe("sites", () => {
  it("has at least 25 e-commerce and 45 news hosts, each once", () => {
    expect(sites.filter((s) => s.kind === "commerce").length).toBeGreaterThanOrEqual(25);
    expect(sites.filter((s) => s.kind === "news").length).toBeGreaterThanOrEqual(45);
    expect(new Set(sites.map((s) => s.host)).size).toBe(sites.length);
  });

  it("names only entities that exist", () => {
    const known = new Set(compile().bundle.knowledge.entities.map((e) => e.id));
    for (const site of sites) if (site.entity) expect(known, site.host).toContain(site.entity);
  });

  it("knows a site by its subdomains, and no other by a like ending", () => {
    expect(siteOf("s.taobao.com")?.entity).toBe("taobao");
    expect(siteOf("www.sina.com.cn")?.name).toBe("新浪");
    expect(siteOf("nottaobao.com")).toBeUndefined();
  });

  it("tells whose own site a host is as the list does", () => {
    for (const { host, entity = null } of sites) {
      expect(ownerOf(owners, host)).toBe(entity);
      expect(ownerOf(owners, `a.b.${host}`)).toBe(entity);
      expect(ownerOf(owners, `not${host}`)).toBeNull();
    }
    for (const host of ["", ".", "com", "constructor", "localhost", "a..taobao.com."])
      expect(ownerOf(owners, host)).toBeNull();
  });

  it("asks for HTTPS only, and for no host whole", () => {
    for (const pattern of matchPatterns) expect(pattern).toMatch(/^https:\/\/\*\.[a-z0-9.-]+\.[a-z]+\/\*$/);
  });
});
