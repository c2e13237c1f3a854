declare module "virtual:qiju/lexicon" {
  const lexicon: import("../lexicon/types.ts").LexiconData;
  export default lexicon;
}
declare module "virtual:qiju/hash" {
  const hash: string;
  export default hash;
}
declare module "virtual:qiju/messages/card" {
  const catalog: import("../../components/locales/messages.ts").Catalog<
    keyof typeof import("../../components/locales/card.zh.json")
  >;
  export default catalog;
}
declare module "virtual:qiju/messages/panel" {
  const catalog: import("../../components/locales/messages.ts").Catalog<
    keyof typeof import("../../components/locales/panel.zh.json")
  >;
  export default catalog;
}
