// The words of a line in newsboat's files.
const WORD = /[ \t]*(?:(#)|(~?)"([^"\\]*(?:\\.[^"\\]*)*)"?|([^ \t]+))/gy;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** Words between blanks, or in quotes with backslashes; a `#` before a word begins a comment. */
export function newsboatWords(line: string): readonly string[] {
  const words: string[] = [];
  for (const [, comment, mark = '', quoted = '', plain] of line.matchAll(WORD)) {
    if (comment !== undefined) break;
    const bare = quoted.replace(/\\(.)/g, (_, sign: string) => ESCAPES[sign] ?? sign);
    words.push(plain ?? mark + bare);
  }
  return words.filter((word) => word.trim() !== '');
}
