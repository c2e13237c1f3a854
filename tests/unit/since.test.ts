import { describe, expect, it } from "vitest";
import { compile } from "../../data/build/compile.ts";
import { CuratedError } from "../../data/build/parse.ts";
import { type CuratedFiles, readCurated } from "../../data/build/read.ts";

// biome-ignore lint/suspicious/noExplicitAny: the very point is to put in what the types forbid
type Loose = any;

/** What a test works with: the files, and in them one claim that rests on one page. */
interface Example {
  files: CuratedFiles;
  page: Loose;
  claim: Loose;
  entity: Loose;
}

/** A claim of 2025 about 1688's 种草 rival that is nobody else's: valid as it stands. */
function example(): Example {
  const files = structuredClone(readCurated());
  const entity = platform(files, "zhongcaoxiu");
  const page = {
    id: "example-page",
    url: "https://example.com/report",
    title: "A report",
    publisher: "Example News",
    date: "2025-05-20",
    language: "en",
  };
  const claim = {
    id: "u-z-901",
    dimension: "scale",
    text: {
      zh: "2025年第一季度收入3000亿元，三年来首次下降5.2%。",
      en: "Revenue was RMB300bn, its first fall in three years, of 5.2%.",
    },
    figures: [
      { value: 300_000_000_000, unit: "CNY", printed: "300 billion yuan", period: "first quarter (1Q) 2025" },
      { value: -5.2, unit: "%", printed: "5.2 percent" },
    ],
    date: { value: "2025-05", precision: "month" },
    modality: "fact",
    sources: ["web:example-page"],
    weight: 2,
  };
  (files.sources.content as Loose).pages.push(page);
  entity.claims.push(claim);
  return { files, page, claim, entity };
}

const platform = (files: CuratedFiles, id: string): Loose =>
  files.platforms.find((f) => f.path.endsWith(`/${id}.json`))?.content;

/** Another page, and a claim that rests on it, beside the first. */
function another({ files, claim, entity }: Example): Loose {
  const second = { ...structuredClone(claim), id: "u-z-902" };
  entity.claims.push(second);
  void files;
  return second;
}

describe("what rests on pages", () => {
  it("is accepted where it is honest", () => {
    const { files } = example();
    const { knowledge } = compile(files).bundle;
    expect(knowledge.claims.find((c) => c.id === "u-z-901")).toMatchObject({
      layer: "since",
      voices: 1,
      pages: [{ host: "example.com", publisher: "Example News", copy: null, quoted: false }],
    });
  });

  it.each<[string, (e: Example) => void, RegExp]>([
    [
      "a number of the Chinese text without a figure",
      ({ claim }) => (claim.text.zh = "收入3100亿元。"),
      /u-z-901\)\.text\.zh: “3100亿”/,
    ],
    [
      "a number of the English text without a figure",
      ({ claim }) => (claim.text.en = "Revenue was RMB310bn."),
      /u-z-901\)\.text\.en: “310bn”/,
    ],
    [
      "a year that no figure, date or page has",
      ({ claim }) => (claim.text.en = "Revenue was RMB300bn, the most since 2016."),
      /u-z-901\)\.text\.en: “2016”/,
    ],
    [
      "a small count that stands in one language alone",
      ({ claim }) => (claim.text.en = "Revenue was RMB300bn, its first fall in four years."),
      /u-z-901\)\.text\.(zh: “三”|en: “four”)/,
    ],
    [
      "a figure whose value is not what is printed",
      ({ claim }) => (claim.figures[0].value = 330_000_000_000),
      /u-z-901\)\.figures: 330000000000 is not what “300 billion yuan” says/,
    ],
    [
      "a value where no number is printed",
      ({ claim }) => claim.figures.push({ value: 12, unit: "stores", printed: "a dozen or so" }),
      /u-z-901\)\.figures: 12 is not/,
    ],
    [
      "a date before the span that no figure prints",
      ({ claim }) => (claim.date = { value: "2019-08", precision: "month" }),
      /u-z-901\)\.date: 2019-08 lies before 2024-04/,
    ],
    [
      "a date after the span",
      ({ claim, page }) => {
        claim.date = { value: "2027-01", precision: "month" };
        page.date = "2027-01-02";
      },
      /u-z-901\)\.date: 2027-01 lies after 2026-11/,
    ],
    [
      "a date later than its pages",
      ({ claim }) => (claim.date = { value: "2025-06", precision: "month" }),
      /u-z-901\)\.date: 2025-06 is later than all of its pages/,
    ],
    [
      "a fact that was read only as quoted",
      ({ page }) => (page.seenVia = "quoted"),
      /u-z-901\)\.modality: what was read only as quoted/,
    ],
    ["a page that is not there", ({ claim }) => (claim.sources = ["web:nowhere"]), /no source web:nowhere/],
    [
      "a page that nothing refers to",
      ({ files, page }) =>
        (files.sources.content as Loose).pages.push({ ...page, id: "idle", url: "https://example.com/idle" }),
      /sources\.json: pages\.\d+ \(idle\): nothing refers to it/,
    ],
    [
      "a page given twice",
      ({ files, page, claim }) => {
        (files.sources.content as Loose).pages.push({ ...page, id: "twin" });
        claim.sources.push("web:twin");
      },
      /\(twin\): https:\/\/example\.com\/report is given twice/,
    ],
    [
      "an address that leads nowhere on the web",
      ({ page }) => (page.url = "javascript:alert(1)"),
      /sources\.json: pages\.\d+\.url/,
    ],
    [
      "a claim of both layers",
      ({ claim }) => claim.sources.push("000:p7"),
      /u-z-901\)\.sources: a claim rests on documents or on pages/,
    ],
    ["an id of the other layer", ({ claim }) => (claim.id = "000-999"), /000-999\)\.id: claims that rest on pages/],
    [
      "an overtaken claim that is not there",
      ({ claim }) => (claim.overtakes = ["000-999"]),
      /u-z-901\)\.overtakes: no other claim 000-999/,
    ],
    [
      "an updated claim that is not there",
      ({ claim }) => (claim.updates = ["u-z-999"]),
      /u-z-901\)\.updates: no other claim u-z-999/,
    ],
    [
      "a claim that is overtaken and still true",
      ({ claim }) => Object.assign(claim, { overtakes: ["000-053"], updates: ["000-053"] }),
      /u-z-901\)\.updates: 000-053 is overtaken too/,
    ],
    [
      "a document's claim that overtakes",
      ({ files }) => (platform(files, "jd").claims.find((c: Loose) => !c.id.startsWith("u-")).overtakes = ["u-z-901"]),
      /overtakes: only what has happened since/,
    ],
    [
      "claims that overtake each other",
      (e) => {
        another(e).overtakes = ["u-z-901"];
        e.claim.overtakes = ["u-z-902"];
      },
      /goes round in a circle: u-z-90\d → u-z-90\d → u-z-90\d/,
    ],
    [
      "an event told twice",
      (e) => {
        another(e);
        e.claim.carries = ["u-z-902"];
      },
      /u-z-901: carries: u-z-902 is told by/,
    ],
    [
      "a closed platform without a line that says so",
      ({ entity }) => (entity.identity = { status: "closed", sources: ["web:example-page"] }),
      /zhongcaoxiu\.json: identity: what was renamed, merged, sold or closed/,
    ],
    [
      "an identity without a source",
      ({ entity }) => (entity.identity = { status: "active", sources: [] }),
      /zhongcaoxiu\.json: identity: what is known has a source/,
    ],
    [
      "an identity from a page that is not there",
      ({ entity }) => (entity.identity = { status: "active", sources: ["web:nowhere"] }),
      /identity\.sources: no page web:nowhere/,
    ],
    [
      "a successor that is not there",
      ({ entity }) =>
        (entity.identity = {
          status: "merged",
          line: { zh: "已并入。", en: "Merged." },
          successor: "nobody",
          sources: ["web:example-page"],
        }),
      /identity\.successor: no other entity nobody/,
    ],
    [
      "an owner that is not there",
      ({ entity }) => (entity.identity = { status: "active", owner: "nobody", sources: ["web:example-page"] }),
      /identity\.owner: no other entity nobody/,
    ],
    [
      "a year in the first line that is not its date",
      ({ entity }) =>
        (entity.identity = {
          status: "closed",
          since: "2025-03",
          line: { zh: "2024年关闭。", en: "Closed in 2025." },
          sources: ["web:example-page"],
        }),
      /identity\.line\.zh: “2024” is not in its date/,
    ],
    [
      "a headline that rests on what was overtaken",
      ({ files, claim }) => {
        const eleme = platform(files, "eleme");
        delete eleme.now;
        claim.overtakes = ["000-053"];
      },
      /eleme\.json: now: 000-053 is overtaken/,
    ],
    [
      "a figure in the headline that no standing claim has",
      ({ entity }) =>
        (entity.now = {
          headline: { zh: "收入9000亿元。", en: "Revenue of RMB900bn." },
          brief: { zh: "无。", en: "None." },
        }),
      /now\.headline\.zh: “9000亿” stands in no claim that is still so/,
    ],
    [
      "a headline of now that is too long",
      ({ entity }) =>
        (entity.now = { headline: { zh: "长".repeat(41), en: "Long." }, brief: { zh: "无。", en: "None." } }),
      /zhongcaoxiu\.json: now\.headline\.zh/,
    ],
    [
      "a headline of now with nothing since behind it",
      ({ entity, claim }) => {
        entity.claims.pop();
        delete entity.identity;
        entity.now = { headline: { zh: "还在。", en: "Still there." }, brief: { zh: "无。", en: "None." } };
        void claim;
      },
      /now: rests on nothing that has happened since/,
    ],
  ])("is refused: %s", (_what, change, message) => {
    const made = example();
    change(made);
    expect(() => compile(made.files)).toThrow(CuratedError);
    expect(() => compile(made.files)).toThrow(message);
  });

  it("may be older where a figure prints the year, or the date is marked as inferred", () => {
    const printed = example();
    printed.claim.date = { value: "2019-08", precision: "month" };
    printed.claim.figures.push({ value: null, unit: "date", printed: "August 2019" });
    expect(() => compile(printed.files)).not.toThrow();
    const inferred = example();
    inferred.claim.date = { value: "2019-08", precision: "month", uncertain: true };
    expect(() => compile(inferred.files)).not.toThrow();
  });

  it("may tell of what is still to come, where it is a plan", () => {
    const { files, claim } = example();
    Object.assign(claim, { modality: "plan", date: { value: "2025-06", precision: "month" } });
    expect(() => compile(files)).not.toThrow();
  });
});
