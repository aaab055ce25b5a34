// Splits a command into words as a POSIX shell does, and does nothing else that a shell would.

/** A run of plain characters, a quoted part, an escaped character, or the space between words. */
const PIECE =
  /(?<space>\s+)|'(?<single>[^']*)'?|"(?<double>(?:\\[\s\S]|[^"\\])*)"?|\\(?<escaped>[\s\S])|(?<plain>[^\s'"\\]+|\\$)/gu;
const PIECE_WITHOUT_BACKSLASH = /(?<space>\s+)|"(?<plain>[^"]*)"?|(?<bare>[^\s"]+)/gu;

/** In double quotes a backslash is one before a few characters only (POSIX.1-2017 XCU §2.2.3). */
function unescaped(text: string): string {
  return text.replace(/\\([$`"\\])|\\\n/g, '$1');
}

/**
 * The words of a command: `vim -c 'set nu'` has three. A quote left open reaches to the end.
 * @param hasBackslash false on a system whose paths have backslashes; single quotes are no quotes there
 */
export function splitWords(text: string, { hasBackslash = true } = {}): readonly string[] {
  const words: string[] = [];
  let isInWord = false;
  for (const { groups = {} } of text.matchAll(hasBackslash ? PIECE : PIECE_WITHOUT_BACKSLASH)) {
    const { space, single, double, escaped, plain, bare } = groups;
    if (space === undefined) {
      const piece = single ?? escaped ?? plain ?? bare ?? unescaped(double ?? '');
      if (isInWord) words.push(`${words.pop() ?? ''}${piece}`);
      else words.push(piece);
    }
    isInWord = space === undefined;
  }
  return words;
}
