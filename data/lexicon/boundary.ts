import { isDigit, isSpace, isWordPart } from "./characters.ts";

const HYPHENS_AND_POINTS = new Set([".", ",", "-", "·", ":", "+", "="].map((s) => s.charCodeAt(0)));
const DOLLAR = 0x24;
const CAPITAL_A = 0x41;
const CAPITAL_Z = 0x5a;
const FULL_WIDTH_A = 0xff21;
/** The longest run of Latin text that is read to tell whether a name stands inside an address. */
const ADDRESS_REACH = 80;
const ADDRESS = /:\/\/|^www\.|@[\w-]+\.|[\w-]\.(?:com|cn|net|org|me|tv|hk|jp|io|co)\b/i;

/**
 * Whether the match is a word of its own. Han characters have no boundaries; Latin letters and
 * digits must not run on, not even over a point or a hyphen (400-1688-520, 3.1688), and a name
 * inside a web or mail address is a part of the address.
 */
export function standsAlone(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  const last = text.charCodeAt(end - 1);
  const latinFirst = isWordPart(first);
  const latinLast = isWordPart(last);
  if (latinFirst && runsOn(text, start - 1, -1, isDigit(first)) && !isCashtag(text, start)) return false;
  // A longer word may be a part of a compound: Alibaba-backed.
  const compound = end - start > 4 && !isDigit(last) && text.charCodeAt(end) === 0x2d;
  if (latinLast && !compound && runsOn(text, end, 1, isDigit(last))) return false;
  return !((latinFirst || latinLast) && insideAddress(text, start, end));
}

/** Whether a word or a number goes on from `at` in the direction `step`. */
function runsOn(text: string, at: number, step: 1 | -1, digits: boolean): boolean {
  const neighbour = text.charCodeAt(at);
  if (isWordPart(neighbour)) return true;
  if (!HYPHENS_AND_POINTS.has(neighbour)) return neighbour === DOLLAR && step === -1;
  const beyond = text.charCodeAt(at + step);
  return digits ? isDigit(beyond) : isWordPart(beyond);
}

/** Whether it is a company by its sign at the stock exchange, as $BABA; $taobao is a variable, US$1688 a price. */
function isCashtag(text: string, start: number): boolean {
  const first = text.charCodeAt(start);
  const narrow = first >= FULL_WIDTH_A ? first - FULL_WIDTH_A + CAPITAL_A : first;
  if (narrow < CAPITAL_A || narrow > CAPITAL_Z) return false;
  return text.charCodeAt(start - 1) === DOLLAR && !isWordPart(text.charCodeAt(start - 2));
}

function insideAddress(text: string, start: number, end: number): boolean {
  let from = start;
  let to = end;
  while (from > 0 && start - from < ADDRESS_REACH && !partsAddress(text.charCodeAt(from - 1))) from--;
  while (to < text.length && to - end < ADDRESS_REACH && !partsAddress(text.charCodeAt(to))) to++;
  if (from === start && to === end) return false;
  // What touches the name must be a part of the address, not a comma beside it or the full stop of the sentence.
  const joined = /[\w/@.]$/.test(text.slice(from, start)) || /^(?:[\w/@]|[.?=&#-]\w)/.test(text.slice(end, to));
  return joined && ADDRESS.test(text.slice(from, to));
}

/** White space, Han characters and full-width signs stand in no address. */
function partsAddress(c: number): boolean {
  return (c >= 0x3000 && c <= 0x303f) || (c >= 0x3400 && c <= 0x9fff) || (c >= 0xff00 && c <= 0xffef) || isSpace(c);
}
