/** Text for benches: news-like prose of our own, mostly Chinese with some English and figures in it. */

const SENTENCES = [
  "这一周市场上的消息不少，几家公司先后公布了新的计划，分析人士认为明年的增长仍要看消费者的信心。",
  "也有人提醒说，成本还在上升，利润却没有跟着走，库存要到春天才能消化完。",
  "记者在义乌走访时看到，不少店铺已经换上了节日的招牌，老板们说订单比去年同期多了两成。",
  "The report, published on Monday, says that prices rose by 3.2% in 2023.",
  "平台之间的竞争从价格转向服务，退货、客服和配送都成了新的战场。",
  "一位不愿具名的高管表示，公司内部对这项业务的看法并不一致，预算也还没有批下来。",
  "去年第四季度，全国网上零售额达到4.2万亿元，同比增长8.4%，其中实物商品占了四分之三以上。",
  "他打开手机，把购物车里的东西又看了一遍，最后只留下一双雨鞋和两包茶叶。",
  "“我们不会为了规模牺牲利润。”她在电话会议上重复了三次。",
  "物流园区的夜班从晚上十点开始，传送带一直要转到天亮，工人们轮流去食堂吃一碗热面。",
  "两家投行下调了目标价，理由是海外需求走弱，日元又涨得太快，Q4的毛利率恐怕守不住30%。",
  "根据公告，该公司拟以每股12.6元的价格回购不超过3000万股，用于员工持股计划。",
  "过去十年里，这条街上的书店关了七家，咖啡馆开了二十几家，只有那家修表铺还在原来的位置。",
  "供应链的变化往往比报表上的数字来得更早，工厂里的机器声就是最好的指标。",
  "天气转凉之后，羽绒服和电热毯的搜索量成倍上涨，商家开始为十一月的大促备货。",
  "有关部门表示，将进一步规范竞价排名和虚假宣传，保护中小经营者的合法权益。",
  "新发布的手机采用了自研芯片，跑分超过上一代35%，但发热问题还有待观察。",
  "会议持续了三个小时，散会的时候外面已经下起了雨，大家站在门口等车，谁也没有说话。",
];

/** Most of them mean one thing only. */
export const PLAIN_NAMES = ["抖音", "淘宝网", "1688严选", "天猫", "SHEIN", "京东工业", "小红书", "慧聪网"];
/** Names that mean other things too, in a place where they are names. */
const DOUBTFUL_NAMES = ["阿里的商家", "在1688拿货", "菜鸟驿站", "盒马鲜生"];
export const NAMES = [...PLAIN_NAMES, ...DOUBTFUL_NAMES];

/** One name in so many units. */
const PER_NAME = 300;

/**
 * `size` units of prose with a name every `PER_NAME`, the sentences in an order that does not repeat soon.
 * @param perName one name in so many units
 * @param names none for a text without any
 */
export function prose(size: number, names: readonly string[] = NAMES, perName = PER_NAME): string {
  const parts: string[] = [];
  let length = 0;
  let named = 0;
  let state = 7;
  while (length < size) {
    state = (state * 1103515245 + 12345) % 2147483648;
    const sentence = SENTENCES[(state >> 8) % SENTENCES.length] ?? "";
    const name = names.length > 0 && length >= (named + 1) * perName ? (names[named % names.length] ?? "") : "";
    if (name) named += 1;
    // In the middle of a sentence, where names stand.
    const comma = sentence.indexOf("，") + 1;
    const part = name ? `${sentence.slice(0, comma)}${name}${sentence.slice(comma)}` : sentence;
    parts.push(part);
    length += part.length;
  }
  return parts.join("").slice(0, size);
}
