declare module "findandreplacedomtext" {
  /** Finds matches over element borders and wraps them. */
  export default function findAndReplaceDOMText(node: Node, options: { find: RegExp; wrap: string }): unknown;
}
