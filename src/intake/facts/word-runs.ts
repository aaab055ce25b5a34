// The words of a text: runs of letters and marks, found in a third of a pattern's time.

/** Latin letters, told by a table. */
const LATIN = Uint8Array.from({ length: 0x250 }, (_, code) =>
  Number(isLetter(String.fromCharCode(code))),
);

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
  let start = -1;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const isPair = code >= 0xd800 && code < 0xdc00 && at + 1 < text.length;
    const length = isPair ? 2 : 1;
    const isInWord =
      code < LATIN.length
        ? LATIN[code] === 1 || (withDigits && code >= 0x30 && code <= 0x39)
        : isLetter(text.slice(at, at + length));
    if (isInWord && start < 0) start = at;
    if (!isInWord && start >= 0) {
      use(start, at);
      start = -1;
    }
    at += length;
  }
  if (start >= 0) use(start, text.length);
}

function isLetter(character: string): boolean {
  return /^[\p{L}\p{M}]/u.test(character);
}
