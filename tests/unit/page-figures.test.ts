import { describe, expect, it } from "vitest";
import { fitsPrinted, isStatedOf, printedValues, statedNumbers } from "../../data/build/pageFigures.ts";

describe("numbers that pages print", () => {
  it.each<[string, number[]]>([
    ["~$186B", [186e9]],
    ["RMB1.2trn", [1.2e12]],
    ["70 to 80 billion USD", [70, 80e9, 70e9]],
    ["近千亿美元", [1000e8]],
    ["59,8 %", [59.8]],
    ["三分之一，八成", [80]],
    ["May 31st", [31, 5]],
    ["数百万", []],
    ["Qwen3.5, Double 11, 88VIP, 36氪", []],
  ])("%s", (printed, values) => {
    for (const value of values) expect(printedValues(printed)).toContain(value);
    if (values.length === 0) expect(printedValues(printed)).toEqual([]);
  });

  it("may be rounded to the digits in which they are stated, not further", () => {
    const stated = (text: string) => statedNumbers(text)[0] ?? { written: "", value: Number.NaN };
    expect(isStatedOf(stated("1.57亿"), [157_420_000])).toBe(true);
    expect(isStatedOf(stated("RMB14.8bn"), [14_801_000_000])).toBe(true);
    expect(isStatedOf(stated("1.58亿"), [157_420_000])).toBe(false);
    expect(isStatedOf(stated("2亿"), [157_420_000])).toBe(false);
  });

  it("have the value that is printed, whatever scales it", () => {
    const figure = (value: number | null, printed: string) => ({ value, printed, unit: "CNY" });
    expect(fitsPrinted(figure(431_845_700_000, "RMB431,845.7 million"))).toBe(true);
    expect(fitsPrinted(figure(null, "almost doubled"))).toBe(true);
    expect(fitsPrinted(figure(2, "almost doubled"))).toBe(false);
    expect(fitsPrinted(figure(186_000_000_000, "$168B"))).toBe(false);
  });
});
