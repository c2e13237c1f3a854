const FULL_STOP = 0x3002;
const EXCLAMATION = 0xff01;
const SEMICOLON = 0xff1b;
const QUESTION = 0xff1f;

/** Whether a sentence ends with the character. Evidence never crosses it. */
export function endsSentence(c: number): boolean {
  return c === FULL_STOP || (c >= EXCLAMATION && (c === EXCLAMATION || c === SEMICOLON || c === QUESTION));
}

/** Whether a clause ends with the character: what stands in another says less. */
export function endsClause(c: number): boolean {
  return c === 0xff0c || c === 0x2c;
}

/** Whether a sentence ends between two places of a text. */
export function sentenceEndsIn(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (endsSentence(text.charCodeAt(i))) return true;
  return false;
}
