import type * as v from "valibot";
import { describe, expect, it } from "vitest";
import { translator } from "../../components/locales/messages.ts";
import { writeAmount, writePeriod, writeValue } from "../../components/panel/charts/write.ts";
import type { PanelKey } from "../../components/panel/types.ts";
import { compile } from "../../data/build/compile.ts";
import { compileMessages } from "../../data/build/messages.ts";
import { CuratedError } from "../../data/build/parse.ts";
import { type CuratedFiles, readCurated } from "../../data/build/read.ts";
import { chartsOf, filledCharts, isoPeriod } from "../../data/charts.ts";
import { documentsOnly } from "../../data/layers.ts";
import { measured } from "../../data/measures.ts";
import type { Knowledge } from "../../data/model.ts";
import type { ChartFile } from "../../data/schema.ts";

const { knowledge } = compile().bundle;
const catalog = compileMessages("panel") as Record<"zh" | "zhHant" | "en", Record<PanelKey, string>>;
const t = { zh: translator(catalog, "zh"), en: translator(catalog, "en") };

/** The curated files with other charts. */
function withCharts(change: (charts: v.InferOutput<typeof ChartFile>["charts"]) => void): () => Knowledge {
  const files: CuratedFiles = structuredClone(readCurated());
  change((files.charts.content as v.InferOutput<typeof ChartFile>).charts);
  return () => compile(files).bundle.knowledge;
}

describe("the build's check of charts", () => {
  it("lets a bar wait for a claim that is not there", () => {
    const build = withCharts((charts) => charts[0]?.bars.push({ claim: "u-z-999", printed: "1%" }));
    expect(build).not.toThrow();
    expect(filledCharts(build())[0]?.bars.some((b) => b.claim.id === "u-z-999")).toBe(false);
  });

  it.each<[string, Parameters<typeof withCharts>[0], RegExp]>([
    [
      "a figure that its claim does not have",
      (charts) => charts[0]?.bars.push({ claim: "000-008", printed: "255%" }),
      /charts\.json: charts\.0 \(douyin-growth\)\.bars\.\d+: claim 000-008 has no figure “255%”/,
    ],
    [
      "a figure of another kind",
      (charts) => charts[0]?.bars.push({ claim: "000-009", printed: "370多个城市" }),
      /cannot be measured in percent/,
    ],
    [
      "a figure without a value",
      (charts) => charts[0]?.bars.push({ claim: "004-133", printed: "数千名" }),
      /cannot be measured in percent/,
    ],
    ["a chart given twice", (charts) => charts.push(...structuredClone(charts.slice(0, 1))), /given twice/],
    ["a chart of one bar", (charts) => charts[0]?.bars.splice(1), /charts\.0\.bars/],
    [
      "a period that is no date",
      (charts) => charts[0]?.bars.push({ claim: "000-008", printed: "256%", period: "last year" }),
      /charts\.0\.bars\.\d+\.period/,
    ],
  ])("refuses %s", (_what, change, message) => {
    expect(withCharts(change)).toThrow(CuratedError);
    expect(withCharts(change)).toThrow(message);
  });
});

describe("charts", () => {
  it("have two bars at least, each with its claim's own figure", () => {
    const charts = filledCharts(knowledge);
    expect(charts.map((c) => c.chart.id)).toContain("douyin-growth");
    for (const { chart, bars, most } of charts) {
      expect(bars.length, chart.id).toBeGreaterThan(1);
      expect(Math.max(...bars.map((b) => b.value))).toBe(most);
      for (const bar of bars) {
        expect(bar.claim.figures).toContain(bar.figure);
        expect(bar.value).toBe(measured(bar.figure, chart.measure));
      }
    }
  });

  it("say how many figures have no period, and whether the others' differ", () => {
    const growth = filledCharts(knowledge).find((c) => c.chart.id === "douyin-growth");
    expect(growth).toMatchObject({ periodless: 2, periodsDiffer: true });
    expect(growth?.bars.map((b) => b.period)).toEqual([null, null, "2024", "2024-08/2025-07", "2025"]);
    const quarter = filledCharts(knowledge).find((c) => c.chart.id === "revenue-2026-q1");
    expect(quarter).toMatchObject({ periodless: 0, periodsDiffer: false });
  });

  it("mark what is no longer so", () => {
    for (const { bars } of filledCharts(knowledge))
      for (const bar of bars) expect(bar.overtaken).toBe(bar.claim.overtakenBy.length > 0);
    expect(filledCharts(knowledge).some((c) => c.bars.some((b) => b.overtaken))).toBe(true);
  });

  it("have the documents' figures alone where only these are wanted", () => {
    const [growth, ...others] = filledCharts(documentsOnly(knowledge));
    expect(growth?.chart.id).toBe("douyin-growth");
    expect(growth?.bars.map((b) => b.claim.id)).toEqual(["000-018", "000-008"]);
    expect(growth).toMatchObject({ periodless: 2, periodsDiffer: false });
    for (const { bars } of others) for (const bar of bars) expect(bar.claim.layer).toBe("documents");
  });

  it("of the chosen come apart from the others", () => {
    const charts = filledCharts(knowledge);
    const { ours, others } = chartsOf(charts, (claim) => claim.subject === "tiktok-shop");
    expect(ours.map((c) => c.chart.id)).toEqual(["tiktok-shop-gmv-2024", "tiktok-shop-gmv-2025"]);
    expect(ours.length + others.length).toBe(charts.length);
  });
});

describe("what a chart writes", () => {
  it.each([
    [243_380_000_000, "cny", "2,433.8亿元", "RMB243.38bn"],
    [1_309_100_000_000, "cny", "1.3091万亿元", "RMB1.3091trn"],
    [50_000_000_000, "usd", "500亿美元", "$50bn"],
    [256, "percent", "256%", "256%"],
    [350_000_000, "users", "3.5亿人", "350m"],
    [25_000_000, "orders-a-day", "2,500万单", "25m"],
  ] as const)("%d %s is %s, %s", (value, measure, zh, en) => {
    expect(writeValue(value, measure, "zh")).toBe(zh);
    expect(writeValue(value, measure, "en")).toBe(en);
  });

  it("says what a figure leaves open", () => {
    expect(writeAmount({ value: 80, bound: "over" }, "percent", t.zh, "zh")).toBe("超过80%");
    expect(writeAmount({ value: 80, bound: "over" }, "percent", t.en, "en")).toBe("over 80%");
  });

  it.each([
    ["Q1 2026", "2026-01/2026-03", "2026年第一季度", "Q1 2026"],
    ["H1 2024", "2024-01/2024-06", "2024年上半年", "H1 2024"],
    ["2025-10/2025-12", "2025-10/2025-12", "2025年第四季度", "Q4 2025"],
    ["2024-08/2025-07", "2024-08/2025-07", "2024年8月至2025年7月", "Aug 2024 – Jul 2025"],
    ["2026-02/2026-04", "2026-02/2026-04", "2026年2月至2026年4月", "Feb 2026 – Apr 2026"],
    ["2025", "2025", "2025年", "2025"],
    ["late 2025", "late 2025", "late 2025", "late 2025"],
  ])("the period %s is %s", (given, iso, zh, en) => {
    expect(isoPeriod(given)).toBe(iso);
    expect(writePeriod(iso, t.zh, "zh")).toBe(zh);
    expect(writePeriod(iso, t.en, "en")).toBe(en);
  });
});

describe("measures", () => {
  it("bring units of one kind together and keep others apart", () => {
    expect(measured({ value: 50, unit: "billion USD" }, "usd")).toBe(50e9);
    expect(measured({ value: 5, unit: "RMB" }, "cny")).toBe(measured({ value: 5, unit: "CNY" }, "cny"));
    expect(measured({ value: 50, unit: "billion USD" }, "cny")).toBeNull();
    expect(measured({ value: 10, unit: "bn (currency not printed)" }, "cny")).toBeNull();
    expect(measured({ value: null, unit: "%" }, "percent")).toBeNull();
  });
});
