import { expect, it } from "vitest";
import { writeDate } from "../../components/dates.ts";
import { translator } from "../../components/locales/messages.ts";
import { compileMessages } from "../../data/build/messages.ts";
import type { Language } from "../../data/model.ts";
import type { ClaimDate } from "../../data/schema.ts";

const catalog = compileMessages("card");

it.each<[ClaimDate, string, string]>([
  [{ value: null, precision: "unknown" }, "日期不详", "undated"],
  [{ value: "1999", precision: "year" }, "1999年", "1999"],
  [{ value: "2023-09", precision: "month" }, "2023年9月", "Sep 2023"],
  [{ value: "2023-06-18", precision: "day" }, "2023年6月18日", "18 Jun 2023"],
  [{ value: "2023-05/2023-06", precision: "span" }, "2023年5月至6月", "May 2023 – Jun 2023"],
  [{ value: "2023/2024", precision: "span" }, "2023年至2024年", "2023 – 2024"],
  [{ value: "2024-03", precision: "month", uncertain: true }, "约2024年3月", "c. Mar 2024"],
])("writes %j", (date, zh, en) => {
  const write = (language: Language): string => writeDate(date, translator(catalog, language), language);
  expect(write("zh")).toBe(zh);
  expect(write("en")).toBe(en);
});
