/** The names alone, without covering words: what a page needs to tell whether anybody is named. */
declare module "virtual:qiju/names" {
  const names: import("../lexicon/pack.ts").CarriedNames;
  export default names;
}
/** Whose own site a host is. */
declare module "virtual:qiju/owners" {
  const owners: import("../owners.ts").Owners;
  export default owners;
}
declare module "virtual:qiju/lexicon" {
  const lexicon: import("../lexicon/pack.ts").PackedLexicon;
  export default lexicon;
}
declare module "virtual:qiju/terms" {
  const terms: import("../lexicon/pack.ts").PackedLexicon;
  export default terms;
}
declare module "virtual:qiju/senses" {
  const senses: import("../lexicon/types.ts").SenseData;
  export default senses;
}
/** For benches; the extension reads it as a file when the store is seeded. */
declare module "virtual:qiju/bundle" {
  const bundle: import("../model.ts").Bundle;
  export default bundle;
}
/** How the names of platforms and terms are spelled, for the panel's search. */
declare module "virtual:qiju/spellings" {
  const spellings: import("../search.ts").Spellings;
  export default spellings;
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
declare module "virtual:qiju/messages/options" {
  const catalog: import("../../components/locales/messages.ts").Catalog<
    keyof typeof import("../../components/locales/options.zh.json")
  >;
  export default catalog;
}
declare module "virtual:qiju/messages/popup" {
  const catalog: import("../../components/locales/messages.ts").Catalog<
    keyof typeof import("../../components/locales/popup.zh.json")
  >;
  export default catalog;
}
declare module "virtual:qiju/messages/welcome" {
  const catalog: import("../../components/locales/messages.ts").Catalog<
    keyof typeof import("../../components/locales/welcome.zh.json")
  >;
  export default catalog;
}
declare module "virtual:qiju/messages/menu" {
  const catalog: import("../../components/locales/messages.ts").Catalog<
    keyof typeof import("../../components/locales/menu.zh.json")
  >;
  export default catalog;
}
declare module "virtual:qiju/messages/lookup" {
  const catalog: import("../../components/locales/messages.ts").Catalog<
    keyof typeof import("../../components/locales/lookup.zh.json")
  >;
  export default catalog;
}
