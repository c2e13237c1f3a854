import { type Folding, fold, isHan, isInvisible, isSpace, skipPinyin, unfold } from "./characters.ts";

const ROOT = 0;
export const SPACE = 0x20;
/** Spreads node and character over the table: the golden ratio of 32 bits. */
const SPREAD = 0x9e3779b1;

/** A form with what is found where it stands. */
export interface Form<T> {
  text: string;
  value: T;
}

/**
 * A tree of folded forms, laid out flat: nodes are numbers, the root is 0, and a child is found by
 * hashing its parent and its character. Made in a millisecond in every page, so no object a node.
 */
export class Trie<T> {
  /** By code unit as it stands in a text: the node below the root, 0 where no form begins with it. */
  readonly first = new Uint16Array(0x10000);
  /** First and second character of every form, folded, two numbers a pair. */
  readonly pairs: number[] = [];
  /** By folded code unit, the others that fold to it. */
  readonly others: ReadonlyMap<number, readonly number[]>;
  private readonly keys: Int32Array;
  private readonly nodes: Uint16Array;
  private readonly mask: number;
  private readonly values: (T[] | undefined)[] = [undefined];

  constructor(
    forms: readonly Form<T>[],
    readonly folding: Folding,
    variants: string,
  ) {
    let units = 0;
    for (const { text } of forms) units += text.length;
    // At the most one node a unit; in truth about half as many, since forms share their beginnings.
    this.mask = (1 << Math.ceil(Math.log2(1.2 * units + 2))) - 1;
    this.keys = new Int32Array(this.mask + 1);
    this.nodes = new Uint16Array(this.mask + 1);
    for (const form of forms) this.add(form);
    this.others = unfold(folding, variants);
    for (const { text } of forms) {
      const c = this.key(text.charCodeAt(0));
      if (this.first[c] !== 0) continue;
      const node = this.child(ROOT, c);
      this.first[c] = node;
      for (const other of this.others.get(c) ?? []) this.first[other] = node;
    }
  }

  /** The node below `node` by the folded character `c`, 0 where there is none. */
  child(node: number, c: number): number {
    const key = (node << 16) | c;
    const { keys, nodes, mask } = this;
    for (let at = (Math.imul(key, SPREAD) >>> 7) & mask; ; at = (at + 1) & mask) {
      const found = nodes[at] as number;
      if (found === 0 || keys[at] === key) return found;
    }
  }

  /** What the forms that end at a node stand for, undefined where none ends. */
  at(node: number): readonly T[] | undefined {
    return this.values[node];
  }

  /** A form as it lies in the tree. */
  folded(text: string): string {
    let folded = "";
    for (let i = 0; i < text.length; i++) folded += String.fromCharCode(this.key(text.charCodeAt(i)));
    return folded;
  }

  private key(c: number): number {
    return isSpace(c) ? SPACE : fold(this.folding, c);
  }

  private add({ text, value }: Form<T>): void {
    let node = ROOT;
    for (let i = 0; i < text.length; i++) {
      const c = this.key(text.charCodeAt(i));
      let child = this.child(node, c);
      if (child === 0) {
        child = this.values.push(undefined) - 1;
        this.put(node, c, child);
        if (i === 1) this.pairs.push(this.key(text.charCodeAt(0)), c);
      }
      node = child;
    }
    const values = this.values[node];
    if (values) values.push(value);
    else this.values[node] = [value];
  }

  private put(node: number, c: number, child: number): void {
    const key = (node << 16) | c;
    let at = (Math.imul(key, SPREAD) >>> 7) & this.mask;
    while (this.nodes[at] !== 0) at = (at + 1) & this.mask;
    this.keys[at] = key;
    this.nodes[at] = child;
  }
}

/** Hears of each place where a form ends, shortest first. An object, so that a walk makes nothing. */
export interface Walker<T> {
  /** @param end the offset behind the form */
  formEnds(values: readonly T[], text: string, start: number, end: number): void;
}

/**
 * Walks from `start` as far as forms go. Invisible characters, stray pinyin and a line's worth of
 * white space between two parts of a form do not break it.
 */
export function walk<T>(trie: Trie<T>, text: string, start: number, walker: Walker<T>): void {
  let last = text.charCodeAt(start);
  let node = trie.first[last] ?? 0;
  if (node === 0) return;
  let i = start + 1;
  for (;;) {
    const values = trie.at(node);
    if (values) walker.formEnds(values, text, start, i);
    // On to the next character that counts.
    for (;;) {
      if (i >= text.length) return;
      const c = text.charCodeAt(i);
      const child = trie.child(node, fold(trie.folding, c));
      if (child !== 0) {
        node = child;
        last = c;
        i++;
        break;
      }
      // Nothing but a form's next character can be a Han character: most walks end here.
      if (isHan(c)) return;
      const behind = skip(trie, node, text, i, last);
      if (behind === i) return;
      if (isSpace(c)) node = trie.child(node, SPACE) || node;
      i = behind;
    }
  }
}

/** The offset behind what does not count at `at`, inside a form whose last character was `last`; `at` if all counts. */
function skip<T>(trie: Trie<T>, node: number, text: string, at: number, last: number): number {
  const c = text.charCodeAt(at);
  if (isInvisible(c)) return at + 1;
  if (isHan(last)) {
    const behind = skipPinyin(text, at);
    if (behind > at) return behind;
  }
  if (!isSpace(c)) return at;
  const behind = skipSpace(text, at);
  if (trie.child(node, SPACE) !== 0) return behind;
  // 淘 宝, B 站, or a source line that ends inside a name: only between Han and its neighbour.
  const following = text.charCodeAt(behind);
  if (!isHan(last) && !isHan(following)) return at;
  return trie.child(node, fold(trie.folding, following)) !== 0 ? behind : at;
}

/** The most white space inside one name, in UTF-16 units: a line's end and the next line's indent. */
const WIDEST_GAP = 120;

function skipSpace(text: string, at: number): number {
  let i = at;
  while (i < text.length && i - at < WIDEST_GAP && (isSpace(text.charCodeAt(i)) || isInvisible(text.charCodeAt(i))))
    i++;
  return i;
}
