import { describe, expect, it } from "vitest";
import { compile } from "../../data/build/compile.ts";
import { createExplainer } from "../../data/lexicon/explain.ts";
import { pack, unpack } from "../../data/lexicon/pack.ts";
import { createRecogniser } from "../../data/lexicon/recognise.ts";
import type { LexiconData, LexiconName, SenseData } from "../../data/lexicon/types.ts";

const small: LexiconData = {
  names: [
    { text: "抖音", entity: "douyin" },
    { text: "抖音电商", entity: "douyin-ecommerce" },
    { text: "淘宝", entity: "taobao" },
    { text: "京东", entity: "jd" },
    { text: "京东方", entity: null },
    { text: "南京东", entity: null },
    { text: "1688", entity: "alibaba-1688" },
    { text: "TikTok Shop", entity: "tiktok-shop" },
    { text: "JD", entity: "jd", exact: true },
    { text: "可颂", entity: "kesong", sense: 0 },
    { text: "B站", entity: "bilibili" },
  ],
  variants: "寶宝東东電电頌颂",
};
const senses: SenseData = {
  senses: [{ prior: -2, near: { app: 1.5, food: -3 }, with: { douyin: 2.5 }, page: { douyin: 0.4 } }],
  cues: { app: ["App", "上线"], food: ["早餐", "烤"] },
  variants: "",
};
const { recognise } = createRecogniser(small, { senses });
const explain = createExplainer(small, { senses });
const found = (text: string): string[] => recognise(text).map((m) => `${m.surface}=${m.entity}`);

describe("recognise", () => {
  it("prefers the longest name", () => {
    expect(found("抖音电商和抖音")).toEqual(["抖音电商=douyin-ecommerce", "抖音=douyin"]);
  });

  it("leaves what a covering word covers", () => {
    expect(found("京东方的面板，南京东路，京东")).toEqual(["京东=jd"]);
  });

  it("gives UTF-16 offsets whose slice is the surface", () => {
    const text = "🛒在淘寶买";
    expect(recognise(text)).toEqual([{ start: 3, end: 5, surface: "淘寶", form: "淘宝", entity: "taobao" }]);
  });

  it("reads 繁體, full width and any case as the same name", () => {
    expect(found("抖音電商 １６８８ TIKTOK　shop")).toEqual([
      "抖音電商=douyin-ecommerce",
      "１６８８=alibaba-1688",
      "TIKTOK　shop=tiktok-shop",
    ]);
  });

  it("takes no doubtful form for evidence of itself", () => {
    const own: SenseData = {
      senses: [{ prior: -1, near: { apps: 2 } }],
      cues: { apps: ["可颂", "小红书"] },
      variants: "",
    };
    const names: LexiconData = { names: [{ text: "可颂", entity: "kesong", sense: 0 }], variants: "" };
    const read = createRecogniser(names, { senses: own }).recognise;
    expect(read("可颂和可颂")).toEqual([]);
    expect(read("可颂和小红书")).toHaveLength(1);
  });

  it.each([
    ["the sign right behind asks", "饿了么？", 0],
    ["also behind what cannot be seen, a space or a quotation mark", "饿了么\u200b”？", 0],
    ["one further on does not", "饿了么吗？", 1],
    ["a comma parts", "点，饿了么", 1],
    ["nothing parts", "点饿了么", 2],
    ["what cannot be seen parts nothing", "点\u200b饿了么", 2],
    ["what was said far and again near counts once, in full", "点，点饿了么", 2],
    ["decimal fractions that add up to nothing are nothing", "甲饿了么乙", 0],
  ])("weighs cues: %s", (_, of, marked) => {
    const names: LexiconData = { names: [{ text: "饿了么", entity: "eleme", sense: 0 }], variants: "" };
    const data = (prior: number): SenseData => ({
      far: 0.8,
      senses: [{ prior, near: { order: 1 }, after: { ask: -3, less: -0.3 }, before: { more: 0.1 } }],
      cues: { order: ["点"], ask: ["？"], more: ["甲"], less: ["乙"] },
      variants: "",
    });
    const read = (prior: number): number => createRecogniser(names, { senses: data(prior) }).recognise(of).length;
    // At 0.2 a name is one by itself, at −0.9 only where a cue counts in full.
    expect(read(0.2) + read(-0.9)).toBe(marked);
  });

  it("hears a Han character beside an abbreviation, and whether pinyin is written small", () => {
    const names: LexiconData = {
      names: [
        { text: "JD", entity: "jd", sense: 0 },
        { text: "Xianyu", entity: "xianyu", sense: 1 },
      ],
      variants: "",
    };
    const data: SenseData = {
      senses: [
        { prior: -1, before: { han: 0.6 }, after: { han: 0.6 } },
        { prior: 1, before: { small: -2 } },
      ],
      cues: {},
      variants: "",
    };
    const read = createRecogniser(names, { senses: data }).recognise;
    expect(["这JD买", "这 JD\u200b 买", "这JD", "JD买", "a JD", "JD"].map((text) => read(text).length)).toEqual([
      1, 1, 0, 0, 0, 0,
    ]);
    expect(["Xianyu", "XIANYU", "xianyu", "ｘianyu"].map((text) => read(text).length)).toEqual([1, 1, 0, 0]);
  });

  it.each(["淘\u200b宝", "淘\u00ad宝", "淘(táo)宝", "淘（tao）宝", "淘 宝", "淘\n    宝"])(
    "sees through what stands inside %j",
    (name) => {
      expect(recognise(`在${name}上`)).toEqual([
        { start: 1, end: 1 + name.length, surface: name, form: "淘宝", entity: "taobao" },
      ]);
    },
  );

  it("ends a name before pinyin that stands behind it", () => {
    expect(found("淘寶(bǎo)上")).toEqual(["淘寶=taobao"]);
  });

  it("takes a no-break space or a line break inside a Latin name", () => {
    expect(found("TikTok\u00a0Shop, TikTok\n  Shop")).toEqual([
      "TikTok\u00a0Shop=tiktok-shop",
      "TikTok\n  Shop=tiktok-shop",
    ]);
  });

  it.each(["91688", "16880", "1688.5", "3,1688", "400-1688-520", "a1688", "https://x.com/1688/2", "shop@1688.com"])(
    "does not find a number or a word inside a longer one: %s",
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );

  it.each(["在1688上", "1688、淘", "“1688”", "1688,", "B2B/1688"])("finds a number that stands alone: %s", (text) => {
    expect(found(text)).toContain("1688=alibaba-1688");
  });

  it.each(["Buy on Shop.com. Then go", "Shop.com, then", "(Shop.com)", "看Shop.com。"])(
    "finds a name that looks like an address in prose: %s",
    (text) => {
      const shop = createRecogniser({ ...small, names: [{ text: "Shop.com", entity: "shop" }] }).recognise;
      expect(shop(text).map((m) => m.surface)).toEqual(["Shop.com"]);
    },
  );

  it("keeps short Latin names to their case", () => {
    expect(found("JD jd Jd")).toEqual(["JD=jd"]);
  });

  it("takes a company's sign at the stock exchange, not a variable or a price", () => {
    expect(found("long $JD into earnings")).toEqual(["JD=jd"]);
    expect(found("$JDX, a$JD, US$1688, $1688")).toEqual([]);
  });

  it("hears a cue beside a name that stands in quotation marks", () => {
    const touching = createRecogniser(small, {
      senses: { senses: [{ prior: -2, after: { app: 3 } }], cues: { app: ["上线"] }, variants: "" },
    });
    expect(touching.recognise("“可颂”上线").length).toBe(1);
    expect(touching.recognise("可颂不上线").length).toBe(0);
  });

  it("takes an ambiguous form for the name by the evidence around it", () => {
    expect(found("早餐吃可颂")).toEqual([]);
    expect(found("可颂")).toEqual([]);
    expect(found("抖音推出可颂")).toEqual(["抖音=douyin", "可颂=kesong"]);
    expect(found("在抖音上看人烤可颂")).toEqual(["抖音=douyin"]);
    expect(found("抖音怎么样。可颂呢")).toEqual(["抖音=douyin"]);
    expect(found("抖音怎么样。可颂App呢")).toEqual(["抖音=douyin"]);
  });

  it("lets the page speak, more softly than the sentence", () => {
    const page = { entities: new Set(["douyin"]) };
    expect(recognise("可颂App上线", page)).toEqual([]);
    const softer: SenseData = { ...senses, senses: [{ prior: -1, page: { douyin: 2 } }] };
    expect(createRecogniser(small, { senses: softer }).recognise("可颂", page)).toHaveLength(1);
  });

  it("gives a reason for every decision", () => {
    const [decision] = explain("在抖音上看人烤可颂").slice(-1);
    expect(decision).toMatchObject({ surface: "可颂", outcome: "refused" });
    expect(decision?.evidence).toEqual([
      { what: "prior", weight: -2 },
      { what: "near food “烤”", weight: -3 },
      { what: "named in the sentence", weight: 2.5 },
      { what: "named on the page", weight: 0.4 },
    ]);
    expect(explain("京东方")[0]).toMatchObject({ surface: "京东方", outcome: "covered" });
  });

  it("never marks what the reader silenced", () => {
    const quiet = createRecogniser(small, { silenced: new Set(["淘宝"]) });
    expect(quiet.recognise("抖音和淘寶").map((m) => m.surface)).toEqual(["抖音"]);
    const why = createExplainer(small, { silenced: new Set(["淘宝"]) });
    expect(why("淘宝")[0]).toMatchObject({ outcome: "refused" });
  });

  it("puts the reader's own names before all others", () => {
    const own = [
      { text: "狗东", entity: "jd" },
      { text: "抖音", entity: "taobao" },
    ];
    const names = (text: string): string[] =>
      createRecogniser(small, { own })
        .recognise(text)
        .map((m) => m.entity);
    expect(names("狗東和抖音")).toEqual(["jd", "taobao"]);
  });

  it("frees what follows the covered part of a word", () => {
    const names = [...small.names, { text: "扩大淘宝", entity: null, covers: 2 }];
    expect(
      createRecogniser({ ...small, names })
        .recognise("扩大淘宝店")
        .map((m) => m.surface),
    ).toEqual(["淘宝"]);
  });

  it.each(["阿", "1", "京东", "可颂", "淘 ", "TikTok ", "淘(", "1688."])(
    "does work in proportion to the text: %s",
    (unit) => {
      // Work is counted in characters looked at: times would tell of the machine.
      const work = (length: number): number => {
        const text = unit.repeat(length / unit.length);
        const original = String.prototype.charCodeAt;
        let calls = 0;
        // A spy would keep every call: millions of them.
        const count = function (this: string, at: number): number {
          calls += 1;
          return original.call(this, at);
        };
        Object.defineProperty(String.prototype, "charCodeAt", { value: count, configurable: true, writable: true });
        try {
          recognise(text);
        } finally {
          Object.defineProperty(String.prototype, "charCodeAt", {
            value: original,
            configurable: true,
            writable: true,
          });
        }
        return calls;
      };
      expect(work(8_000) / work(1_000)).toBeLessThan(9.5);
    },
  );
});

describe("the shipped lexicon", () => {
  const compiled = compile();
  const shipped = createRecogniser(compiled.lexicon, { senses: compiled.senses }).recognise;
  const withTerms = createRecogniser(compiled.lexicon, { terms: true, senses: compiled.senses }).recognise;
  const names = (text: string): string[] => shipped(text).map((m) => m.surface);

  it("is the same after packing", () => {
    const { names, variants } = unpack(pack(compiled.lexicon));
    const key = (n: LexiconName): string => `${n.entity}|${n.text}`;
    expect(variants).toBe(compiled.lexicon.variants);
    expect(new Map(names.map((n) => [key(n), n]))).toEqual(new Map(compiled.lexicon.names.map((n) => [key(n), n])));
  });

  it("finds every name that the curated files give, standing alone", () => {
    const missed: string[] = [];
    for (const name of compile().lexicon.names) {
      if (name.entity === null || name.sense !== undefined || name.covers) continue;
      if (!withTerms(`“${name.text}”`).some((m) => m.surface === name.text)) missed.push(name.text);
    }
    expect(missed).toEqual([]);
  });

  it.each([
    "从南京东路走到外滩",
    "京东方的柔性屏",
    "阿里山的日出",
    "早餐吃可颂",
    "他爱躺平",
    "行云流水",
    "到云南买普洱",
  ])("leaves alone: %s", (text) => {
    expect(names(text)).toEqual([]);
  });

  it("knows terms of the trade only when asked", () => {
    expect(names("货架电商和抖音")).toEqual(["抖音"]);
    expect(withTerms("貨架電商和抖音").map((m) => [m.surface, m.term ?? false])).toEqual([
      ["貨架電商", true],
      ["抖音", false],
    ]);
  });

  it("finds the names of a converted page behind stray pinyin", () => {
    expect(names("淘天集團(tuán)把閑魚提到臺前，慧聰網(wǎng)轉(zhuǎn)型")).toEqual(["淘天集團", "閑魚", "慧聰網"]);
  });
});
