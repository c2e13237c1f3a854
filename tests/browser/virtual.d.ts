declare module "virtual:reader" {
  /** A script that leaves `qijuReader` with what `reader.ts` exports. */
  const script: string;
  export default script;
}
