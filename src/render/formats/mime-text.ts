// Text in mail: encoded words in headers, quoted-printable and base64 in bodies.

/** Bytes of an encoded word: with a header's name a line of it has 76 characters (RFC 2047 §2). */
const WORD_BYTES = 39;
/** Of a line that needs no folding. */
const LONGEST_PLAIN = 60;

/**
 * A line of text in a header: as it is where it is short and ASCII, else in encoded words, a line
 * each, that cut no character (RFC 2047 §5).
 * @param isPhrase a name before an address, or a keyword: in quotes (RFC 5322 §3.2.5)
 */
export function encodedWords(text: string, isPhrase = false): string {
  const isPlain = /^[ -~]*$/.test(text) && text.length <= LONGEST_PLAIN && !text.includes('=?');
  if (isPlain) return isPhrase ? `"${text.replace(/[\\"]/g, '\\$&')}"` : text;
  const words = [''];
  for (const character of text) {
    const longer = (words.at(-1) ?? '') + character;
    if (Buffer.byteLength(longer) > WORD_BYTES) words.push(character);
    else words[words.length - 1] = longer;
  }
  return words.map((word) => `=?utf-8?B?${Buffer.from(word).toString('base64')}?=`).join('\n ');
}

/** Bytes of a line, of which quoted-printable has 76 (RFC 2045 §6.7): one may have to be written out. */
const LONGEST = 74;
/** What is written as its bytes: no printable ASCII, `=`, and white space at the end of a line. */
const UNSAFE = /[^\t\n -<>-~]|[\t ](?=\n|$)/gu;
/** Where mailboxes would see the next message; so no program has to quote it, and none to take that back. */
const FROM_LINE = /^(?=>*From )./gm;

/** UTF-8 in quoted-printable; the lines of the text stay lines. */
export function quotedPrintable(text: string): string {
  const encoded = text.replace(UNSAFE, hexOf).split('\n').map(softLines).join('\n');
  return encoded.replace(FROM_LINE, hexOf);
}

function hexOf(text: string): string {
  return Array.from(
    Buffer.from(text),
    (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('');
}

/** A line in several, none of which ends within the sign of a byte. */
function softLines(line: string): string {
  if (line.length <= LONGEST) return line;
  const parts: string[] = [];
  let at = 0;
  while (line.length - at > LONGEST) {
    let end = at + LONGEST - 1;
    // `=E2` is whole, or on the next line.
    while (line[end - 1] === '=' || line[end - 2] === '=') end -= 1;
    parts.push(line.slice(at, end));
    at = end;
  }
  return [...parts, line.slice(at)].join('=\n');
}

/** Base64 in lines of 76 characters (RFC 2045 §6.8). */
export function base64Lines(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('base64');
  return text.replace(/.{1,76}/g, '$&\n').trimEnd();
}
