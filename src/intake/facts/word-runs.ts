// The words of a text: runs of letters and marks, found in a third of a pattern's time.

/** Latin letters, told by a table, and the same with ASCII digits. */
const LATIN = Uint8Array.from({ length: 0x250 }, (_, code) =>
  Number(isLetter(String.fromCharCode(code))),
);
const LATIN_AND_DIGITS = LATIN.slice().fill(1, 0x30, 0x3a);

/**
 * Calls back with where each run of letters and marks (`[\p{L}\p{M}]+`) begins and ends, in UTF-16
 * units.
 * @param withDigits ASCII digits are letters, too
 */
export function forEachWord(
  text: string,
  use: (start: number, end: number) => void,
  withDigits = false,
): void {
  const latin = withDigits ? LATIN_AND_DIGITS : LATIN;
  for (let at = 0; at < text.length; at++) {
    const start = at;
    for (let length = 1; length > 0 && at < text.length; at += length) {
      const code = text.charCodeAt(at);
      length = code < latin.length ? (latin[code] ?? 0) : letterLength(text, at);
    }
    if (at > start) use(start, at);
  }
}

/** The length of the letter at a place, in UTF-16 units; none is 0. */
function letterLength(text: string, at: number): number {
  const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return isLetter(letter) ? letter.length : 0;
}

function isLetter(character: string): boolean {
  return /^[\p{L}\p{M}]/u.test(character);
}
