// The text of a paste, and where it ends.

/** Bytes, one a character, as text. */
export function textOfBytes(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString();
}

/** A paste may be as large as a page of the web (bytes). */
const LARGEST = 10 * 1024 * 1024;
const PASTE_END = '\x1b[201~';

/**
 * Begins a paste (xterm's mode 2004). What takes its bytes, one a character, gives back `null` while
 * it goes on, then its text, which is `null` for one that is too large, and what came after it.
 */
export function createPastedText() {
  const parts: string[] = [];
  let length = 0;
  /** The last of it, which may begin the end. */
  let tail = '';
  /** Keeps a part; of what is too large only the size. */
  const keep = (part: string) => {
    length += part.length;
    if (length > LARGEST) parts.length = 0;
    else parts.push(part);
  };
  return (bytes: string): { readonly text: string | null; readonly rest: string } | null => {
    const all = tail + bytes;
    const end = all.indexOf(PASTE_END);
    const after = end === -1 ? Math.max(0, all.length - PASTE_END.length + 1) : end;
    keep(all.slice(0, after));
    tail = all.slice(after);
    if (end === -1) return null;
    // Terminals send a carriage return for the end of a line.
    const whole = textOfBytes(parts.join('')).replace(/\r\n?/g, '\n');
    return { text: length > LARGEST ? null : whole, rest: all.slice(end + PASTE_END.length) };
  };
}

/** Whether bytes that come after a silence are a key of their own, and not more of a paste or a string. */
export function isSingleKey(bytes: string): boolean {
  return bytes.length === 1 || (/^\x1b.{0,5}$/.test(bytes) && bytes !== PASTE_END);
}
