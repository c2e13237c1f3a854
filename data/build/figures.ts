/** Numbers in running text, Chinese and English, as values that can be compared. */

/** A number as written, with its value. Units that scale (亿, bn) are part of it. */
export interface WrittenNumber {
  written: string;
  value: number;
}

const scales: Record<string, number> = {
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
  万亿: 1e12,
  trillion: 1e12,
  trn: 1e12,
  tn: 1e12,
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  bn: 1e9,
  b: 1e9,
  billion: 1e9,
};

const han: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const hanUnits: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

const words: Record<string, number> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  hundred: 100,
  hundreds: 100,
  thousand: 1000,
  thousands: 1000,
};

/** What counts things after a Han numeral: without one it is a word (一起, 万象), not a figure. */
const counters = "线家个位款种件条名倍成年月日天季届场次座城级类大项轮份双重步";

const arabic =
  /(\d+(?:[,，]\d{3})*(?:\.\d+)?)(?:\s?(万亿|万|萬|亿|億|trillion\b|billion\b|million\b|thousand\b)|(trn|tn|bn|b|m|k)\b)?/gi;
const hanNumber = new RegExp(
  `([〇零一二两三四五六七八九十百千]+)(?:多|余|几)?(?=[${counters}])|(?<=超过|数|上|近|达)([百千万])(?=[${counters}余]|$)`,
  "g",
);
const englishWord = new RegExp(`\\b(${Object.keys(words).join("|")})\\b`, "gi");

/** Names with digits in them, which are no figures. */
const names = /HC360|1688|618|B2B|B2C|B2小B2C|B2-small-B-2C|D2C|M2C|C2M|2C\b|i?OS\d*|5G/gi;

/** Every number in the text, in the order in which they are found; Han and English words too. */
export function numbersIn(text: string): WrittenNumber[] {
  const plain = text
    .replace(names, (name) => "·".repeat(name.length))
    .replace(/\b((?:19|20)\d\d)–(\d\d)\b/g, (_, from: string, to: string) => `${from} ${from.slice(0, 2)}${to}`);
  const found: WrittenNumber[] = [];
  for (const [written, digits = "", word, letter] of plain.matchAll(arabic)) {
    const scale = word ?? letter;
    const base = Number(digits.replace(/[,，]/g, ""));
    found.push({ written: written.trim(), value: base * (scale ? (scales[scale.toLowerCase()] ?? 1) : 1) });
  }
  for (const [written, numeral, unit] of plain.matchAll(hanNumber)) {
    // 一 before a counter is mostly an article: 一种, 一家.
    if (numeral === "一") continue;
    found.push({ written, value: numeral ? hanValue(numeral) : (hanUnits[unit ?? ""] ?? scales[unit ?? ""] ?? 0) });
  }
  for (const [written] of plain.matchAll(englishWord))
    found.push({ written, value: words[written.toLowerCase()] ?? 0 });
  return found;
}

/** 三 → 3, 二十四 → 24, 数百 is read by its unit. */
function hanValue(numeral: string): number {
  let sum = 0;
  let digit = 0;
  for (const c of numeral) {
    const unit = hanUnits[c];
    if (unit) {
      sum += (digit || 1) * unit;
      digit = 0;
    } else digit = han[c] ?? 0;
  }
  return sum + digit;
}

/** Words by which a text dates things against its own day. */
const relative =
  /去年|今年|前年|明年|近年|近几年|近些年|近期|最近|如今|现在|目前|当前|眼下|此前|此后|随后|之后|过去一年|这半年|半年|同年|当年|初期|起步|上半年|下半年|年初|年底|[上中下]旬|疫情|双11/g;

/** The words of a sentence that date it without a year. */
export function relativeDates(text: string): string[] {
  return [...new Set(text.match(relative) ?? [])];
}
