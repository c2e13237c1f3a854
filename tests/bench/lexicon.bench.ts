/** The recogniser over 1 M characters against a bare loop that looks at each of them. */
import packed from "virtual:qiju/lexicon";
import senses from "virtual:qiju/senses";
import { unpack } from "../../data/lexicon/pack.ts";
import { createRecogniser } from "../../data/lexicon/recognise.ts";
import { type BenchResult, median } from "./measure.ts";

const SIZE = 1_000_000;
/** News-like text with a mention every 300 characters or so. */
const filler =
  "这一周市场上的消息不少，几家公司先后公布了新的计划，分析人士认为明年的增长仍要看消费者的信心，也有人提醒说成本还在上升。The report, published on Monday, says that prices rose by 3.2% in 2023。";
const named = ["抖音", "淘宝网", "1688严选", "拼多多", "SHEIN", "京东工业", "小红书", "慧聪网"];
const doubtful = ["阿里的商家", "在1688拿货", "菜鸟驿站", "盒马鲜生"];

function page(names: readonly string[]): string {
  let text = "";
  for (let i = 0; text.length < SIZE; i++)
    text += `${filler.repeat(2)}${names[i % names.length]}${filler.slice(0, 90)}`;
  return text.slice(0, SIZE);
}

export default async function bench(): Promise<BenchResult[]> {
  const lexicon = unpack(packed);
  const plain = createRecogniser(lexicon);
  const full = createRecogniser(lexicon, { senses });
  const text = page([...named, ...doubtful]);
  const look = (): number => {
    let sum = 0;
    for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
    return sum;
  };
  const floor = await median(look, 25);
  const against = "bare charCodeAt loop";
  const results: BenchResult[] = [{ name: `${against} over ${SIZE} units`, ms: floor }];
  const add = async (name: string, run: () => unknown): Promise<void> => {
    const ms = await median(run, 9);
    results.push({ name, ms, ratio: ms / floor, against });
  };
  await add("names without senses", () => plain.recognise(text));
  await add("names with senses", () => full.recognise(text));
  await add("1 M of 阿", () => full.recognise("阿".repeat(SIZE)));
  await add("1 M of digits", () => full.recognise("1688".repeat(SIZE / 4)));
  await add("1 M of 京东", () => full.recognise("京东".repeat(SIZE / 2)));
  await add("1 M without a break", () =>
    full.recognise(
      filler
        .replace(/[。，,. ]/g, "")
        .repeat(SIZE / 100)
        .slice(0, SIZE),
    ),
  );
  return results;
}
