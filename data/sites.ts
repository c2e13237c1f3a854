/**
 * Where Qiju reads by itself. A host added after release disables the extension until the user
 * accepts it, so the list is chosen to last; any further site is granted by the user.
 */

import type { Owners } from "./owners.ts";

type SiteKind = "commerce" | "news";

export interface Site {
  /** Registrable domain: its subdomains count too. */
  host: string;
  kind: SiteKind;
  name: string;
  /** The entity whose own site it is: its own name is not marked there. */
  entity?: string;
}

const commerce = (host: string, name: string, entity?: string): Site => ({
  host,
  kind: "commerce",
  name,
  ...(entity ? { entity } : {}),
});
const news = (host: string, name: string, entity?: string): Site => ({
  host,
  kind: "news",
  name,
  ...(entity ? { entity } : {}),
});

export const sites: readonly Site[] = [
  commerce("taobao.com", "淘宝", "taobao"),
  commerce("tmall.com", "天猫", "tmall"),
  commerce("tmall.hk", "天猫国际"),
  commerce("1688.com", "1688", "alibaba-1688"),
  commerce("alibaba.com", "Alibaba.com"),
  commerce("alibabagroup.com", "阿里巴巴集团", "alibaba-group"),
  commerce("aliexpress.com", "AliExpress"),
  commerce("lazada.com", "Lazada"),
  commerce("goofish.com", "闲鱼", "xianyu"),
  commerce("cainiao.com", "菜鸟", "cainiao"),
  commerce("ele.me", "饿了么", "eleme"),
  commerce("freshippo.com", "盒马", "freshippo"),
  commerce("jd.com", "京东", "jd"),
  commerce("jd.hk", "京东国际"),
  commerce("jdl.com", "京东物流"),
  commerce("pinduoduo.com", "拼多多", "pinduoduo"),
  commerce("yangkeduo.com", "拼多多", "pinduoduo"),
  commerce("temu.com", "Temu"),
  commerce("douyin.com", "抖音", "douyin"),
  commerce("jinritemai.com", "抖音电商", "douyin-ecommerce"),
  commerce("tiktok.com", "TikTok", "tiktok"),
  commerce("xiaohongshu.com", "小红书", "xiaohongshu"),
  commerce("shein.com", "SHEIN", "shein"),
  commerce("kuaishou.com", "快手"),
  commerce("meituan.com", "美团"),
  commerce("vip.com", "唯品会"),
  commerce("suning.com", "苏宁易购"),
  commerce("dangdang.com", "当当"),
  commerce("smzdm.com", "什么值得买"),
  commerce("hc360.com", "慧聪网", "hc360"),
  commerce("zkh.com", "震坤行", "zkh"),
  commerce("made-in-china.com", "中国制造网"),
  commerce("globalsources.com", "环球资源"),
  commerce("amazon.com", "Amazon"),
  commerce("amazon.cn", "亚马逊"),
  commerce("ebay.com", "eBay"),
  commerce("shopee.com", "Shopee"),
  commerce("baidu.com", "百度", "baidu"),

  news("163.com", "网易"),
  news("sina.com.cn", "新浪"),
  news("sina.cn", "新浪"),
  news("sohu.com", "搜狐"),
  news("qq.com", "腾讯"),
  news("ifeng.com", "凤凰网"),
  news("36kr.com", "36氪"),
  news("huxiu.com", "虎嗅"),
  news("thepaper.cn", "澎湃新闻"),
  news("caixin.com", "财新"),
  news("caixinglobal.com", "Caixin Global"),
  news("yicai.com", "第一财经"),
  news("yicaiglobal.com", "Yicai Global"),
  news("jiemian.com", "界面新闻"),
  news("ebrun.com", "亿邦动力"),
  news("iyiou.com", "亿欧", "iyiou"),
  news("iresearch.com.cn", "艾瑞咨询", "iresearch"),
  news("100ec.cn", "网经社"),
  news("cls.cn", "财联社"),
  news("stcn.com", "证券时报"),
  news("cs.com.cn", "中国证券报"),
  news("cnstock.com", "上海证券报"),
  news("nbd.com.cn", "每日经济新闻"),
  news("21jingji.com", "21世纪经济报道"),
  news("eeo.com.cn", "经济观察网"),
  news("eastmoney.com", "东方财富"),
  news("xueqiu.com", "雪球"),
  news("people.com.cn", "人民网"),
  news("xinhuanet.com", "新华网"),
  news("news.cn", "新华网"),
  news("chinanews.com.cn", "中国新闻网"),
  news("ce.cn", "中国经济网"),
  news("chinadaily.com.cn", "China Daily"),
  news("globaltimes.cn", "Global Times"),
  news("toutiao.com", "今日头条"),
  news("zhihu.com", "知乎"),
  news("weibo.com", "微博", "weibo"),
  news("bilibili.com", "哔哩哔哩", "bilibili"),
  news("tmtpost.com", "钛媒体"),
  news("pingwest.com", "品玩"),
  news("ithome.com", "IT之家"),
  news("leiphone.com", "雷峰网"),
  news("latepost.com", "晚点"),
  news("guancha.cn", "观察者网"),
  news("udn.com", "聯合新聞網"),
  news("ltn.com.tw", "自由時報"),
  news("chinatimes.com", "中時新聞網"),
  news("cna.com.tw", "中央社"),
  news("bnext.com.tw", "數位時代"),
  news("hk01.com", "香港01"),
  news("mingpao.com", "明報"),
  news("hket.com", "香港經濟日報"),
  news("zaobao.com.sg", "联合早报"),
  news("scmp.com", "South China Morning Post"),
  news("reuters.com", "Reuters"),
  news("bloomberg.com", "Bloomberg"),
  news("cnbc.com", "CNBC"),
  news("ft.com", "Financial Times"),
  news("wsj.com", "The Wall Street Journal"),
  news("economist.com", "The Economist"),
  news("nikkei.com", "Nikkei"),
  news("techcrunch.com", "TechCrunch"),
  news("technode.com", "TechNode"),
  news("restofworld.org", "Rest of World"),
  news("theinformation.com", "The Information"),
];

/** Whose own site a host is: all that a content script needs of the list. */
export const owners: Owners = Object.fromEntries(sites.flatMap((s) => (s.entity ? [[s.host, s.entity]] : [])));

/** What the manifest asks for: these hosts and their subdomains, over HTTPS only. */
export const matchPatterns: string[] = sites.map((site) => `https://*.${site.host}/*`);

/** The site that a host belongs to: the longest registered domain wins. */
export function siteOf(host: string): Site | undefined {
  let best: Site | undefined;
  for (const site of sites) {
    if ((host === site.host || host.endsWith(`.${site.host}`)) && site.host.length > (best?.host.length ?? 0))
      best = site;
  }
  return best;
}
