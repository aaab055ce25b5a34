// One paste as it comes in, whole, before anyone reads keys in it.

/** A paste may be as large as a page of the web (bytes). */
const LARGEST = 10 * 1024 * 1024;
const END = '\x1b[201~';

/** What ended a paste. */
export interface PasteEnd {
  /** `null` for one that is too large. */
  readonly text: string | null;
  /** What came after it. */
  readonly rest: string;
}

/** A paste under way. @param bytes one byte a character; `null` comes back where it goes on */
export type TakePasted = (bytes: string) => PasteEnd | null;

function wholeText(bytes: string): string {
  // Terminals send a carriage return for the end of a line.
  return Buffer.from(bytes, 'latin1').toString().replace(/\r\n?/g, '\n');
}

/** Begins a paste (xterm's mode 2004). */
export function createPastedText(): TakePasted {
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
  return (bytes) => {
    const all = tail + bytes;
    const end = all.indexOf(END);
    const after = end === -1 ? Math.max(0, all.length - END.length + 1) : end;
    keep(all.slice(0, after));
    tail = all.slice(after);
    if (end === -1) return null;
    const text = length > LARGEST ? null : wholeText(parts.join(''));
    return { text, rest: all.slice(end + END.length) };
  };
}
