// Edits a line of text by keys, as shells do.
import { graphemes } from '../../text/width.ts';
import { typedText } from '../terminal/keys.ts';

/** A line and the place in it where typed text goes, in UTF-16 units. */
export interface EditedLine {
  readonly text: string;
  readonly cursor: number;
}

/** A longer line is no query anyone types. */
const LONGEST_TEXT = 500;

/**
 * Puts text at the cursor.
 * @param longest of the line, in UTF-16 units; what goes beyond is left out
 */
export function insertText(
  { text, cursor }: EditedLine,
  added: string,
  longest = LONGEST_TEXT,
): EditedLine {
  const fitting = added.slice(0, Math.max(0, longest - text.length));
  return {
    text: `${text.slice(0, cursor)}${fitting}${text.slice(cursor)}`,
    cursor: cursor + fitting.length,
  };
}

/** Takes away what is between a place and the cursor. */
function cutBack({ text, cursor }: EditedLine, from: number): EditedLine {
  return { text: `${text.slice(0, from)}${text.slice(cursor)}`, cursor: from };
}

function before({ text, cursor }: EditedLine): number {
  return cursor - (graphemes(text.slice(0, cursor)).at(-1)?.length ?? 0);
}

function after({ text, cursor }: EditedLine): number {
  return cursor + (graphemes(text.slice(cursor))[0]?.length ?? 0);
}

/** The line after a key; `null` for a key that edits nothing. */
export function editLine(line: EditedLine, key: string, longest?: number): EditedLine | null {
  const { text, cursor } = line;
  switch (key) {
    case 'left':
    case 'ctrl-b':
      return { text, cursor: before(line) };
    case 'right':
    case 'ctrl-f':
      return { text, cursor: after(line) };
    case 'home':
    case 'ctrl-a':
      return { text, cursor: 0 };
    case 'end':
    case 'ctrl-e':
      return { text, cursor: text.length };
    case 'backspace':
      return cutBack(line, before(line));
    case 'ctrl-u':
      return cutBack(line, 0);
    case 'ctrl-k':
      return { text: text.slice(0, cursor), cursor };
    case 'ctrl-w':
      return cutBack(line, text.slice(0, cursor).replace(/\S+\s*$/, '').length);
    default: {
      const typed = typedText(key);
      return typed === null ? null : insertText(line, typed, longest);
    }
  }
}
