/** The dictionaries of opencc-js are strings of `key value` pairs joined by `|`; it ships no types for them. */
declare module "opencc-js/dict/TSCharacters" {
  const pairs: string;
  export default pairs;
}
