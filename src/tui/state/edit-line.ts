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
export function insertText(line: EditedLine, added: string, longest = LONGEST_TEXT): EditedLine {
  const { text, cursor } = line;
  const fitting = added.slice(0, Math.max(0, longest - text.length));
  return {
    text: `${text.slice(0, cursor)}${fitting}${text.slice(cursor)}`,
    cursor: cursor + fitting.length,
  };
}

function cutBack({ text, cursor }: EditedLine, from: number): EditedLine {
  return { text: `${text.slice(0, from)}${text.slice(cursor)}`, cursor: from };
}

function before({ text, cursor }: EditedLine): number {
  return cursor - (graphemes(text.slice(0, cursor)).at(-1)?.length ?? 0);
}

function after({ text, cursor }: EditedLine): number {
  return cursor + (graphemes(text.slice(cursor))[0]?.length ?? 0);
}

function startOfWord({ text, cursor }: EditedLine): number {
  return text.slice(0, cursor).replace(/\S+\s*$/, '').length;
}

function endOfWord({ text, cursor }: EditedLine): number {
  return cursor + (/^\s*\S*/.exec(text.slice(cursor))?.[0].length ?? 0);
}

/** What keys do to a line; two of a kind have one name here. */
const EDITS: Readonly<Record<string, (line: EditedLine) => EditedLine>> = {
  left: (line) => ({ ...line, cursor: before(line) }),
  right: (line) => ({ ...line, cursor: after(line) }),
  home: (line) => ({ ...line, cursor: 0 }),
  end: (line) => ({ ...line, cursor: line.text.length }),
  backspace: (line) => cutBack(line, before(line)),
  'ctrl-u': (line) => cutBack(line, 0),
  'ctrl-k': (line) => ({ ...line, text: line.text.slice(0, line.cursor) }),
  'ctrl-w': (line) => cutBack(line, startOfWord(line)),
  'alt-b': (line) => ({ ...line, cursor: startOfWord(line) }),
  'alt-f': (line) => ({ ...line, cursor: endOfWord(line) }),
  'alt-d': (line) => cutBack({ ...line, cursor: endOfWord(line) }, line.cursor),
};
const SAME: Readonly<Record<string, string>> = {
  'ctrl-b': 'left',
  'ctrl-f': 'right',
  'ctrl-a': 'home',
  'ctrl-e': 'end',
  'alt-backspace': 'ctrl-w',
  'alt-left': 'alt-b',
  'alt-right': 'alt-f',
};

/** The line after a key; `null` for a key that edits nothing. */
export function editLine(edited: EditedLine, key: string, longest?: number): EditedLine | null {
  const { text, cursor } = edited;
  const line = { text, cursor };
  const typed = typedText(key);
  if (typed !== null) return insertText(line, typed, longest);
  return EDITS[SAME[key] ?? key]?.(line) ?? null;
}
