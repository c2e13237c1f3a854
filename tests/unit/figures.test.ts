import { expect, it } from "vitest";
import { numbersIn } from "../../data/build/figures.ts";

it.each<[string, number[]]>([
  ["总额增长256%，覆盖370多个城市", [256, 370]],
  ["500亿美元", [50_000_000_000]],
  ["aims for $50bn in 2024", [50_000_000_000, 2024]],
  ["1亿元以上 and RMB 100m", [100_000_000, 100_000_000]],
  ["三家店铺", [3]],
  ["three stores, over a hundred stars", [3, 100]],
  ["一至三线城市", [3]],
  ["over 2023–24", [2023, 2024]],
  ["1688、618、B2B、B2小B2C、HC360都不是数", []],
  ["一种看法，一起上", []],
  ["in March 2023 many left", [2023]],
])("reads the numbers of %s", (text, values) => {
  expect(numbersIn(text).map((n) => n.value)).toEqual(values);
});
