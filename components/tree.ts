/**
 * Views as plain data: what a component shows, sent to where it is shown. So a page carries no view, no text
 * and no style of a card before it names somebody.
 */
import { type ComponentChild, Fragment, type VNode } from "preact";
import type { Tree } from "../data/cards.ts";

/**
 * What a view shows. Its components must be functions of their properties alone: there is nothing to hook into.
 * Handlers are left out; what an element is for is told by its `data-act`.
 */
export function treesOf(view: ComponentChild): Tree[] {
  if (view === null || view === undefined || typeof view === "boolean") return [];
  if (Array.isArray(view)) return view.flatMap(treesOf);
  if (typeof view !== "object") return [String(view)];
  const { type, props } = view as VNode<Record<string, unknown>>;
  if (type === Fragment) return treesOf(props.children as ComponentChild);
  if (typeof type === "function") return treesOf((type as (props: unknown) => ComponentChild)(props));
  return [[type as string, attributesOf(props), ...treesOf(props.children as ComponentChild)]];
}

function attributesOf(props: Record<string, unknown>): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(props)) {
    if (name === "children" || value === false || value === null || value === undefined) continue;
    if (typeof value !== "function") attributes[name.toLowerCase()] = value === true ? "" : String(value);
  }
  return attributes;
}
